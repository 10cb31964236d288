from atstake.facts.places import find, is_shared, place_key
from atstake.facts.worldmap import disputed_at, outlines


def test_states_and_areas_go_before_cities():
    assert find("Georgia").country == "GEO"
    assert find("the United States").kind == "state"


def test_a_namesake_is_told_by_the_countries_of_the_story():
    assert find("Tripoli", {"LBN"}).country == "LBN"
    assert find("Tripoli", {"LBY"}).country == "LBY"


def test_states_of_a_federation_are_no_towns_of_their_name_elsewhere():
    for name in ("Virginia", "West Virginia", "South Carolina", "Ontario"):
        place = find(name)
        assert (place.name, place.kind) == (name, "area")
    assert find("southern Virginia").country == "USA"
    assert find("Georgia", {"USA"}).country == "USA"
    assert find("Georgia", {"USA", "GEO"}).country == "GEO"


def test_a_house_and_a_city_are_what_their_names_say():
    assert find("White House").country == "USA"
    assert find("Washington").kind == "city"


def test_a_state_and_an_area_of_one_name_are_told_by_the_countries_of_the_story():
    assert is_shared("Georgia")
    assert not is_shared("Virginia")
    assert find("Georgia", {"USA"}).country == "USA"
    assert find("Georgia", {"GEO", "USA"}).country == "GEO"


def test_a_town_that_bears_the_name_goes_before_a_larger_one_that_once_did():
    assert find("Manchester", {"USA"}).name == "Manchester"


def test_small_towns_far_from_the_story_are_no_answer():
    assert find("Springfield") is None
    assert find("Qusayr", {"SYR"}) is not None


def test_directions_and_kinds_are_read_past():
    assert find("northern Aleppo", {"SYR"}).name == "Aleppo"
    assert find("Daraa province", {"SYR"}).country == "SYR"


def test_disputed_places_have_no_side():
    for name in ("Crimea", "Sevastopol", "Golan Heights", "Srinagar", "Tskhinvali", "Jerusalem"):
        place = find(name)
        assert place is None or (place.disputed and place.country is None), name
    assert find("Taiwan").disputed
    assert find("Kosovo").disputed


def test_keys_fold_accents_and_apostrophes():
    assert place_key("Dar‘ā") == place_key("Dara")


def test_disputed_areas_are_shapes_of_their_own():
    names = {o.name for o in outlines() if o.kind == "disputed"}
    assert {
        "Crimea", "Golan Heights", "Western Sahara", "Kashmir", "Abkhazia", "South Ossetia", "Transnistria",
        "Northern Cyprus", "Kosovo", "Taiwan", "Palestinian territories",
    } <= names  # fmt: skip
    assert not names & {o.name for o in outlines() if o.kind == "country"}
    kinds = [o.kind for o in outlines()]
    assert kinds == sorted(kinds), "countries are drawn first"


def test_points_in_disputed_areas():
    assert disputed_at(34.3, 45.2) == "Crimea"
    assert disputed_at(35.8, 33.0) == "Golan Heights"
    assert disputed_at(2.35, 48.85) is None


def test_coordinates_are_on_the_globe():
    for outline in outlines():
        for ring in outline.rings:
            assert len(ring) > 2
            # A ring over the antimeridian is there twice, so that it can be drawn on either side.
            assert all(-360 <= x <= 360 and -90 <= y <= 90 for x, y in ring)
