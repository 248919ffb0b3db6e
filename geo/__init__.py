"""The vocabulary (claim, place), the polygons, control and fronts. Knows no text and no screen."""
