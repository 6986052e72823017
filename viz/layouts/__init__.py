"""Where everything in a diagram stands, and how readable that is."""
