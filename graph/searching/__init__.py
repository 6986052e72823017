"""Search in names and texts of both languages."""
