"""The reading has the text's length and offsets; what is no part of it is blank."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from atstake.model.text import Document, Furniture, Span
from atstake.text.reading import masked, paragraphs

TEXT = "By Ann Example\nRIVERTON (Sample Wire) - The mayor spoke. ADVERTISEMENT\n\nHe left. \U0001f600 Done."


def _span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_furniture_byline_and_dateline_are_blank_and_offsets_stay() -> None:
    document = Document(
        id="a",
        text=TEXT,
        byline=_span("By Ann Example"),
        dateline=_span("RIVERTON (Sample Wire) -"),
        furniture=(Furniture(_span("ADVERTISEMENT"), "advertisement"),),
        posts=(_span("\U0001f600 Done."),),
    )
    text = masked(document)
    assert len(text) == len(TEXT)
    assert text.split() == ["The", "mayor", "spoke.", "He", "left."]
    assert text[TEXT.index("He left") :].startswith("He left.")


def test_a_headline_that_runs_on_ends_its_paragraph() -> None:
    text = "Talks fail again RIVERTON The mayor spoke."
    cut = len("Talks fail again")
    assert [text[s.start : s.end] for s in paragraphs(text, (cut,))] == [text[:cut], text[cut + 1 :]]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    line = "the mayor of the town of Riverton said in a long and winding statement that he would\n"
    text = line * 6 + "\n" + line * 6
    assert len(paragraphs(text)) == 2


@given(st.text(alphabet="ab .\n\r\u2028\U0001f600م", max_size=200))
def test_paragraphs_hold_every_character_but_white_space(text: str) -> None:
    found = paragraphs(text)
    inside = "".join(text[s.start : s.end] for s in found)
    assert "".join(inside.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))
