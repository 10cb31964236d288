"""Figures: the numbers that matter, with bounds, kind, what they count, where, as of when and who says so."""

from atstake.extract.figures.extractor import FigureExtractor

__all__ = ["FigureExtractor"]
