"""The brief and the evidence in the forms people and programs read."""
