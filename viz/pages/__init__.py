"""Diagrams as pages: one self-contained file, the data in it, a notebook's cell."""
