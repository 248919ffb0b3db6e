"""The sources the project ships: records, texts, their claims, and editors' decisions about them."""
