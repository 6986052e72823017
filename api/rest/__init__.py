"""REST: lists in pages and forms, filters, records, answers to ready questions."""
