"""*In figures*: series of one thing, their values, whose they are, and which are worth their place."""

from atstake.brief.compose.figures.part import counts

__all__ = ["counts"]
