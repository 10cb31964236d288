"""Whose words somebody only passes on, and what only looks like who speaks; all texts are invented."""

import pytest
from tests.extract.reading import read
from tests.extract.test_mentions import mentions
from tests.extract.test_mouths import speaker

from atstake.extract.coreference import Coreference
from atstake.extract.mentions import Mentions
from atstake.model.annotations import Annotations


@pytest.mark.parametrize("whom", ["Ada Holm", "a friend"])
@pytest.mark.parametrize("who", ["Jon Weil", "AFP"])
def test_who_quotes_another_as_saying_it_does_not_say_it(who: str, whom: str):
    content = f"{whom} as saying that the dam was weak"
    spoke = speaker(f"{who} quoted {content}.", who, "quoted", content)
    assert spoke == ("Ada Holm" if (who, whom) == ("AFP", "Ada Holm") else None)


def test_who_is_quoted_as_saying_it_says_it():
    content = "as saying that the dam was weak"
    assert speaker(f"Jon Weil was quoted {content}.", "Jon Weil", "was quoted", content) == "Jon Weil"


def test_who_mimics_another_does_not_say_it():
    said = ("Jon Weil", "mimicked", '"The dam is weak."')
    assert speaker('Jon Weil mimicked the mayor: "The dam is weak."', *said) is None


def test_a_letter_read_out_is_its_writer_s():
    said = ("Jon Weil", "read", '"The dam is weak."')
    letter = 'Ada Holm left. Jon Weil read a letter from Ada Holm: "The dam is weak."'
    assert speaker(letter, *said) == "Ada Holm"
    assert speaker('Jon Weil read a letter: "The dam is weak."', *said) == "Jon Weil"


def test_the_paper_of_a_party_is_not_the_party():
    text = "The Harbour Party met. The Harbour Party newspaper said that the dam was weak."
    assert speaker(text, "The Harbour Party newspaper", "said", "that the dam was weak") is None


def test_critics_in_a_party_are_not_the_party():
    text = "The Harbour Party met. Critics in the Harbour Party said that the dam was weak."
    assert speaker(text, "Critics in the Harbour Party", "said", "that the dam was weak") is None


def test_one_member_of_a_party_is_no_body():
    text = "Ada Holm, a Democrat, spoke. The Democrat said the dam was weak."
    assert speaker(text, "The Democrat", "said", "the dam was weak") is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('Jon Weil left. "You cannot pardon himself," Ada Holm said.', None),
        ("Jon Weil spoke. It was a matter for the nephew himself.", "the nephew"),
        ('Jon Weil said that a docker "who cuts himself" must go home.', None),
        ("Jon Weil blamed himself.", "Jon Weil"),
    ],
)
def test_himself_is_of_the_same_sentence_and_quotation(text: str, who: str | None):
    reading = read(text)
    found = Mentions()(reading, Annotations("d"))
    found = found.merged(Coreference()(reading, found))
    words = {m.id: m.target.quote for m in found.mentions}
    himself = next(m for m in found.mentions if m.target.quote == "himself")
    assert words.get(himself.antecedent or "") == who


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A report from Karl Brandt, which came late, was weak.", "Karl Brandt"),
        ("He praised Ida Holm of Norden Ports, a firm, on Monday.", "Ida Holm"),
        ("Ida Holm, Federation of Ferry Men expert, left.", "Ida Holm"),
    ],
)
def test_what_is_told_of_something_beside_a_name_makes_nobody_a_body(text: str, name: str):
    assert {m.type for m in mentions(text) if m.target.quote == name} == {"person"}


def test_a_surname_is_not_the_body_that_it_is_short_for():
    text = "Lars Wagner, a docker, left. Wagner said the dam was weak."
    assert [(m.type, m.known) for m in mentions(text) if "Wagner" in m.target.quote] == [("person", "")] * 2
    group = "The Wagner Group left. Wagner said the dam was weak."
    assert {m.known for m in mentions(group) if "Wagner" in m.target.quote} == {"Wagner Group"}


def test_allies_told_of_beside_a_name_are_not_who_is_named():
    text = "Ada Holm met Oskar Brek. Ada Holm, close allies said, does not think that the dam is weak."
    said = ("Ada Holm, close allies", "said", "does not think that the dam is weak")
    assert speaker(text, *said) is None


def test_a_press_secretary_is_no_press():
    text = (
        "Secretary Oskar Brek, speaking in the hall this week, pointed to a harbour that he said was old. "
        "Press secretary Jay Carter on Thursday distanced himself from Mr. Brek’s claim.\n\n"
        "“I am not in contact with single harbours,” he said."
    )
    assert speaker(text, "he", "said.", "I am not in contact with single harbours") == "Jay Carter"


@pytest.mark.parametrize("who", ["Other lawyers", "Two lawyers"])
def test_several_are_not_the_one_who_is_called_so(who: str):
    text = f"Ana Weil, a lawyer, defended it. The Chilean lawyer did not say why. {who} told the judge no."
    assert speaker(text, who, "told", "no") is None
