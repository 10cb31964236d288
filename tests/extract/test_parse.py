"""Sentences and their borders, on text made for this."""

import pytest
from tests.extract.reading import read


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("They mean the chief of staff (and retired colonel) Jon Berg, who fired her in May.", 1),
        ("The council met on Monday. (It had been shut for weeks.) Ida Holm opened it.", 3),
        ("He lost (badly). Ida Holm won.", 2),
    ],
)
def test_an_aside_in_brackets_ends_no_sentence(text, sentences):
    reading = read(text)
    assert len(reading.sentences) == sentences
    assert all(text[s.span.start : s.span.end].strip() for s in reading.sentences)
