"""Measures of speed and memory."""
