"""Measures the service beside other SPARQL servers, on the same data and queries: `make bench`."""
