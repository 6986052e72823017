"""What people write under `data/`, read, checked and turned into content."""
