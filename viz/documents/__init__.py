"""Diagrams as documents: PDF, Word, briefings."""
