"""Annotations of many documents to actors, claims, disputes and what else a story is made of."""
