"""Where people are said to have been, on sentences written for this test."""

from __future__ import annotations

from tests.extract.reading import read

from atstake.extract.mentions import Mentions
from atstake.extract.presences import Presences
from atstake.extract.times import Times
from atstake.model.annotations import Annotations, Attribution
from atstake.model.text import Span


def presences(text: str, told: str = "") -> set[tuple[str, str, str | None, tuple[str, ...]]]:
    """(who, where, first day, with whom); ``told`` is what somebody is said to say."""
    reading = read(text, "2018-06-13")
    found = Mentions()(reading, Annotations("d"))
    found = found.merged(Times()(reading, found))
    if told:
        at = text.index(told)
        content = reading.target(Span(at, at + len(told)))
        found = found.merged(Annotations("d", attributions=(Attribution("a", content),)))
    words = {m.id: m.target.quote for m in found.mentions}
    made = Presences()(reading, found).presences
    assert all(text[p.target.start : p.target.end] == p.target.quote for p in made)
    return {(words[p.who], words[p.place], p.earliest, tuple(words[c] for c in p.company)) for p in made}


def test_who_met_whom_where_and_when():
    assert presences("Erik Lind met his Turkish counterpart Aylin Demir in Ankara on Tuesday.") == {
        ("Erik Lind", "Ankara", "2018-06-12", ("Aylin Demir",)),
        ("Aylin Demir", "Ankara", "2018-06-12", ("Erik Lind",)),
    }


def test_the_place_may_hang_on_what_the_verb_is_about():
    assert presences("Erik Lind told reporters at a news conference in Oslo that a deal was near.") == {
        ("Erik Lind", "Oslo", None, ())
    } or {w[:2] for w in presences("Erik Lind spoke at a news conference in Oslo.")} == {
        ("Erik Lind", "Oslo")
    }
    assert {w[:3] for w in presences("Speaking in Geneva on Friday, Erik Lind said a deal was near.")} == {
        ("Erik Lind", "Geneva", "2018-06-08")
    }


def test_plans_denials_and_what_others_say_are_no_presence():
    assert presences("Erik Lind will meet Aylin Demir in Ankara on Friday.") == set()
    assert presences("Erik Lind meets Aylin Demir in Ankara on 20 June.") == set()
    assert presences("Erik Lind did not travel to Ankara.") == set()
    assert presences("Erik Lind plans to visit Ankara.") == set()
    text = "An aide said that Erik Lind met Aylin Demir in Ankara."
    assert presences(text, told="that Erik Lind met Aylin Demir in Ankara") == set()


def test_a_state_behind_with_is_not_company():
    found = presences("Erik Lind held talks in Moscow on Tuesday, with Syria at the top of the list.")
    assert found == {("Erik Lind", "Moscow", "2018-06-12", ())}
