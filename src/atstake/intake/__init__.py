"""Bytes to documents: text, saved pages, records, feeds, folders, a URL, standard input."""

from atstake.intake.limits import Limits
from atstake.intake.reader import read_inputs
from atstake.intake.watched import Watched

__all__ = ["Limits", "Watched", "read_inputs"]
