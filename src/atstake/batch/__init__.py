"""Corpus runs: many documents in a stream, none of them resolved, what was found in each as typed tables.

corpus    the stream, part by part; goes on where it stopped
ledger    what was written, so that a second run knows
"""

from atstake.batch.corpus import Extracted, extract

__all__ = ["Extracted", "extract"]
