"""Linked data: what answers for each IRI, and the dataset as a whole."""
