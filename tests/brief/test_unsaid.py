"""What is told of somebody as not said, or beside what another says, is no position of theirs."""

import pytest

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.unsaid import is_unsaid, stands_beside
from atstake.model.annotations import Annotations, Attribution, Statement
from atstake.model.claims import Actor, Resolution
from atstake.model.stages import Evidence
from atstake.model.text import Document
from made_documents import at


def told(text: str, *said: tuple[str, str, str]) -> tuple[Coverage, list[Attribution]]:
    """A sentence with who says what by which word, each an actor of that name."""
    document = Document("d", text, published="2021-05-01")
    whole = at(document, text)
    made = [
        Attribution(f"a{n}", at(document, c), at(document, s), at(document, v))
        for n, (s, v, c) in enumerate(said)
    ]
    found = Annotations("d", attributions=tuple(made), statements=(Statement("s", whole, 0, 0),))
    actors = tuple(Actor(s, s, "person") for s, _, _ in said)
    resolved = Resolution(
        actors=actors, attributed=tuple((a.id, s) for a, (s, _, _) in zip(made, said, strict=True))
    )
    return Coverage(Evidence({"d": document}, {"d": found}), resolved), made


@pytest.mark.parametrize(
    ("text", "cue", "content", "unsaid"),
    [
        ("Holm has yet to explain how the dam will be built.", "explain", "how the dam will be built", True),
        ("Holm did not say when the dam will be built.", "say", "when the dam will be built", True),
        ("Holm does not want the dam to be built.", "want", "the dam to be built", False),
        ("Holm declined to weigh in on the new dam.", "declined to weigh in on", "the new dam", True),
        ("Holm declined to weigh in on the new dam.", "declined", "to weigh in on the new dam", True),
        ("Holm has not yet confirmed that the dam leaks.", "confirmed", "that the dam leaks", True),
        ("Holm declined to back the new dam.", "declined to back", "the new dam", False),
        ("Holm said the dam did not give way.", "said", "the dam did not give way", False),
    ],
)
def test_what_is_not_said_is_no_position(text, cue, content, unsaid):
    coverage, (said,) = told(text, ("Holm", cue, content))
    assert is_unsaid(coverage, said) is unsaid


def test_what_anothers_words_only_mention_stands_beside():
    text = "Deputies warned that they would not vote for it, as they did when Holm declared a crisis."
    coverage, (first, second) = told(
        text,
        ("Deputies", "warned", "that they would not vote for it"),
        ("Holm", "declared", "a crisis"),
    )
    assert stands_beside(coverage, second)
    assert not stands_beside(coverage, first)
    alone, (said,) = told(
        "A day later, when Holm declared a crisis, it rained.", ("Holm", "declared", "a crisis")
    )
    assert not stands_beside(alone, said)
