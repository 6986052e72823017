"""How a report's text is read: units, sections, references, and what every character of the source is."""
