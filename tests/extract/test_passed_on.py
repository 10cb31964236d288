"""Words that are not whose name stands beside them: passed on, in a body, beside a name, in its paper."""

import pytest
from tests.extract.test_mouths import speaker


def test_who_only_quotes_another_says_nothing():
    text = "On Monday Oskar Brek quoted me as saying that the dam was weak. Brek left."
    assert speaker(text, "Oskar Brek", "quoted", "me as saying that the dam was weak") is None


@pytest.mark.parametrize("verb", ["mimicked", "imitates"])
def test_who_mimics_another_says_nothing(verb):
    text = f"Oskar Brek {verb} that the dam was weak. Brek left."
    assert speaker(text, "Oskar Brek", verb, "that the dam was weak") is None


def test_of_a_letter_that_is_read_out_the_words_are_the_writers():
    text = "On Monday Oskar Brek read a letter by Ada Holm that the dam was weak. Holm left."
    assert speaker(text, "Oskar Brek", "read", "that the dam was weak") == "Ada Holm"


@pytest.mark.parametrize("who", ["Critics in the Labor Department", "Critics inside the Labor Department"])
def test_critics_in_a_body_are_not_the_body(who):
    text = f"The Labor Department met. {who} said the dam was weak."
    assert speaker(text, who, "said", "the dam was weak") is None


def test_allies_told_of_beside_a_name_are_not_who_is_named():
    text = "Ada Holm met Oskar Brek. Ada Holm, close allies said, does not think that the dam is weak."
    said = ("Ada Holm, close allies", "said", "does not think that the dam is weak")
    assert speaker(text, *said) is None


def test_the_paper_of_a_party_is_not_the_party():
    who = "China’s Communist Party newspaper"
    assert speaker(f"{who} said the dam was weak.", who, "said", "the dam was weak") != "Communist Party"


def test_one_of_a_party_is_no_party():
    text = "A debate was held. The Democrat said the dam was weak."
    assert speaker(text, "The Democrat", "said", "the dam was weak") is None


def test_a_surname_is_no_body_of_that_name():
    text = "Karl Wagner, a docker, came. Wagner said the dam was weak."
    assert speaker(text, "Wagner", "said", "the dam was weak") == "Karl Wagner"
    text = "Mr. Wagner came. Wagner said the dam was weak."
    assert speaker(text, "Wagner", "said", "the dam was weak") != "Wagner Group"
    text = "The Wagner Group came. Wagner said the dam was weak."
    assert speaker(text, "Wagner", "said", "the dam was weak") == "Wagner Group"


def test_a_press_secretary_is_no_press():
    text = (
        "Secretary Oskar Brek, speaking in the hall this week, pointed to a harbour that he said was old. "
        "Press secretary Jay Carter on Thursday distanced himself from Mr. Brek’s claim.\n\n"
        "“I am not in contact with single harbours,” he said."
    )
    assert speaker(text, "he", "said.", "I am not in contact with single harbours") == "Jay Carter"
