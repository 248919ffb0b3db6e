"""Arabic news text to claims."""
