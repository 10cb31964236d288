"""Numbers in text: numerals, what bounds them, their units, and those that only name something."""
