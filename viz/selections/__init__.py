"""What a diagram shows: from a recipe or a view to nodes, lines and their sources."""
