from __future__ import annotations

from dataclasses import replace

from tests.resolve.made_statements import Story

from atstake.model.claims import Resolution
from atstake.resolve.claims import Claims
from atstake.resolve.disputes import Disputes
from atstake.resolve.gaps import Gaps
from atstake.resolve.issues import Issues
from atstake.resolve.reasons import Reasons

DEMAND = ("Aldovia demands that Brenia lower the water level of the dam.", "Aldovia", "demands", "demands")
REFUSAL = ("Brenia rejected the demand to lower the water level.", "Brenia", "rejected", "rejects")
CORLAND = ("Corland proposed that the water level be measured first.", "Corland", "proposed", "proposes")
FILLER = (
    "The hills were white with snow.",
    "Ferries ran late all day.",
    "A choir sang in the square.",
    "Two schools stayed shut.",
    "The bakers sold out of bread by noon.",
    "A film crew waited at the station.",
)


def resolved(story: Story) -> Resolution:
    so_far = story.resolution()
    for resolver in (Claims(), Disputes(), Issues(), Gaps(), Reasons()):
        so_far = resolver(story.evidence(), so_far)
    return so_far


def test_an_issue_is_named_in_the_coverage_s_words() -> None:
    story = Story().document("a", DEMAND, REFUSAL, *FILLER).document("b", CORLAND, *FILLER)
    issue = resolved(story).issues[0]
    assert "water level" in issue.label
    assert issue.label_target is not None
    assert issue.label_target.quote in story.documents[issue.label_target.document].text


def test_every_actor_s_position_is_its_own() -> None:
    story = Story().document("a", DEMAND, REFUSAL, *FILLER).document("b", CORLAND, *FILLER)
    positions = {p.actor: p.target.quote for p in resolved(story).issues[0].positions}
    assert positions["government-aldovia"] == DEMAND[0]
    assert positions["government-brenia"] == REFUSAL[0]
    assert positions["government-corland"] == CORLAND[0]
    assert "ruiz" not in positions


def marked(story: Story, key: str, number: int, *marks: str) -> Story:
    found = story.annotations[key]
    statements = list(found.statements)
    statements[number] = replace(statements[number], marks=marks)  # type: ignore[arg-type]
    story.annotations[key] = replace(found, statements=tuple(statements))
    return story


def test_an_accusation_that_nobody_answered() -> None:
    accused = ("Aldovia accused Brenia of draining the lake at night.", "Aldovia", "accused", "accuses")
    gaps = resolved(Story().document("a", accused, *FILLER)).gaps
    assert [(g.kind, g.speaker, g.subject) for g in gaps] == [
        ("no-reply", "government-aldovia", "government-brenia")
    ]


def test_an_answered_accusation_is_no_gap() -> None:
    accused = ("Aldovia accused Brenia of draining the lake at night.", "Aldovia", "accused", "accuses")
    denied = ("Brenia denied this.", "Brenia", "denied", "denies")
    assert not [g for g in resolved(Story().document("a", accused, denied)).gaps if g.kind == "no-reply"]


def test_an_accusation_denied_in_its_own_sentence_has_its_answer() -> None:
    told = "Aldovia accused Brenia of draining the lake, a charge that the water board has denied."
    story = Story().document("a", (told, "Aldovia", "accused", "accuses"), *FILLER)
    assert not [g for g in resolved(story).gaps if g.kind == "no-reply"]


def test_who_has_answered_other_charges_has_not_answered_the_one_without_comment() -> None:
    first = ("Aldovia accused Brenia of draining the lake at night.", "Aldovia", "accused", "accuses")
    denied = ("Brenia denied this.", "Brenia", "denied", "denies")
    other = ("Aldovia accused Brenia of moving prisoners to the harbour.", "Aldovia", "accused", "accuses")
    silent = "There was no immediate comment from the ministry."
    story = Story().document("a", first, denied).document("b", other, silent)
    assert [g.target.quote for g in resolved(story).gaps if g.kind == "no-reply"] == [other[0]]


def test_open_questions_are_told_once() -> None:
    question = "It is not clear yet whether the talks on the lake will take place."
    story = Story().document("a", question, *FILLER).document("b", question, *FILLER)
    for key in ("a", "b"):
        marked(story, key, 0, "open")
    assert [g.target.quote for g in resolved(story).gaps] == [question]


def test_reasons_of_several_texts_count_their_origins() -> None:
    reason = "The talks on the lake come ahead of a vote in Aldovia next week."
    story = Story().document("a", reason, *FILLER).document("b", reason, *FILLER)
    for key in ("a", "b"):
        marked(story, key, 0, "reason")
    reasons = resolved(story).reasons
    assert [len(r.origins) for r in reasons] == [2]
