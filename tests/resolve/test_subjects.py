"""What several actors speak of is an issue, named by the words that they share."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.resolve.made_statements import Story

from atstake.model.annotations import Act
from atstake.model.claims import Actor, Issue, Resolution
from atstake.model.text import Document, Span, Target
from atstake.resolve.claims import Claims
from atstake.resolve.disputes import Disputes
from atstake.resolve.issues import Issues
from atstake.resolve.phrases import Phrase
from atstake.resolve.subjects import _Candidate, _told_whole

Line = tuple[str, str, str, Act] | str

FILLER = ("The hills were white with snow.", "A choir sang in the square.", "Two schools stayed shut.")
WANTS = ("Aldovia demands that the ferry toll be cut by half.", "Aldovia", "demands", "demands")
DOUBTS = ("Brenia said that a ferry toll is what keeps the quays in repair.", "Brenia", "said", "says")
HOPES = ("Corland said that it will look into the ferry toll in spring.", "Corland", "said", "says")
PHRASES = re.compile(r"(?:new )?ferry toll(?: of Holm)?|quays|toll|snow", re.IGNORECASE)


def made(
    *documents: tuple[Line, ...], phrases: re.Pattern[str] = PHRASES, title: str = "", **actors: Actor
) -> list[Issue]:
    story = Story()
    for n, told in enumerate(documents):
        story.document(f"d{n}", *told, *FILLER)
    for key, document in list(story.documents.items()):
        every = (m for part in phrases.pattern.split("|") for m in re.finditer(part, document.text, re.I))
        spans = tuple(sorted({Span(*m.span()) for m in every}))
        story.documents[key] = replace(document, title=title)
        story.annotations[key] = replace(story.annotations[key], phrases=spans)
    so_far: Resolution = story.resolution()
    so_far = replace(so_far, actors=tuple(actors.get(a.id.replace("-", "_"), a) for a in so_far.actors))
    for resolver in (Claims(), Disputes(), Issues()):
        so_far = resolver(story.evidence(), so_far)
    return list(so_far.issues)


def test_what_three_speak_of_in_two_texts_is_one_with_their_own_words() -> None:
    (issue,) = made((WANTS, DOUBTS), (HOPES,))
    assert issue.label == "ferry toll" and issue.disputes == ()
    assert {p.actor: p.target.quote for p in issue.positions} == {
        "government-aldovia": WANTS[0],
        "government-brenia": DOUBTS[0],
        "government-corland": HOPES[0],
    }


def test_what_two_speak_of_is_none_where_neither_turns_on_anything() -> None:
    assert not made((DOUBTS,), (HOPES,))
    against: Line = ("Corland rejected any ferry toll on its boats.", "Corland", "rejected", "rejects")
    assert [i.label for i in made((DOUBTS,), (against,))] == ["ferry toll"]


def test_one_text_alone_has_no_subject() -> None:
    assert not made((WANTS, DOUBTS, HOPES))


@pytest.mark.parametrize("change", [{"kind": "population"}, {"sector": "MED"}])
def test_a_people_and_an_outlet_are_no_parties(change: dict[str, str]) -> None:
    mute = Actor("government-corland", "Corland", "organisation", "COR")
    assert made((WANTS, DOUBTS), (HOPES,), government_corland=mute)
    assert not made((WANTS, DOUBTS), (HOPES,), government_corland=replace(mute, **change))


def test_the_reporter_s_words_around_a_statement_name_nothing() -> None:
    told: tuple[Line, ...] = tuple(
        (
            f"{who}, asked about the snow, said that nothing in all of the town will {what} before May.",
            who,
            "said",
            "says",
        )
        for who, what in (("Aldovia", "rain"), ("Brenia", "freeze"))
    )
    late: Line = (
        "Corland, asked about the snow, said that nothing in all of the town will thaw.",
        "Corland",
        "said",
        "says",
    )
    assert not made(told, (late,), phrases=re.compile("snow"), title="Snow goes on")


def test_a_thing_is_named_as_most_name_it_and_once() -> None:
    longer: Line = ("Aldovia said that the new ferry toll is too high.", "Aldovia", "said", "says")
    assert [i.label for i in made((longer, WANTS, DOUBTS), (HOPES,))] == ["ferry toll"]


def test_a_single_word_needs_the_headlines() -> None:
    told = ((WANTS, DOUBTS), (HOPES,))
    word = re.compile("toll")
    assert not made(*told, phrases=word)
    assert [i.label for i in made(*told, phrases=word, title="Toll row goes on")] == ["toll"]


def test_a_single_word_goes_by_the_longer_name_that_it_often_has() -> None:
    document = Document("d", "ferry toll quay toll")

    def candidate(start: int, end: int, statements: int) -> _Candidate:
        name = Phrase(Target.of(document, Span(start, end)), tuple(document.text[start:end].split()))
        return _Candidate(frozenset(name.stems), name, frozenset(range(statements)), 3, 2, False)

    word, often, seldom = candidate(6, 10, 12), candidate(0, 10, 3), candidate(11, 20, 2)
    assert _told_whole(word, [word, often, seldom]).name.text == "ferry toll"
    assert _told_whole(word, [word, seldom]).name.text == "toll"
    assert _told_whole(often, [word, often]) == often


def test_words_that_stand_apart_are_another_thing() -> None:
    apart: Line = (
        "Corland said that the ferry will call at old quays again before any talk of a toll.",
        "Corland",
        "said",
        "says",
    )
    assert not made((WANTS, DOUBTS), (apart,))


def test_one_and_several_are_one_thing() -> None:
    many: Line = ("Corland said that tax wars help nobody.", "Corland", "said", "says")
    one: Line = ("Aldovia demands an end of the tax war.", "Aldovia", "demands", "demands")
    other: Line = ("Brenia said that a tax war would cost it dearly.", "Brenia", "said", "says")
    assert [i.label for i in made((one, other), (many,), phrases=re.compile("tax wars?"))] == ["tax war"]


def test_a_dispute_on_a_subject_belongs_to_it() -> None:
    refusal: Line = ("Brenia rejected the demand to cut the ferry toll.", "Brenia", "rejected", "rejects")
    (issue,) = made((WANTS, refusal), (HOPES,))
    assert issue.label == "ferry toll" and len(issue.disputes) == 1
    assert [p.actor for p in issue.positions][-1] == "government-corland"
