"""RDF of somebody else's as the same frozen objects, without evidence."""
