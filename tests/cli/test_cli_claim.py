"""One claim's page from the command: every telling, every answer, in every form."""

from __future__ import annotations

import json

from atstake.pipeline import Story


def test_a_disputed_claim_shows_who_tells_it_and_who_answers(atstake, dossier, tmp_path):
    with Story.open(dossier, create=False) as story:
        resolution = story.resolve()
        disputed = next(d for d in resolution.disputes if d.explicit and d.claim_a)
    for ending in ("html", "md", "json"):
        done = atstake("claim", disputed.claim_a, dossier, "-o", tmp_path / f"claim.{ending}", "-q")
        assert done.code == 0, done.err
    page = json.loads((tmp_path / "claim.json").read_text())
    assert page["tellings"]["items"] and page["answers"]["items"]
    written = (tmp_path / "claim.html").read_text()
    ids = [part.split('"')[0] for part in written.split(' id="')[1:]]
    assert len(ids) == len(set(ids))
    assert (
        "What is said against it" in written
        and "What is said against it" in (tmp_path / "claim.md").read_text()
    )


def test_words_that_tell_no_claim_are_one_clear_line(atstake, dossier):
    atstake("claim", "nothing of this stands anywhere", dossier).says(2, "nothing of this")
