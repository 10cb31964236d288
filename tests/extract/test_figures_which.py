"""Which of the counted a number is of, on sentences written for these tests."""

import pytest

from atstake.extract.figures import FigureExtractor
from atstake.extract.parse import Parser
from atstake.extract.times import Times
from atstake.model.annotations import Annotations, Attribution
from atstake.model.text import Document, Span


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def figures(parser, text, published="2019-05-20"):
    reading = parser(Document(id="d", text=text, published=published))
    found = Annotations("d").merged(Times()(reading, Annotations("d")))
    return FigureExtractor()(reading, found).figures


@pytest.mark.parametrize(
    ("text", "of", "which"),
    [
        ("The mayor praised 40 guards hired by the council.", "guards", "hired by the council"),
        (
            "Holm needs the 120 delegates needed to win the nomination in July.",
            "delegates",
            "needed to win the nomination",
        ),
        ("Sixty percent of voters said they oppose the bridge.", "voters", "who said they oppose the bridge"),
        ("In Karsa, 42 percent support Weil.", "", "who support Weil"),
        ("Weil won 46 percent of those voters on Tuesday.", "those voters", "that Weil won"),
        ("Weil faces 18 new charges.", "new charges", "that Weil faces"),
        ("Weil beat Brandt by 5,198 votes.", "votes", "by which Weil beat Brandt"),
        ("The council passed the plan 52-48.", "", "by which the council passed the plan"),
        (
            "Young farmers, who make up 20 percent of the members, stayed away.",
            "members",
            "that Young farmers",
        ),
        ("The council of Halden spent $4 million on roads.", "", "that the council of"),
        ("She is short of the 40 seats she needs to win a majority.", "seats", "needed to win a majority"),
        ("It takes 40 seats to win a majority.", "seats", "needed to win a majority"),
        ("The lawmakers voted 40-17 for the bridge.", "", "by which the lawmakers voted for the bridge"),
        ("Holm plans 25 percent tariffs on steel imports.", "tariffs", "on steel imports"),
        ("Fewer than 2,000 votes separating the two parties were cast.", "votes", "separating the two"),
        ("The fire in the mill killed 12 people.", "people", "by the fire"),
        ("Twelve people were killed in the attack on the mill.", "people", "in the attack on the mill"),
        ("It was the attack on the mill that killed 12 people.", "people", "by the attack on the mill"),
        (
            "About 600 jobs are at risk, and 30 farmers and 20 millers who stayed lost land.",
            "jobs",
            "that are",
        ),
    ],
)
def test_the_words_around_a_noun_say_which_are_meant(parser, text, of, which):
    first = figures(parser, text)[0]
    assert first.of == of
    assert first.which.startswith(which)


@pytest.mark.parametrize(
    "text",
    [
        "They wanted 40 boats.",
        "Some 40 boats, including six ferries, came.",
        "How many of the 40 boats did Holm want?",
        "Council Buys 40 Boats",
        "He took the 40 boats he had.",
        "They met on Monday with 40 boats.",
        "The boats, of which 40 sank.",
        "Three of more than 400 boats had sunk.",
    ],
)
def test_what_points_elsewhere_or_breaks_off_says_nothing(parser, text):
    assert not any(f.which for f in figures(parser, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Holm is behind a plan to kill the 60-vote rule in the council.", []),
        ("The rebels fired a three-stage rocket.", []),
        ("Police detained three-term Brenian mayor Holm on Monday.", []),
        ("The blast killed a 40-member Brenian crew.", [("killed", 40)]),
        ("They need a crane and a mast for one of those rockets.", []),
        ("The court charged 13 fishermen with a plot to hurt the mayor.", [("other", 13)]),
        ("The bomb killed a clerk and 12 fishermen.", [("killed", 12)]),
        ("Voters older than 65 preferred the bridge.", []),
        ("The poll of 1,051 voters was taken in May.", []),
        ("It has a margin of error of 3 percentage points.", []),
        ("The clerk has turned over 44 letters.", [("other", 44)]),
        ("They sent several thousand work-related letters.", [("other", 2000)]),
    ],
)
def test_what_counts_nothing_is_no_figure(parser, text, expected):
    assert [(f.kind, f.low) for f in figures(parser, text)] == expected


def test_letters_that_are_turned_over_are_so_many(parser):
    (found,) = figures(parser, "The clerk has turned over 44 letters.")
    assert (found.low, found.high) == (44, 44)


def test_half_of_an_adjective_is_not_what_is_counted(parser):
    (found,) = figures(parser, "They sent 400 work-related letters.")
    assert found.of == "work-related letters"


def test_a_name_that_begins_a_clause_is_not_what_is_counted(parser):
    found = figures(parser, "Holm praised the $2 billion package Parliament passed last week.")
    assert [f.of for f in found] == ["package"]


def test_a_day_that_names_an_end_is_not_that_of_a_count(parser):
    text = "The bill passed with 75 farmers voting to beat a Friday deadline."
    assert [f.as_of for f in figures(parser, text)] == [None]


def test_a_share_won_in_a_vote_is_of_its_year(parser):
    (found,) = figures(parser, "In Arden, where Weil won 73 percent in the 2016 primary, polls show a tie.")
    assert (found.as_of or "")[:4] == "2016"


def test_a_noun_behind_the_counted_that_does_something_is_not_counted(parser):
    found = figures(parser, "She praised the $500 million in rebates consumers will be receiving.")
    assert [f.of for f in found] == ["rebates"]


def test_a_fine_for_each_is_a_fine(parser):
    (found,) = figures(parser, "They put off the $2,000-per-worker fine on mills.")
    assert found.of.endswith("fine")


def test_a_weekday_of_no_plan_is_not_ahead(parser):
    (found,) = figures(parser, "Holm's order Friday gives her $40 million in funds.")
    assert found.as_of is None or found.as_of <= "2019-05-20"


def test_who_wants_to_act_after_a_toll_does_not_count_it(parser):
    text = "Holm vowed to close the quay after a fire killed 17 people in Karsa."
    reading = parser(Document(id="d", text=text, published="2019-05-20"))

    def at(words):
        return reading.target(Span(text.index(words), text.index(words) + len(words)))

    said = Attribution("said", at(text[11:-1]), cue=at("vowed"), form="indirect")
    (found,) = FigureExtractor()(reading, Annotations("d", attributions=(said,))).figures
    assert found.attribution is None


def test_what_belongs_to_a_place_is_not_told_of_it(parser):
    text = "On one of Olm's hardest questions, lawmakers have voted for 40 boats."
    assert all(f.place != "Olm" for f in figures(parser, text.replace("Olm", "America")))
