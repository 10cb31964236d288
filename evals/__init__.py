"""Measures of quality, and the gate that keeps them: ``python -m evals``."""
