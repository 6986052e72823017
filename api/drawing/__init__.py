"""Diagrams by address, in every form, and in the pages of others."""
