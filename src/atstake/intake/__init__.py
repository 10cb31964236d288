"""Bytes to documents: text, saved pages, records, feeds, folders, a URL, standard input."""

from atstake.intake.limits import Limits
from atstake.intake.reader import read_inputs

__all__ = ["Limits", "read_inputs"]
