from __future__ import annotations

import pytest
from tests.extract.reading import read

from atstake.extract.statements import Statements
from atstake.model.annotations import Annotations, Attribution, Statement
from atstake.model.text import Span

TEXT = (
    "Ministers meet over the lake\n\n"
    "The two ministers are meeting in Karst on Monday. The meeting comes ahead of a vote next week.\n\n"
    "Who is involved?\n\n"
    "It is not clear yet whether the talks will go on. Observers say failure could trigger a new crisis. "
    "Ruiz said the lake must be lowered."
)


def statements(*attributions: tuple[str, str]) -> tuple[Statement, ...]:
    reading = read(TEXT)
    made = []
    for n, (source, content) in enumerate(attributions):
        spans = [Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in (source, content)]
        made.append(Attribution(f"a{n}", content=reading.target(spans[1]), source=reading.target(spans[0])))
    return Statements()(reading, Annotations("d", attributions=tuple(made))).statements


def marks(words: str) -> tuple[str, ...]:
    return next(s.marks for s in statements() if words in s.target.quote)


def test_each_sentence_once_in_order() -> None:
    found = statements()
    assert [s.position for s in found] == list(range(7))
    assert all(TEXT[s.target.start : s.target.end] == s.target.quote for s in found)


def test_what_each_sentence_is_good_for() -> None:
    assert "heading" in marks("Ministers meet")
    assert "lead" in marks("are meeting in Karst")
    assert "reason" in marks("ahead of a vote")
    assert "question" in marks("Who is involved")
    assert "open" in marks("not clear yet")
    assert "stakes" in marks("new crisis")
    assert "lead" not in marks("not clear yet")


def test_the_reporter_s_own_voice() -> None:
    found = statements(("Ruiz", "the lake must be lowered"))
    assert [s.outlet for s in found] == [True] * 6 + [False]


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("It has yet to be seen how much the ferry cost.", True),
        ("The voters who have yet to decide will hear both of them.", False),
        ("The cause of the fire is not known.", True),
        ("The sailor was not known to be ill on the ferry.", False),
    ],
)
def test_what_somebody_lacks_is_not_left_open(text: str, is_open: bool):
    (statement,) = Statements()(read(text), Annotations("d")).statements
    assert ("open" in statement.marks) is is_open


def test_a_paragraph_without_a_verb_is_a_heading() -> None:
    for text, heading in (
        ("Columnists In-depth coverage of politics, reviews and commentary.\n\nIt rained in Karst.", True),
        ("Columnists offer coverage of politics, reviews and commentary.\n\nIt rained in Karst.", False),
        ("No word from Karst. It rained all day.", False),
    ):
        first = Statements()(read(text), Annotations("d")).statements[0]
        assert ("heading" in first.marks) is heading, text


def test_a_paragraph_that_repeats_a_quotation_is_not_the_reporters():
    text = (
        '"Our wonderful new bridge is open for review," she wrote of the bridge.\n\n'
        "Our wonderful new bridge is open for review. The old one is a disaster!\n\n"
        "The vote is on Monday."
    )
    reading = read(text)
    found = Statements()(reading, Annotations("d")).statements
    assert [s.outlet for s in found] == [True, False, False, True]
