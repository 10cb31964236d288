"""A document as layers over one text: paragraphs, the reading, anchors."""
