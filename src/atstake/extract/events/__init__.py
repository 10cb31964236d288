"""Events: who did what to whom, where and when, coded as in PLOVER, for what is told as past."""

from atstake.extract.events.extractor import EventExtractor

__all__ = ["EventExtractor"]
