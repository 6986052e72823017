"""HTML pages: templates, words, static files, the explorer's bundle."""
