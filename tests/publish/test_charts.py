import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atstake.model.brief import Count, Line, Past, Prose, Spot, Value
from atstake.publish.charts import figures, locator, timeline

LINE = Line("k", (Prose("x"),))
SVG = "{http://www.w3.org/2000/svg}"


def value(low, high, words="some", claimant="A <b> & co"):
    return Value(low, high, words, claimant, "a", "2021-05-01", "1 May 2021", LINE)


def spot(name, lat, lon, disputed=False):
    return Spot(name, name, lat, lon, LINE, None, 1, disputed)


def past(id, first, last):
    return Past(id, LINE, "then", first, last)


def read(drawing):
    root = ET.fromstring(drawing)
    assert root.find(f"{SVG}title").text
    assert root.find(f"{SVG}desc").text
    return root


def test_a_bound_that_is_open_has_an_arrow_and_a_range_a_bar():
    drawing = figures(Count("s", "killed", "Killed", (value(9, None), value(5, 7), value(3, 3))))
    root = read(drawing)
    assert len(root.findall(f"{SVG}path")) == 1
    assert len(root.findall(f"{SVG}circle")) == 2
    assert "A <b> & co" in "".join(root.itertext())


def test_the_day_leaves_the_claimants_name_its_room():
    names = ("Ministry of Health of Aldovia", "Ministry of Defence of Brenia")
    days = ("31 December 2021", "1 January 2022")
    told = zip((value(9, 9), value(5, 5)), names, days, strict=True)
    rows = tuple(replace(v, claimant=name, when=day) for v, name, day in told)
    words = [t.text for t in read(figures(Count("s", "killed", "Killed", rows))).iter(f"{SVG}text")]
    assert {*names, *days} <= set(words)


def test_one_value_is_no_drawing():
    assert figures(Count("s", "killed", "Killed", (value(9, None),))) == ""


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.integers(-5, 10**13)), st.one_of(st.none(), st.integers(-5, 10**13))
        ),
        min_size=2,
        max_size=6,
    )
)
def test_any_values_stay_on_the_paper(bounds):
    rows = tuple(value(*(sorted(b) if None not in b else b)) for b in bounds if b != (None, None))
    drawing = figures(Count("s", "other", "Things", rows))
    for circle in read(drawing).findall(f"{SVG}circle") if drawing else ():
        assert 0 <= float(circle.get("cx")) <= 640


def test_days_are_dots_and_uncertain_dates_fade():
    root = read(
        timeline(
            [
                past("a", "2021-05-01", "2021-05-01"),
                past("b", "2021-05-03", "2021-05-09"),
                past("c", None, None),
            ]
        )
    )
    assert len(root.findall(f"{SVG}circle")) == 1
    assert "url(#" in root.find(f"{SVG}rect").get("fill")
    assert timeline([past("a", "2021-05-01", "2021-05-01")]) == ""


def test_the_map_hatches_disputed_areas_and_says_so():
    drawing = locator([spot("Simferopol", 44.95, 34.1, True), spot("Odesa", 46.48, 30.73)])
    words = "".join(read(drawing).itertext())
    assert "takes no side" in words
    assert "Odesa" in words
    assert "pattern" in drawing
    assert "pattern" not in locator([spot("Lima", -12, -77)]).split("</defs>")[1]


@pytest.mark.parametrize("lat,lon", [(0, 0), (89, 0), (-89, 179), (64, -179.9)])
def test_a_map_anywhere(lat, lon):
    read(locator([spot("Here", lat, lon)]))


def test_no_place_no_map():
    assert locator([spot("Nowhere", None, None)]) == ""


def test_the_same_content_is_drawn_the_same():
    one = [spot("Lima", -12, -77), spot("Quito", -0.2, -78.5)]
    assert locator(one) == locator(list(one))


def test_a_far_place_named_once_does_not_shrink_the_story():
    near = [spot("Linz", 48.3, 14.3), spot("Graz", 47.1, 15.4)]
    near = [Spot(s.place, s.name, s.lat, s.lon, LINE, "AUT", 20) for s in near]
    words = "".join(read(locator([*near, spot("Lima", -12, -77)])).itertext())
    assert "Outside this map: Lima." in words
