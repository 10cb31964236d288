"""Which mention is the source of an attribution."""

from atstake.extract.coreference.sources.choice import source_mentions
from atstake.extract.coreference.sources.headings import with_subjects
from atstake.extract.coreference.sources.names import unnamed_sources
from atstake.extract.coreference.sources.several import is_of_no_person

__all__ = ["is_of_no_person", "source_mentions", "unnamed_sources", "with_subjects"]
