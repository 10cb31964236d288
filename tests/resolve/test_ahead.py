"""Tellings of events ahead over small documents written for these tests."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from atstake.model.annotations import Annotations, Certainty, Statement, TimeExpression, Upcoming
from atstake.model.claims import Ahead, Resolution
from atstake.model.provenance import Judgement, target_id
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target
from atstake.resolve.ahead import AheadEvents

Row = tuple[str, str, str, str, str | None, str | None, Certainty]
"""Document, day of publication, text, event, first and last day, certainty."""

PENCILLED: Row = (
    "a",
    "2021-05-03",
    "Peace talks between Aldovia and Brenia are pencilled in for next week.",
    "Peace talks between Aldovia and Brenia",
    "2021-05-10",
    "2021-05-16",
    "tentative",
)
CONFIRMED: Row = (
    "b",
    "2021-05-05",
    "The peace talks between Aldovia and Brenia will open on May 12.",
    "peace talks between Aldovia and Brenia",
    "2021-05-12",
    "2021-05-12",
    "scheduled",
)
CANCELLED: Row = (
    "c",
    "2021-05-08",
    "Brenia called off its peace talks with Aldovia.",
    "peace talks with Aldovia",
    None,
    None,
    "cancelled",
)
ELSEWHERE: Row = (
    "d",
    "2021-05-05",
    "Dockers in Halden plan to strike on May 20.",
    "strike",
    "2021-05-20",
    "2021-05-20",
    "scheduled",
)


def evidence(*rows: Row, probability: float = 0.5, judgements: tuple[Judgement, ...] = ()) -> Evidence:
    documents, annotations = {}, {}
    for key, published, text, what, first, last, certainty in rows:
        document = Document(key, text, published=published)
        target = Target.of(document, Span(0, len(text)))
        event = Upcoming(
            target_id("upcoming", target),
            target,
            what,
            earliest=first,
            latest=last,
            certainty=certainty,
            probability=probability,
        )
        documents[key] = document
        annotations[key] = Annotations(
            key, upcoming=(event,), statements=(Statement(target_id("s", target), target, 0, 0),)
        )
    return Evidence(documents, annotations, judgements)


def events(*rows: Row, **more: float) -> tuple[Ahead, ...]:
    return AheadEvents()(evidence(*rows, **more), Resolution()).ahead  # type: ignore[arg-type]


def test_one_event_is_one_entry_with_its_history_oldest_first() -> None:
    found = events(PENCILLED, CONFIRMED, CANCELLED, ELSEWHERE)
    (talks,) = [e for e in found if len(e.tellings) == 3]
    assert [t.certainty for t in talks.tellings] == ["tentative", "scheduled", "cancelled"]
    assert talks.certainty == "cancelled"
    assert (talks.earliest, talks.latest) == ("2021-05-12", "2021-05-12")
    assert talks.origins == ("a", "b", "c")
    assert [e.target.document for e in found if e is not talks] == ["d"]


def test_it_shows_the_newest_state_in_its_own_words() -> None:
    (talks,) = events(PENCILLED, CONFIRMED)
    assert (talks.target.document, talks.certainty, talks.earliest) == ("b", "scheduled", "2021-05-12")
    assert talks.target.quote == CONFIRMED[2]


def test_one_odd_day_does_not_move_what_many_tell() -> None:
    others = [replace_row(CONFIRMED, key, "2021-05-05") for key in "efg"]
    odd = (*replace_row(CONFIRMED, "h", "2021-05-06")[:4], "2021-05-13", "2021-05-13", "scheduled")
    (talks,) = events(*others, odd)  # type: ignore[arg-type]
    assert talks.earliest == "2021-05-12"


def replace_row(row: Row, key: str, published: str) -> Row:
    return (key, published, *row[2:])


def test_any_order_of_documents_gives_the_same() -> None:
    rows = (PENCILLED, CONFIRMED, CANCELLED, ELSEWHERE)
    assert len({events(*order) for order in permutations(rows)}) == 1


def test_what_is_told_once_and_weakly_is_left_out_but_not_what_several_tell() -> None:
    assert events(PENCILLED, probability=0.15) == ()
    assert len(events(PENCILLED, CONFIRMED, probability=0.15)) == 1


def test_it_has_the_probability_of_all_who_tell_it_and_a_page_asks_for_more() -> None:
    (doubtful,) = events(PENCILLED, probability=0.25)
    assert (doubtful.probability, doubtful.sure) == (0.25, False)
    (sure,) = events(PENCILLED, CONFIRMED, probability=0.25)
    assert (sure.probability, sure.sure) == (0.4375, True)


def test_a_late_mention_in_passing_does_not_say_how_things_stand() -> None:
    story = evidence(CONFIRMED, CANCELLED)
    weak = replace(story.annotations["c"].upcoming[0], probability=0.12)
    story.annotations["c"] = replace(story.annotations["c"], upcoming=(weak,))  # type: ignore[index]
    (talks,) = AheadEvents()(story, Resolution()).ahead
    assert len(talks.tellings) == 2
    assert (talks.target.document, talks.certainty) == ("b", "scheduled")


def test_copies_of_one_text_count_once() -> None:
    rows = (replace_row(CONFIRMED, "a", "2021-05-05"), CONFIRMED)
    one = Resolution(origin_of=(("a", "o"), ("b", "o")))
    assert AheadEvents()(evidence(*rows, probability=0.12), one).ahead == ()


def test_an_editor_may_part_and_join() -> None:
    story = evidence(PENCILLED, CONFIRMED, ELSEWHERE)
    a, b, d = (story.annotations[k].upcoming[0].target for k in "abd")
    parted = replace(story, judgements=(Judgement("j", "split", "event", (a, b)),))
    assert [len(e.tellings) for e in AheadEvents()(parted, Resolution()).ahead] == [1, 1, 1]
    joined = replace(story, judgements=(Judgement("j", "merge", "event", (a, d)),))
    assert sorted(len(e.tellings) for e in AheadEvents()(joined, Resolution()).ahead) == [3]


def test_afterwards_is_what_later_coverage_tells_of_it() -> None:
    later = Document(
        "z", "The peace talks between Aldovia and Brenia ended without a deal.", published="2021-05-14"
    )
    target = Target.of(later, Span(0, len(later.text)))
    story = evidence(CONFIRMED)
    grown = Evidence(
        {**story.documents, "z": later},
        {
            **story.annotations,
            "z": Annotations("z", statements=(Statement(target_id("s", target), target, 0, 0),)),
        },
    )
    (talks,) = AheadEvents()(grown, Resolution()).ahead
    assert talks.afterwards == target
    assert events(CONFIRMED)[0].afterwards is None


def test_what_was_called_off_keeps_how_it_stood_and_what_only_firmed_up_does_not() -> None:
    (moved,) = events(PENCILLED, CONFIRMED, CANCELLED)
    assert moved.certainty == "cancelled"
    assert [(t.certainty, t.earliest) for t in moved.earlier] == [("scheduled", "2021-05-12")]
    (firm,) = events(PENCILLED, CONFIRMED)
    assert firm.earlier == ()


def test_one_far_day_is_one_event_in_few_shared_words() -> None:
    def told(key: str, published: str, text: str, what: str, day: str) -> Row:
        return (key, published, text, what, day, day, "scheduled")

    first = "The leaders of Aldovia and Brenia are due to meet on May 30 in Halden."
    second = "Brenia hopes that the Halden summit on May 30 brings a truce."
    far = [told("a", "2021-05-03", first, "meet", "2021-05-30")]
    far += [told("b", "2021-05-04", second, "Halden summit", "2021-05-30")]
    near = [(k, p, t, w, "2021-05-05", "2021-05-05", c) for k, p, t, w, _, _, c in far]
    assert len(events(*far)) == 1
    assert len(events(*near)) == 2


MOVED: Row = (
    "m",
    "2021-05-07",
    "The peace talks between Aldovia and Brenia have been moved to May 19.",
    "peace talks between Aldovia and Brenia",
    "2021-05-19",
    "2021-05-19",
    "scheduled",
)
FORMER: Row = (
    "m2",
    "2021-05-07",
    "The peace talks between Aldovia and Brenia had been due to open on May 12.",
    "peace talks between Aldovia and Brenia",
    "2021-05-12",
    "2021-05-12",
    "scheduled",
)


def test_what_was_moved_is_the_same_event_and_keeps_the_day_it_had() -> None:
    (talks,) = events(PENCILLED, CONFIRMED, MOVED, FORMER)
    assert (talks.earliest, talks.latest) == ("2021-05-19", "2021-05-19")
    assert [t.earliest for t in talks.earlier] == ["2021-05-12"]


def reported(published: str, text: str) -> tuple[Ahead, ...]:
    later = Document("z", text, published=published)
    target = Target.of(later, Span(0, len(text)))
    story = evidence(CONFIRMED)
    marks = Annotations("z", statements=(Statement(target_id("s", target), target, 0, 0),))
    documents, annotations = {**story.documents, "z": later}, {**story.annotations, "z": marks}
    return AheadEvents()(Evidence(documents, annotations), Resolution()).ahead


def test_no_report_of_an_event_is_what_is_still_to_come_or_comes_long_after() -> None:
    told = "The peace talks between Aldovia and Brenia ended without a deal."
    assert reported("2021-05-14", told)[0].afterwards is not None
    assert reported("2021-06-14", told)[0].afterwards is None
    plans = "The peace talks between Aldovia and Brenia will end without a deal."
    assert reported("2021-05-14", plans)[0].afterwards is None
    beside = "Brenia and Aldovia accuse one another of shelling."
    assert reported("2021-05-14", beside)[0].afterwards is None


def test_what_was_moved_is_the_event_of_the_day_that_it_leaves() -> None:
    first: Row = (
        "a",
        "2021-05-03",
        "The court will hear a complaint against the vote on May 12.",
        "hear a complaint against the vote",
        "2021-05-12",
        "2021-05-12",
        "scheduled",
    )
    moved: Row = (
        "b",
        "2021-05-08",
        "A hearing on the vote, set for May 12, has been moved to May 19, the registrar said.",
        "hearing on the vote",
        "2021-05-19",
        "2021-05-19",
        "scheduled",
    )
    told = evidence(first, moved)
    text = moved[2]
    start = text.index("May 12")
    target = Target.of(told.documents["b"], Span(start, start + 6))
    day = TimeExpression(target_id("time", target), target, "DATE", "2021-05-12", "2021-05-12", "2021-05-12")
    told.annotations["b"] = replace(told.annotations["b"], times=(day,))
    (event,) = AheadEvents()(told, Resolution()).ahead
    assert (event.earliest, [t.earliest for t in event.earlier]) == ("2021-05-19", ["2021-05-12"])


def test_where_no_telling_names_a_day_the_newest_says_how_things_stand():
    old: Row = (
        "a",
        "2021-05-03",
        "Anna Weil may soon submit the harbour report to the council.",
        "submit the harbour report to the council",
        "2021-05-03",
        None,
        "tentative",
    )
    new: Row = (
        "b",
        "2021-05-08",
        "Anna Weil is preparing to submit the harbour report to the council.",
        "submit the harbour report to the council",
        None,
        None,
        "tentative",
    )
    (event,) = events(old, new)
    assert (event.target.document, event.earliest, event.latest) == ("b", None, None)
