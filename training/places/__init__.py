"""How the gazetteer and the world map that ship were made: ``python -m training.places``."""
