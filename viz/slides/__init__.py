"""Diagrams as PowerPoint slides that can be edited."""
