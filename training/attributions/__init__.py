"""Builds the attribution models: ``python -m training.attributions build``."""
