"""The types that rooms exchange: frozen dataclasses, standard library only."""
