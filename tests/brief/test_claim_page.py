"""A claim's page: what is said against it, and what it is said against."""

from __future__ import annotations

from dataclasses import replace

from tests.resolve.made_statements import Story

from atstake.brief.claim import claim_page
from atstake.model.claims import Claim, Dispute
from atstake.model.provenance import Run


def test_a_line_that_answers_and_is_answered_has_an_anchor_on_each_side():
    story = Story().document("a", "Brenia opened the dam at night.", "The dam was shut all year, it held.")
    told = story.annotations["a"].statements
    first, second = (s.target for s in told)
    disputes = tuple(
        Dispute(f"{a.start}", a, b, None, None, "contradicts", True, 0.9)
        for a, b in ((first, second), (second, first))
    )
    claim = Claim("claim-1", first, statements=(told[0].id,), origins=("a",))
    resolution = replace(story.resolution(), claims=(claim,), disputes=disputes)
    page = claim_page(story.evidence(), resolution, Run("run-1", "1"), "claim-1")
    keys = [answer.line.key for answer in (*page.answers, *page.answered)]
    assert len(keys) == len(set(keys)) == 2
