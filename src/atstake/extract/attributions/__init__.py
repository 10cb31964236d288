"""Who said what, read by a small encoder: source, cue and content, and which belong together."""
