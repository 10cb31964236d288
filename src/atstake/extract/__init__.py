"""A document to annotations: what the words of one text say."""
