"""The tags of the learned reader: begin, inside, outside, for source, cue and content."""

from __future__ import annotations

ROLES = ("source", "cue", "content")
TAGS = ("O", *(f"{edge}-{role}" for role in ROLES for edge in "BI"))
TAG_IDS = {tag: i for i, tag in enumerate(TAGS)}
LINK_SIZE = 64
"""Numbers that stand for a span when a content looks for its cue, and a cue for its source."""
OUTPUTS = len(TAGS) + 4 * LINK_SIZE + 1
"""Columns of the encoder's output: tags; content as asker, cue as answer, cue as asker, source as answer;
and how much a cue looks like one that has no source."""
