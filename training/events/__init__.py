"""How the event coder's lexicon and weights were made: ``python -m training.events``."""
