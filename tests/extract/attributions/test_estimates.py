"""Counts that somebody gives without a verb of saying."""

from __future__ import annotations

import pytest
from tests.extract.reading import read

from atstake.extract.attributions.estimates import estimates


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The port authority put the number at 19.", "The port authority", "the number at 19"),
        (
            "River Watch, a coalition of groups, has put the death toll at 14.",
            "River Watch, a coalition of groups,",
            "the death toll at 14",
        ),
        ("Organisers estimated the crowd at 15,000, the police said.", "Organisers", "the crowd at 15,000"),
    ],
)
def test_who_puts_a_count_at_what(text: str, source: str, content: str):
    (found,) = estimates(read(text))
    assert found.source is not None
    assert (found.source.quote, found.content.quote) == (source, content)


@pytest.mark.parametrize(
    "text", ["The crew put the figure at the window.", "Holm put the meeting off.", "They put the toll up."]
)
def test_nothing_else_is_put(text: str):
    assert all(any(c.isdigit() for c in e.content.quote) for e in estimates(read(text)))
