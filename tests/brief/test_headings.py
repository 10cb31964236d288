"""What a row *in figures* is called, and which rows say nothing new."""

from dataclasses import replace

import pytest
from tests.brief.test_to_the_point import Paper, series, three

from atstake.brief.compose import figures
from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.figures.headings import heading
from atstake.model.annotations import Figure
from atstake.model.claims import Actor, FigureSeries, Resolution
from atstake.model.stages import Evidence
from atstake.model.text import Span


@pytest.mark.parametrize(
    ("of", "told", "name"),
    [
        ("sailors", "Three sailors died of the fever in Karst.", "Dead: sailors"),
        ("sailors", "Three sailors were killed in Karst.", "Killed: sailors"),
        ("sailors", "A blast left three sailors dead.", "Killed: sailors"),
        ("deaths", "There were 30 deaths among the sick.", "Dead"),
        ("people", "The raid left 30 people dead.", "Killed"),
    ],
)
def test_who_died_of_a_fever_was_not_killed(of, told, name):
    assert heading(FigureSeries("s", "killed", of, None, "", ()), [told]) == name


def shown(paper: Paper, *found: FigureSeries) -> list[tuple[str, float | None]]:
    coverage = Coverage(Evidence(paper.documents, paper.found), Resolution(series=found))
    return [(c.heading, v.low) for c in figures.counts(coverage) for v in c.values]


def test_one_vote_that_two_texts_count_is_told_once():
    one = "The Halden council voted 25 to 6 to close the ferry harbour."
    two = "The ferry harbour of Halden was closed by the council with 25 votes."
    paper = three(one, two)
    assert shown(paper, series(paper, one, 25, "votes"), series(paper, two, 25, "votes")) == [("Votes", 25)]
    other = series(paper, two, 40, "votes")
    assert len(shown(paper, series(paper, one, 25, "votes"), other)) == 2


def test_whom_something_befell_long_before_the_story_is_not_to_the_point():
    now = "The ferry fire in the Halden harbour killed 60 people, the council said."
    then = "A storm off the coast of Orsha had sunk a trawler and killed 40 fishermen."
    paper = three(now, then)
    before = series(paper, then, 40, of="fishermen", as_of="2021-03-01")
    assert shown(paper, series(paper, now, 60), before) == [("Killed", 60)]
    lately = series(paper, then, 40, of="fishermen", as_of="2021-04-29")
    assert len(shown(paper, series(paper, now, 60), lately)) == 2


def test_a_name_that_is_no_plural_counts_nothing():
    told = "Some 200 Halden Harbour guards stood on the quay by the ferry."
    paper = three(told)
    assert not shown(paper, series(paper, told, 200, "other", of="Halden Harbour"))
    assert shown(paper, series(paper, told, 200, "other", of="Halden Harbour guards"))


def test_an_anniversary_recalls_another_event():
    now = "The ferry fire in the Halden harbour killed 60 people, the council said."
    then = "It came on the tenth anniversary of a fire that killed 40 people in Orsha."
    paper = three(now, then)
    assert shown(paper, series(paper, now, 60), series(paper, then, 40, of="sailors")) == [("Killed", 60)]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("She would put a 20 percent tax on imports.", "Rate: imports"),
        ("The land sells 20 percent of its imports on.", "Share: imports"),
        ("She would put 20 percent tariffs on imports.", "Rate: imports"),
        ("Imports rose 20 percent in May.", "Change: imports"),
        ("Its imports are 20 percent lower than before.", "Difference: imports"),
    ],
)
def test_a_tax_is_a_rate_and_no_share(told, name):
    assert heading(FigureSeries("s", "percent", "imports", None, "", ()), [told]) == name


@pytest.mark.parametrize(
    ("kind", "of", "which", "place", "name"),
    [
        ("other", "delegates", "that Weil won", None, "Delegates that Weil won"),
        ("percent", "people", "who stay in Halden", "Halden", "Share: people who stay in Halden"),
        ("percent", "", "by which rents rose", None, "Change by which rents rose"),
        ("percent", "unemployment rate", "in Halden", None, "Unemployment rate in Halden"),
        ("money", "", "for roads", "Orsha", "Money for roads, Orsha"),
        ("killed", "people", "by the fire", None, "Killed by the fire"),
        ("votes", "more votes", "than either", None, "Votes: more votes than either"),
        ("votes", "votes", "than the plan", None, "Votes"),
        ("other", "ferries", "in Karst", "Karst, Olm", "Ferries in Karst"),
        ("other", "ferries", "called “the", None, "Ferries"),
        ("other", "harbour jobs", "loss of", None, "Loss of harbour jobs"),
        ("money", "", "toll reductions of", None, "Money: toll reductions"),
        ("money", "repairs", "demand for", None, "Money: demand for repairs"),
        ("other", "boats", "that Weil asked for", None, "Boats that Weil asked for"),
        ("votes", "farmers", "who voted for Weil", None, "Farmers who voted for Weil"),
    ],
)
def test_a_heading_says_which_are_counted(kind, of, which, place, name):
    found = FigureSeries("s", kind, of, place, "", (), which=which)
    assert heading(found) == name


def test_what_nothing_is_said_of_is_no_row():
    told = "The Halden council put the harbour and the ferry quay at $250,000 or less."
    paper = three(told)
    assert not shown(paper, series(paper, told, 250000, "money", of=""))
    assert shown(paper, series(paper, told, 250000, "money", of="repairs"))


def test_others_besides_somebody_are_not_all_of_them():
    told = "The council of Halden met after the ferry fire with 30 other harbour clerks."
    paper = three(told)
    assert not shown(paper, series(paper, told, 30, "other", of="other harbour clerks"))
    assert shown(paper, series(paper, told, 30, "other", of="harbour clerks"))


def test_what_is_named_in_general_words_gives_way_to_what_says_more():
    vague = "The council of Halden put the harbour down for $250,000 in money, a clerk said."
    plain = "The ferry harbour of Halden needs $900,000 for repairs to its quay, the council said."
    paper = three(vague, plain)
    first = series(paper, vague, 250000, "money", of="costs")
    second = series(paper, plain, 900000, "money", of="repairs")
    assert shown(paper, first, second) == [("Money: repairs", 900000)]
    assert shown(paper, first) == [("Money: costs", 250000)]


def test_a_sum_of_nothing_said_gives_way_whoever_puts_it():
    told = "The Halden council put the harbour and the ferry quay at $250,000 or less."
    plain = "The ferry harbour of Halden needs $900,000 for repairs to its quay, the council said."
    paper = three(told, plain)
    found = series(paper, told, 250000, "money", of="")
    by = replace(found, points=tuple(replace(p, attributed_to="holm") for p in found.points))
    second = series(paper, plain, 900000, "money", of="repairs")
    holm = Actor("holm", "Ida Holm", "person")

    def rows(*some: FigureSeries) -> list[str]:
        resolution = Resolution(series=some, actors=(holm,))
        return [
            c.heading for c in figures.counts(Coverage(Evidence(paper.documents, paper.found), resolution))
        ]

    assert rows(by) == ["Money"]
    assert rows(by, second) == ["Money: repairs"]


@pytest.mark.parametrize(("place", "rows"), [(None, 0), ("Halden", 1)])
def test_thousands_of_dead_whom_nobody_places_are_no_row(place, rows):
    told = "Thousands of people were killed by the harbour, says a council ferry song of Halden."
    paper = three(told)
    whole = paper.t(told)
    figure = Figure("f", whole, Span(whole.start, whole.start + 9), "killed", "people", 2000, 9999)
    paper.add(told, figures=(figure,))
    made = series(paper, told, 2000, of="people", place=place)
    point = replace(made.points[0], figure="f", high=9999)
    coverage = Coverage(
        Evidence(paper.documents, paper.found), Resolution(series=(replace(made, points=(point,)),))
    )
    assert len(figures.counts(coverage).items) == rows
