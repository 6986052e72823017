"""Diagrams as pictures: SVG and PNG."""
