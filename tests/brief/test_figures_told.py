"""*In figures*: each value on words that hold it, with an anchor of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.resolve.made_statements import Story, figure

from atstake.brief.compose import compose
from atstake.brief.compose.figures.series import events
from atstake.brief.compose.figures.words import can_say
from atstake.model.claims import OUTLET, FigurePoint, FigureSeries
from atstake.model.provenance import Run
from atstake.model.text import Document, Span, Target

LONG = (
    "At the end of a week in which the wards of the hospital at Karst had taken in everybody whom "
    "the boats had brought, from the islands, from the delta, from the villages under the dam and "
    "from the town itself, where the water still stood in the streets, in the cellars and in the "
    "yards behind the mills, 12 people were dead and 2,400 people in three more towns were dead too."
)


def values(text, *numbers, below=False):
    """What is told of the numbers of a text, as one series."""
    story = Story().document("a", text)
    found = [figure(story.documents["a"], words, None if below else value, value) for words, value in numbers]
    points = tuple(
        FigurePoint(f.id, f.target, f.low, f.high, OUTLET, "2020-03-01", (f"origin-{n}",))
        for n, f in enumerate(found)
    )
    series = FigureSeries("series-1", "killed", "people", None, "", points)
    annotations = {"a": replace(story.annotations["a"], figures=tuple(found))}
    resolution = replace(story.resolution(), series=(series,))
    brief = compose(replace(story.evidence(), annotations=annotations), resolution, Run("run-1", "1"))
    return brief.figures.items[0].values


def test_two_values_of_one_sentence_have_two_anchors():
    told = values("The flood killed 12 people in Karst and 24 people in Tarn.", ("12", 12.0), ("24", 24.0))
    assert len({v.line.key for v in told}) == len(told) == 2


def test_a_value_far_into_a_long_sentence_stands_in_its_quote():
    told = values(LONG, ("12", 12.0), ("2,400", 2400.0))
    assert len(told) == 2
    for value, words in zip(told, ("12 people", "2,400 people"), strict=True):
        assert any(words in quote.target.quote for quote in value.line.quotes)


def test_nearly_is_said_so():
    told = values("The flood killed nearly 300 people in the town of Karst.", ("300", 300.0), below=True)
    assert [value.words for value in told] == ["nearly 300"]
    told = values("The flood killed up to 300 people in the town of Karst.", ("300", 300.0), below=True)
    assert [value.words for value in told] == ["up to 300"]


def test_a_part_of_a_toll_is_no_figure_of_its_own():
    told = values("The flood killed 40 people in Karst, including 9 children.", ("40", 40.0), ("9", 9.0))
    assert [value.low for value in told] == [40.0]
    told = values(
        "The flood hurt 69 people in Karst, with 17 of them gravely ill.", ("69", 69.0), ("17", 17.0)
    )
    assert [value.low for value in told] == [69.0]


def test_what_kills_is_no_claimant():
    assert not can_say("a string of bombings")
    assert not can_say("the blast")
    assert not can_say("Holm's")
    assert not can_say("40 percent")
    assert not can_say("which aides")
    assert can_say("a statement on the website of the ministry")
    assert can_say("opposition sources")


def tolls(*told):
    """How many counts one series of tolls makes: of each value, its document, day, and who gives it."""
    story = Story()
    for key in dict.fromkeys(d for d, *_ in told):
        rows = [low for d, low, _, _ in told if d == key]
        story = story.document(key, " ".join(f"The blast in Karst killed {low} people." for low in rows))
    found = [(figure(story.documents[d], str(low), low, low), day, by) for d, low, day, by in told]
    points = tuple(
        FigurePoint(f.id, f.target, f.low, f.high, by, day, (f.target.document,)) for f, day, by in found
    )
    series = FigureSeries("series-1", "killed", "people", None, "", points)
    return len(list(events(series, lambda p: p.attributed_to == OUTLET)))


def test_tolls_of_one_series_are_of_one_event_only_where_days_and_values_allow():
    assert tolls(("a", 40, "2020-03-01", OUTLET), ("b", 44, "2020-03-02", OUTLET)) == 1
    assert tolls(("a", 40, "2020-03-01", OUTLET), ("b", 51, "2020-06-02", OUTLET)) == 1
    assert tolls(("a", 140, "2020-03-01", OUTLET), ("b", 51, "2020-06-02", OUTLET)) == 2
    assert tolls(("a", 51, "2020-03-01", OUTLET), ("a", 12, "2020-03-01", OUTLET)) == 2
    assert tolls(("a", 51, "2020-03-01", OUTLET), ("a", 12, "2020-03-01", "ministry")) == 1


@pytest.mark.parametrize(
    ("lows", "highs", "parts"),
    [
        ((85e9, 100e9), (85e9, 100e9), 1),
        ((4500.0, 85e9), (4500.0, 85e9), 2),
        ((1e9, 85e9), (99e9, 85e9), 1),
        ((85e9, 750e9, 90e9), (85e9, 750e9, 90e9), 2),
    ],
)
def test_sums_of_another_size_are_of_another_thing(lows, highs, parts):
    document = Document("d", "The sum was told.")
    target = Target.of(document, Span(0, 17))
    points = tuple(
        FigurePoint(f"f{n}", target, low, high, OUTLET, None, ("d",))
        for n, (low, high) in enumerate(zip(lows, highs, strict=True))
    )
    series = FigureSeries("series-1", "money", "cuts", None, "USD", points)
    made = list(events(series, lambda _: False))
    assert len(made) == parts
    assert sorted(p.figure for m in made for p in m.points) == [p.figure for p in points]
    for whole in (replace(series, disputed=True), replace(series, kind="other")):
        assert list(events(whole, lambda _: False)) == [whole]


def share(text, number, low, which="who oppose the bridge"):
    """Who is shown to give a share of a text."""
    story = Story().document("a", text)
    found = replace(figure(story.documents["a"], number, low, low), kind="percent", of="voters", which=which)
    point = FigurePoint(found.id, found.target, low, low, OUTLET, "2020-03-01", ("one",))
    series = FigureSeries("series-1", "percent", "voters", None, "percent", (point,), which=which)
    annotations = {"a": replace(story.annotations["a"], figures=(found,))}
    resolution = replace(story.resolution(), series=(series,))
    brief = compose(replace(story.evidence(), annotations=annotations), resolution, Run("run-1", "1"))
    return brief.figures.items[0].values[0].claimant


def test_a_share_is_credited_to_the_poll_it_is_read_from():
    told = "Sixty percent of the voters in Karst oppose the bridge"
    assert share(f"{told}, a Karsa University poll found.", "Sixty", 60.0) == "“a Karsa University poll”"
    before = "The Karsa University poll was taken in March in all of the towns. "
    assert share(f"{before}{told}.", "Sixty", 60.0) == "“Karsa University poll”"
    unnamed = "The survey was taken in March in all of the towns on the river. "
    assert "survey" not in share(f"{unnamed}{told}.", "Sixty", 60.0)
    assert "poll" not in share(f"{before}{told}.", "Sixty", 60.0, which="")


def test_whom_something_could_kill_is_not_dead():
    could = "They build bombs that can bring down a tower in the town of Karst, killing 300 people."
    told = values(f"{could} The flood killed 12 people in Karst.", ("300", 300.0), ("12", 12.0))
    assert [v.low for v in told] == [12.0]
