"""Bytes to documents: pages, feeds, text, records, posts; and what in them is furniture."""
