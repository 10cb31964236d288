"""What the reporter tells of somebody is not in their mouth, and no one else's words are."""

import pytest
from tests.extract.reading import read
from tests.extract.test_mentions import mentions, one
from tests.extract.test_mouths import speaker

from atstake.extract.mentions import Mentions
from atstake.model.annotations import Annotations
from atstake.model.text import Furniture, Span


@pytest.mark.parametrize(
    ("cue", "content", "who"),
    [
        ("is sure to answer", "the new dues", None),
        ("is not planning on", "a sale of the old ferry", None),
        ("was poised to reject", "the plan of the council", None),
        ("effectively called", "the old ferry lost", None),
        ("is deeply divided on", "the new dues", None),
        ("works to paint", "the council as weak", None),
        ("does not appear to know", "why the dam fell", None),
        ("was trying to show", "that the dam was weak", None),
        ("had sought to settle", "the quarrel over the dam", None),
        ("plans to reject", "the plan of the council", "Ines Brandt"),
        ("showed", "that the dam was weak", "Ines Brandt"),
        ("called", "the old ferry lost", "Ines Brandt"),
    ],
)
def test_what_the_reporter_expects_or_sums_up_is_not_said(cue: str, content: str, who: str | None):
    text = f"Ines Brandt {cue} {content}."
    assert speaker(text, "Ines Brandt", cue, content) == who


def test_what_somebody_shows_is_not_said():
    text = "Democrats show little love for the new dues."
    assert speaker(text, "Democrats", "show", "little love for the new dues") is None
    text = "Democrats showed that the dam was weak."
    assert speaker(text, "Democrats", "showed", "that the dam was weak") == "Democratic Party"


def test_what_it_comes_to_stands_before_the_verb():
    text = "Ines Brandt essentially called the ferry lost."
    assert speaker(text, "Ines Brandt", "called", "the ferry lost") is None
    text = "Ines Brandt was basically saying that the ferry is lost."
    assert speaker(text, "Ines Brandt", "was basically saying", "that the ferry is lost") == "Ines Brandt"


def test_what_a_sentence_goes_on_with_is_not_said_in_its_clause():
    text = "The ports Ines Brandt wrote about have closed their gates since then."
    assert speaker(text, "Ines Brandt", "wrote about", "have closed their gates since then") is None
    text = "The ports that Ines Brandt said were closed are open."
    assert speaker(text, "Ines Brandt", "said", "were closed") == "Ines Brandt"


def test_a_promise_is_whose_it_is_said_to_be():
    text = "Ines Brandt asked her party to agree, with the promise from Karel Weil that the dam would stand."
    assert speaker(text, "Ines Brandt", "the promise", "that the dam would stand") is None
    text = "Ines Brandt gave the promise that the dam would stand."
    assert speaker(text, "Ines Brandt", "the promise", "that the dam would stand") == "Ines Brandt"


def test_a_law_is_no_body():
    text = "The Harbour Dues Act similarly bars tolls on the quay."
    assert speaker(text, "The Harbour Dues Act", "bars", "tolls on the quay") is None


def test_whose_adviser_somebody_was_is_not_their_role():
    text = "Ada Weil left, said Robert Holm, the president’s former press secretary, before a long talk."
    found = one(text, "Robert Holm").role
    assert found is not None and found.quote == "president’s former press secretary"


def test_who_was_served_has_not_left():
    text = "Karel Weil, who served as President Ada Holm’s adviser, met President Ada Holm."
    assert {m.modifier for m in mentions(text) if m.target.quote.endswith("Ada Holm")} == {""}


def test_what_a_site_sets_into_a_role_is_none_of_it():
    gap = "Read more ships sail"
    text = f"They heard Paul Holm, President Ada Berg {gap}’s former campaign chairman, on Monday."
    span = Span(text.index(gap), text.index(gap) + len(gap))
    reading = read(text, furniture=(Furniture(span, "advertisement"),))
    found = Mentions()(reading, Annotations("d")).mentions
    assert not any(m.role and gap in m.role.quote for m in found)


def test_what_a_persons_employer_is_is_not_what_they_are():
    text = "It is late, said Marta Ruggeri, a fellow at the Foundation for Harbours, a think tank in Karsa."
    assert one(text, "Marta Ruggeri").type == "person"


@pytest.mark.parametrize(
    "whose", ["Ines Brandt’s and Karel Weil’s families", "The Ines Brandt and Karel Weil camps"]
)
def test_somebodys_people_are_not_they(whose: str):
    text = f"{whose} condemned the new dues. Karel Weil and Ines Brandt met."
    assert speaker(text, whose, "condemned", "the new dues") is None


@pytest.mark.parametrize("who", ["Iranian hardliners", "Syrian factions"])
def test_a_wing_or_a_faction_bears_no_arms_by_its_name(who: str):
    assert speaker(f"On Monday {who} said the dam was weak.", who, "said", "the dam was weak") is None


@pytest.mark.parametrize(
    "who", ["No Republican senators", "No Republican senators and two House Republicans"]
)
def test_none_of_a_party_is_not_the_party(who: str):
    text = f"{who} voted against the dam."
    assert speaker(text, who, "voted against", "the dam") is None


def test_foreign_officials_serve_another_state():
    text = "Chilean officials met in the port. Later {} said the dam was weak."
    who = "foreign officials"
    assert speaker(text.format(who), who, "said", "the dam was weak") is None
    who = "officials"
    assert speaker(text.format(who), who, "said", "the dam was weak") == "Government of Chile"
