"""Whose words somebody only passes on, and what only looks like who speaks; all texts are invented."""

from tests.extract.test_mentions import mentions
from tests.extract.test_mouths import speakers


def speaker(text: str, source: str, cue: str, content: str) -> str | None:
    return speakers(text, (source, cue, content))[0]


def test_a_surname_is_not_the_body_that_it_is_short_for():
    text = "Lars Wagner, a docker, left. Wagner said the dam was weak."
    assert [(m.type, m.known) for m in mentions(text) if "Wagner" in m.target.quote] == [("person", "")] * 2
    group = "The Wagner Group left. Wagner said the dam was weak."
    assert {m.known for m in mentions(group) if "Wagner" in m.target.quote} == {"Wagner Group"}
