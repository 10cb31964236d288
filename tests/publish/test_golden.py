"""What is written, whole, on the made-up story: a change of wording or order shows as a diff."""

from __future__ import annotations

import json

import pytest

from atstake.brief.compose import compose
from atstake.model.claims import Resolution
from atstake.publish import evidence, markdown, terminal
from made_story import Story


@pytest.fixture
def story():
    return Story()


def test_the_brief(story, golden):
    brief = compose(story.evidence, story.resolution, story.run, before=Resolution())
    golden("brief.md", markdown.render(brief))
    golden("summary.txt", terminal.summary(brief, 80))


def test_the_evidence_file(story, golden):
    written = evidence.evidence_file(story.evidence, story.resolution, story.run)
    golden("evidence.json", json.dumps(written, ensure_ascii=False, indent=1) + "\n")
