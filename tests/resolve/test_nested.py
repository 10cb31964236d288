"""Answers told inside another statement; all texts are invented."""

from tests.extract.reading import read

from atstake.extract.mentions import Mentions
from atstake.model.annotations import Annotations
from atstake.model.text import Span
from atstake.resolve.nested import nested


def answering(text: str) -> list[str]:
    """The words of whoever answers in a sentence."""
    reading = read(text)
    mentions = Mentions()(reading, Annotations("d")).mentions
    found = nested(text, Span(0, len(text)), mentions, ())
    words = {m.id: m.target.quote for m in mentions}
    return [words[n.mention] for n in found]


def test_the_name_before_the_verb_answers():
    assert answering("He asked Tomas Brandt, who denied that the dam was weak.") == ["Tomas Brandt"]
    assert answering("A spokesman for the Chilean army denied that the dam was weak.") == ["the Chilean army"]


def test_who_only_tells_whose_another_is_does_not_answer():
    for who in (
        "Opponents of Tomas Brandt",
        "A lawyer for Tomas Brandt",
        "Voters in Chile",
    ):
        assert answering(f"{who} rejected the dam on Monday.") == [], who


def test_some_of_many_do_not_answer_for_all():
    assert answering("Some Republicans rejected the dam on Monday.") == []
    assert answering("Republicans rejected the dam on Monday.") == ["Republicans"]


def test_a_demand_or_claim_is_turned_down_by_more_verbs():
    for words in (
        "has spurned the offer of talks",
        "has balked at demands for the papers",
        "baulked at a request for talks",
        "bristled at the accusation",
        "shrugged off claims that the dam was weak",
        "scoffed at the new demand",
        "brushed aside the criticism",
        "pushed back against the claim",
    ):
        assert answering(f"Tomas Brandt {words}.") == ["Tomas Brandt"], words


def test_what_else_such_verbs_tell_is_no_answer():
    for words in (
        "brushed aside the leaves",
        "balked at the fence",
        "shrugged off his coat",
        "waved off the bus",
    ):
        assert answering(f"Tomas Brandt {words}.") == [], words
