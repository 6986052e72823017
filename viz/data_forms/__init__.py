"""Diagrams as data: records, tables, files of other graph programs."""
