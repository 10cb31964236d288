"""The explainer as an object: composed from resolved objects, every line checked against its words."""
