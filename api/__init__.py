"""The faces of Migov: the HTTP service and the command line."""
