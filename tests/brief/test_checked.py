"""Claims that an article checks, read from the text to the chain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import atstake
from atstake.model.brief import Chain, Prose, Quote

LABELLED = """The mayor of Halden spoke of the harbour. Mayor Anna Weil gave a speech on the ferry.

WEIL: “We have built three ferries in a year.” — speech Monday.

THE FACTS: That is not so. The U.S. firm that built them began in 2011, years before she came into office.

BRANDT: “The harbour has never been open in winter.” — interview Tuesday.

THE FACTS: It was open in each of the last nine winters, the harbour board says.

She spoke for an hour, and the council listened to it all.
"""
RULED = """The claim: Harbour water cures a cold

A post that many people shared last week says so. The doctors of Halden do not know of any proof for it.

Our ruling: False
"""
RATED = """The council of Halden met on Monday, and Anna Weil spoke of ferries for an hour.

PolitiFact rated as “false” a claim by Weil that the council had sold nine ferries.

We rate this claim true.
"""


def chains(tmp_path: Path, text: str) -> list[Chain]:
    record = {"id": "d", "title": "Harbour", "date": "2021-05-04", "outlet": "Halden Post", "text": text}
    path = tmp_path / "d.jsonl"
    path.write_text(json.dumps(record), encoding="utf8")
    with atstake.open(tmp_path / "d.atstake") as story:
        story.add(path)
        return [c for c in story.brief().claims if c.relation == "checked"]


def said(chain: Chain) -> list[tuple[str, str, str]]:
    return [(s.kind, s.name, s.line.quotes[0].target.quote) for s in chain.steps]


def test_claim_and_facts_under_labels(tmp_path: Path):
    first, second = chains(tmp_path, LABELLED)
    assert said(first) == [
        ("statement", "Anna Weil", "“We have built three ferries in a year.”"),
        (
            "check",
            "Halden Post",
            "That is not so. The U.S. firm that built them began in 2011, years before she came into office.",
        ),
    ]
    assert first.steps[1].answers == 0
    # Nobody else names a Brandt: the label itself is shown.
    assert said(second)[0] == ("statement", "", "BRANDT: “The harbour has never been open in winter.”")


def test_a_key_point_names_who_checks_and_not_who_is_checked(tmp_path: Path):
    both = LABELLED.replace(
        "THE FACTS: That", "ADA HOLM: “They were built by friends of hers.” — speech.\n\nTHE FACTS: That"
    )
    path = tmp_path / "d.jsonl"
    path.write_text(json.dumps({"id": "d", "date": "2021-05-04", "outlet": "Post", "text": both}), "utf8")
    with atstake.open(tmp_path / "d.atstake") as story:
        story.add(path)
        parts = [p for line in story.brief().key_points for p in line.parts]
    ours = [p.text for p in parts if isinstance(p, Prose)]
    assert "Anna Weil: " in ours and any("Checked by" in t and "Post" in t for t in ours)
    assert not any("Checked by" in t and ("Weil" in t or "Holm" in t) for t in ours)


def test_a_claim_that_nobody_is_said_to_have_made(tmp_path: Path):
    (found,) = chains(tmp_path, RULED)
    assert said(found) == [
        ("statement", "", "Harbour water cures a cold"),
        ("check", "Halden Post", "Our ruling: False"),
    ]


def test_an_unnamed_claim_is_no_key_point_of_its_own(tmp_path: Path):
    path = tmp_path / "d.jsonl"
    path.write_text(json.dumps({"id": "d", "date": "2021-05-04", "outlet": "Post", "text": RULED}), "utf8")
    with atstake.open(tmp_path / "d.atstake") as story:
        story.add(path)
        parts = [p for line in story.brief().key_points for p in line.parts]
    at = next(i for i, p in enumerate(parts) if isinstance(p, Quote) and "cures a cold" in p.target.quote)
    assert parts[at - 1] == Prose("Claim: ")


def test_a_sentence_says_who_rates_what(tmp_path: Path):
    (found,) = chains(tmp_path, RATED)
    assert [(k, n) for k, n, _ in said(found)] == [("check", "PolitiFact")]


@pytest.mark.parametrize(
    "text",
    ["Fact: it rains in Halden. The council met.", "ADA: no words in marks.\n\nThe facts are on her side."],
)
def test_without_both_there_is_no_check(tmp_path: Path, text: str):
    assert chains(tmp_path, f"The council met in Halden on Monday about the ferries.\n\n{text}") == []


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        (
            "In 2009 the council sold two ferries to Brock. Her claim is false, the board says.",
            "Her claim is false",
        ),
        ("In 2009 the council sold two ferries to Brock.", None),
        ("The council sat for a day. It meets in June.", None),
        ("Only two ferries were built in that year, the harbour board says.", "Only two ferries were built"),
        (
            "The council sat. The ferries were not built in Halden at all.",
            "The ferries were not built in Halden",
        ),
    ],
)
def test_a_verdict_judges_or_answers_the_claim(tmp_path: Path, facts: str, verdict: str | None):
    text = (
        LABELLED.split("WEIL:")[0] + f"WEIL: “We have built three ferries in a year.”\n\nTHE FACTS: {facts}\n"
    )
    found = chains(tmp_path, text)
    assert [said(c)[-1][2][: len(verdict or "")] for c in found] == ([verdict] if verdict else [])
