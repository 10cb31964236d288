"""What any editor would find in plain, invented stories, read from the text to the page."""

from __future__ import annotations

from pathlib import Path

import pytest

import atstake
from atstake.model.brief import Brief, Chain, Line, Prose

STORIES = Path(__file__).with_name("textbook")


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Brief]:
    """The page of each story."""
    made = {}
    for path in sorted(STORIES.glob("*.jsonl")):
        with atstake.open(tmp_path_factory.mktemp(path.stem) / f"{path.stem}.atstake") as story:
            story.add(path)
            made[path.stem] = story.brief()
    return made


def words(line: Line) -> str:
    return " ".join(q.target.quote for q in line.quotes)


def told(chain: Chain) -> list[tuple[str, str]]:
    return [(step.name, words(step.line)) for step in chain.steps]


def entry(brief: Brief, part: str) -> list[tuple[str, str]]:
    """The claims entry of which a line has these words."""
    return next(told(c) for c in brief.claims if any(part in w for _, w in told(c)))


@pytest.mark.parametrize(
    ("story", "part", "speakers"),
    [
        ("border", "Chile denied the accusation", ["Ana Koro", "Government of Chile", "Oto Lind"]),
        ("border", "Varga rejected the demand", ["Ana Koro", "Piet Varga"]),
        ("border", "dismissed the claim that rebels", ["Government of Peru"]),
        ("border", "contradicted Marsan", ["Government of Kenya"]),
        ("dam", "dismissed the report as fiction", ["Ethiopian state television", "Kenyan army"]),
        ("dam", "Ethiopia rejected the charge", ["Grace Wanjala", "Government of Ethiopia", "Alemu Tadesse"]),
    ],
)
def test_who_denies_what(briefs: dict[str, Brief], story: str, part: str, speakers: list[str]):
    assert [name for name, _ in entry(briefs[story], part)] == speakers


@pytest.mark.parametrize("part", ["Tens of thousands", "0800 GMT", "10:00"])
def test_what_agrees_is_no_dispute(briefs: dict[str, Brief], part: str):
    assert not [w for chain in briefs["border"].claims for _, w in told(chain) if part in w]


@pytest.mark.parametrize(
    ("story", "name", "part"),
    [
        ("border", "Piet Varga", "a reversal of his position"),
        ("dam", "Grace Wanjala", "softening her earlier refusal"),
    ],
)
def test_who_now_says_something_else(briefs: dict[str, Brief], story: str, name: str, part: str):
    turns = [(turn.name, words(turn.line)) for turn in briefs[story].shifts]
    assert [n for n, w in turns if part in w] == [name]


def test_surnames_and_towns_are_no_bodies(briefs: dict[str, Brief]):
    names = {person.name for person in briefs["border"].who}
    assert {"Ana Koro", "Piet Varga", "Oto Lind", "Leo Marsan"} <= names
    assert not names & {"Koro", "Varga", "Lind", "Marsan", "Tarapo"}


def test_a_copy_of_a_wire_story_is_no_origin_of_its_own(briefs: dict[str, Brief]):
    assert sorted(len(group.sources) for group in briefs["border"].sources) == [1, 1, 1, 2]


def test_what_was_called_off_and_when_it_is_now(briefs: dict[str, Brief]):
    ahead = [(event.certainty, words(event.line)) for event in briefs["border"].ahead]
    assert any(certainty == "cancelled" and "called off" in w for certainty, w in ahead)
    assert any(certainty == "scheduled" and "now be held on Monday" in w for certainty, w in ahead)


def test_what_was_called_off_is_no_key_point(briefs: dict[str, Brief]):
    points = [words(point) for point in briefs["border"].key_points]
    assert points and not any("on Friday" in w and "session" in w for w in points)


def test_who_gives_which_figure(briefs: dict[str, Brief]):
    given = {
        (value.claimant, value.low)
        for story in ("border", "dam")
        for count in briefs[story].figures
        for value in count.values
    }
    assert {("Leo Marsan", 63), ("Government of Kenya", 31), ("“Police”", 5)} <= given
    assert ("Government of Kenya", 63) not in given


def test_what_nobody_answered_and_nobody_knows(briefs: dict[str, Brief]):
    told = [(gap.kind, words(gap.line)) for story in ("border", "dam") for gap in briefs[story].unknown]
    for kind, part in (
        ("no-reply", "poisoning the wells"),
        ("open-question", "who ordered the withdrawal"),
        ("open-question", "who closed the gates"),
    ):
        assert any(kind == k and part in w for k, w in told), part


def test_what_somebody_is_told_to_deny_is_theirs_and_says_who_tells_it(briefs: dict[str, Brief]):
    chain = next(c for c in briefs["envoy"].claims if "King Reis firmly denied" in words(c.steps[0].line))
    first = chain.steps[0]
    assert (first.name, first.line.teller) == ("Aldo Reis", "Jonas Varga")
    point = next(line for line in briefs["envoy"].key_points if "King Reis firmly denied" in words(line))
    assert "as told by Jonas Varga" in "".join(p.text for p in point.parts if isinstance(p, Prose))


def test_what_somebody_is_told_to_say_stands_once_among_positions(briefs: dict[str, Brief]):
    told = [
        stance.name
        for contest in briefs["envoy"].table
        for stance in contest.stances
        for line in stance.lines
        if "King Reis firmly denied" in words(line)
    ]
    assert len(told) == 1


def test_who_is_only_told_of_is_not_counted_as_quoted(briefs: dict[str, Brief]):
    king = next(p for p in briefs["envoy"].who if p.name == "Aldo Reis")
    assert king.quoted == 1
