"""The SPARQL endpoint: protocol, evidence with rows, what the service says of itself."""
