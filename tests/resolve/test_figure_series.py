"""Series of figures over small documents written for these tests."""

from atstake.model.annotations import Annotations, Attribution, Figure, Statement
from atstake.model.claims import OUTLET, Resolution
from atstake.model.provenance import target_id
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target
from atstake.resolve.figures import FigureSeriesResolver


class Story:
    """Documents with one figure each."""

    def __init__(self):
        self.documents, self.annotations, self.attributed = {}, {}, []

    def add(self, id, date, text, low, high, *, by=None, kind="killed", of="people", **more):
        document = Document(id=id, text=text, published=date)
        target = Target.of(document, Span(0, len(text)))
        number = next(i for i, c in enumerate(text) if c.isdigit())
        said = Attribution(id=f"a-{id}", content=target) if by else None
        if by:
            self.attributed.append((f"a-{id}", by))
        figure = Figure(
            id=f"f-{id}",
            target=target,
            number=Span(number, number + 1),
            kind=kind,
            of=of,
            low=low,
            high=high,
            attribution=said.id if said else None,
            **more,
        )
        self.documents[id] = document
        self.annotations[id] = Annotations(
            id,
            attributions=(said,) if said else (),
            figures=(figure,),
            statements=(Statement(target_id("s", target), target, 0, 0),),
        )
        return self

    def series(self, order=None):
        keys = order or list(self.documents)
        evidence = Evidence({k: self.documents[k] for k in keys}, {k: self.annotations[k] for k in keys})
        return FigureSeriesResolver()(evidence, Resolution(attributed=tuple(self.attributed))).series


def siege():
    return (
        Story()
        .add(
            "a",
            "2021-05-01",
            "The ministry said 12 people died in the fire at Halden mill.",
            12,
            12,
            by="ministry",
        )
        .add("b", "2021-05-01", "Rebels said 40 people died in the fire at Halden mill.", 40, 40, by="rebels")
        .add(
            "c", "2021-05-01", "Unions want 900 euros more a year for nurses.", 900, 900, kind="money", of=""
        )
    )


def test_claimants_who_differ_at_one_time_are_disputed():
    series = siege().series()
    fire = next(s for s in series if s.kind == "killed")
    assert fire.disputed
    assert {p.attributed_to for p in fire.points} == {"ministry", "rebels"}
    assert not next(s for s in series if s.kind == "money").disputed


def test_growth_over_time_is_no_dispute():
    story = (
        Story()
        .add(
            "a",
            "2021-05-01",
            "The ministry said 12 people died in the fire at Halden mill.",
            12,
            12,
            by="ministry",
        )
        .add(
            "b",
            "2021-05-04",
            "The ministry said 19 people died in the fire at Halden mill.",
            19,
            19,
            by="ministry",
        )
        .add(
            "c", "2021-05-06", "Doctors said 23 people died in the fire at Halden mill.", 23, 23, by="doctors"
        )
    )
    story.add("x", "2021-05-02", "Unions want 900 euros more for nurses.", 900, 900, kind="money", of="")
    story.add("y", "2021-05-02", "The club paid 7 players late.", 7, 7, kind="other", of="players")
    (fire,) = (s for s in story.series() if s.kind == "killed")
    assert [p.low for p in fire.points] == [12, 19, 23]
    assert not fire.disputed


def test_one_value_with_more_or_less_care_is_no_dispute():
    story = (
        Story()
        .add(
            "a",
            "2021-05-01",
            "The ministry said more than 400 people died in the Halden quake.",
            400,
            None,
            by="m",
        )
        .add("b", "2021-05-01", "Doctors said 429 people died in the Halden quake.", 429, 429, by="d")
    )
    assert not any(s.disputed for s in story.series())


def test_order_of_arrival_changes_nothing():
    story = siege()
    assert story.series(["a", "b", "c"]) == story.series(["c", "b", "a"])


def test_what_nobody_is_said_to_claim_is_the_outlets():
    story = Story().add("a", "2021-05-01", "The fire killed 3 people.", 3, 3)
    assert story.series()[0].points[0].attributed_to == OUTLET


def test_a_toll_that_has_risen_is_the_earlier_one_grown():
    story = (
        Story()
        .add(
            "a",
            "2021-05-01",
            "Police said 31 people were killed by the flood in Halden.",
            31,
            31,
            by="police",
        )
        .add(
            "b",
            "2021-05-02",
            "The death toll of the flood in Halden has risen to 44.",
            44,
            44,
            by="mayor",
            of="",
        )
        .add("c", "2021-05-02", "Unions want 900 euros more for nurses.", 900, 900, kind="money", of="")
    )
    (toll,) = (s for s in story.series() if s.kind == "killed")
    assert [p.low for p in toll.points] == [31, 44]
    assert not toll.disputed


def test_two_claimants_at_one_time_are_at_odds_whatever_has_risen():
    story = siege().add(
        "d", "2021-05-01", "Rebels say 51 died at Halden mill; prices rose.", 51, 51, by="rebels"
    )
    assert next(s for s in story.series() if s.kind == "killed").disputed


def toll(*told):
    """Tolls of one event in words that have little in common: (day, text, low, what else)."""
    story = Story()
    for n, (day, text, low, more) in enumerate(told):
        story.add(f"t{n}", day, text, low, None, kind="injured", **{"of": "", **more})
    return story.series()


def test_great_tolls_of_one_week_are_one_series():
    one = ("2021-05-02", "The two blasts on the quay wounded at least 176 of them.", 176, {})
    two = (
        "2021-05-03",
        "The two blasts on the quay did injuries to more than 200 people.",
        200,
        {"of": "people"},
    )
    assert len(toll(one, two)) == 1
    assert len(toll(one, ("2021-06-03", *two[1:]))) == 2
    assert len(toll(one, (*two[:2], 900, two[3]))) == 2
    assert len(toll((*one[:3], {"place": "Karsa"}), (*two[:3], {"place": "Orsha"}))) == 2


def test_a_series_with_two_places_as_often_has_none():
    same = "The observers say that 170000 people died in the long war."
    values = [("2021-05-02", same, 170000, {"place": p}) for p in ("Karsa", "Orsha")]
    (series,) = toll(*values)
    assert series.place is None
    (series,) = toll(*values, ("2021-05-02", same, 170000, {"place": "Karsa"}))
    assert series.place == "Karsa"


def test_the_toll_of_two_attacks_is_not_that_of_one_of_them():
    story = (
        Story()
        .add(
            "a",
            "2021-05-01",
            "At least 20 people died in a shooting at a market in Halden.",
            20,
            None,
            place="Halden",
        )
        .add(
            "b",
            "2021-05-01",
            "Two mass shootings, one of them in Halden, have left 29 people dead.",
            29,
            29,
            place="Halden",
        )
    )
    assert sorted(len(s.points) for s in story.series()) == [1, 1]
    assert {s.place for s in story.series()} == {"Halden", None}


def test_tolls_told_weeks_apart_without_a_day_are_of_two_events():
    first, then = "The bomb killed 51 people in the market.", "A bomb killed 40 people in the market hall."
    near = Story().add("a", "2021-05-01", first, 51, None).add("b", "2021-05-03", then, 40, 40)
    far = Story().add("a", "2021-05-01", first, 51, None).add("b", "2021-07-03", then, 40, 40)
    assert (len(near.series()), len(far.series())) == (1, 2)


def test_a_place_that_fewer_than_half_of_the_values_give_is_no_place_of_the_series():
    story = Story()
    for n, place in enumerate(("Halden", None, None)):
        story.add(
            f"d{n}", "2021-05-01", f"{40 + n} people died in the mill fire.", 40 + n, 40 + n, place=place
        )
    (series,) = story.series()
    assert series.place is None


def test_two_nouns_that_share_a_description_are_two_things():
    story = Story()
    story.add(
        "a",
        "2021-05-01",
        "The 23 former village clerks of Olm wrote to the council.",
        23,
        23,
        kind="other",
        of="former village clerks",
    )
    story.add(
        "b",
        "2021-05-01",
        "The 58 former harbour guards of Olm wrote to the council.",
        58,
        58,
        kind="other",
        of="former harbour guards",
    )
    assert len(story.series()) == 2


def test_what_most_tellings_of_a_value_say_is_which_it_is_of():
    story = Story()
    for key, day in (("a", "2021-05-01"), ("b", "2021-05-02")):
        story.add(key, day, "The fire in Olm killed 140 people at the mill.", 140, 140, which="by the fire")
    (found,) = story.series()
    assert found.which == "by the fire"
