"""What is done with the counted and what hurt them, on sentences written for these tests."""

import pytest
from tests.extract.reading import read

from atstake.extract.figures import FigureExtractor
from atstake.extract.times import Times
from atstake.facts.participles import participle
from atstake.model.annotations import Annotations, Figure


def figures(text: str) -> tuple[Figure, ...]:
    reading = read(text, "2019-05-20")
    found = Annotations("d").merged(Times()(reading, Annotations("d")))
    return FigureExtractor()(reading, found).figures


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("She put $4 million into roads.", "put into roads"),
        ("The plan would change the port by putting 900 boats on a list.", "to put on a list"),
        ("The guards reported apprehending nearly 300 smugglers.", "apprehended"),
        ("Brenia said it will slap tariffs on more than 500 goods.", "to slap tariffs on"),
        ("Holm asked for the $5 million he requested to build the bridge.", "requested to build the bridge"),
        ("The mayor regretted the loss of 800 harbour jobs.", "loss of"),
        ("Weil rejected a call for 14 witnesses.", "call for"),
        ("It was about Brenian tariffs on 500 goods.", "with Brenian tariffs on them"),
        ("The council spent $4 million on roads.", "that the council spent on roads"),
        ("The council found a total of $8 million for the quay.", "that the council found for the quay"),
        ("The clerks met on Monday and bought 40 boats.", "that the clerks bought"),
        ("The millers are likely to buy 40 boats.", "that the millers are likely to buy"),
        (
            "Twelve of the farmers, who joined 44 millers in leaving the hall, came back.",
            "in leaving the hall",
        ),
        ("The bill, which passed the house in a 68-32 vote, is long.", "by which the bill passed the house"),
        (
            "The council voted 40-17 for legislation to spend $5 million.",
            "by which the council voted for legislation",
        ),
        (
            "The Halden council passed the Ferry Act (FA) this evening by a vote of 38-24, on a holiday.",
            "by which the Halden council passed the Ferry Act",
        ),
        ("No more than 51 guards out of a force of 1,500 were punished for it.", "who were punished"),
        ("There were 40 clerks who stood for re-election.", "who stood for re-election"),
        (
            "Members said 30 members of the guild aired their concerns.",
            "of the guild who aired their concerns",
        ),
        (
            "Of voters 59 percent believe that all of the old ferries should be allowed to sail on Sundays.",
            "who believe that all of the old ferries should be allowed to sail",
        ),
        (
            "He saw fractures, and maybe a dozen Halden clerks looking for a way out, but no more.",
            "looking for a way out",
        ),
        ("Some 900 farmers switched their bank this year.", "who switched their bank"),
        (
            "It is then that more than $50 million in tax increases and spending cuts start taking effect.",
            "that start taking effect",
        ),
        ("A poll showed that only 34 percent of Brenians approved of Weil.", "who approved of Weil"),
    ],
)
def test_what_is_done_with_the_counted_says_which_are_meant(text: str, which: str) -> None:
    assert any(f.which.startswith(which) or f.which.endswith(which) for f in figures(text))


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Holm did not win 60 votes.", "win"),
        ("Weil told 900 farmers that she would stay.", "told"),
        ("Holm was accused of stealing $5 million.", "stolen"),
        ("The tax is for households earning $250,000.", "earn"),
        ("That the plan drew 67 clerks shows how well it is liked.", "shows"),
        ("She asked the council to spend $40 million on roads.", "she"),
        ("They say 95 percent of mills are smaller than the old one.", "smaller"),
        (
            "The 13 tired millers (plus farmers who worked for Weil) sailing home will stay.",
            "worked for weil",
        ),
        ("They found homes of 40 children.", "homes of"),
    ],
)
def test_what_was_not_done_or_is_another_deed_says_nothing(text: str, never: str) -> None:
    assert not any(never in f.which.lower() for f in figures(text))


@pytest.mark.parametrize(
    ("text", "which"),
    [
        (
            "She came after the May 2 school shooting in Karst, which left 17 dead.",
            "in the school shooting in Karst",
        ),
        ("A blast left 40 people dead.", "by a blast"),
        (
            "After the shooting at the quay, the doctors said that 17 people had died.",
            "in the shooting at the quay",
        ),
    ],
)
def test_what_hurt_people_stands_in_another_clause(text: str, which: str) -> None:
    assert [f.which for f in figures(text) if f.low and f.low > 2][:1] == [which]


def test_who_did_not_die_is_not_counted() -> None:
    assert not figures("It is a lie that 3,000 people did not die in the flood.")
    assert figures("It is true that 3,000 people died in the flood.")


def test_who_had_a_part_in_a_killing_was_not_killed() -> None:
    told = "We have already punished 17 Brenians known to have been involved in the murder of Mr. Holm, and "
    found = figures(f"{told}the disposal of his body.")
    assert [f.kind for f in found] == ["other"]


def test_a_noun_goes_on_behind_an_adjective() -> None:
    assert figures("They blocked a $2 trillion flood economic relief fund.")[0].of.endswith("relief fund")


def test_how_old_a_man_is_counts_nobody() -> None:
    assert not figures("Another man, 81, died in the storm.")


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("spend", "spent"), ("plan", "planned"), ("carry", "carried"), ("raise", "raised"), ("drop", "dropped")],
)
def test_the_past_participle_of_a_verb(lemma: str, form: str) -> None:
    assert participle(lemma) == form
