"""Datasets: content as RDF, built, checked, published, exported, opened and read back."""
