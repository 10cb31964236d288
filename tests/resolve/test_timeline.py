"""Happenings over small documents written for these tests."""

from atstake.model.annotations import Annotations, Event, Mention, Statement
from atstake.model.claims import Resolution
from atstake.model.provenance import target_id
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target
from atstake.resolve.timeline import Timeline


def story(*rows):
    """Documents from (id, published, text, root, day of the event or None, actor or None)."""
    documents, annotations, mentioned = {}, {}, []
    for id, published, text, root, day, actor in rows:
        document = Document(id=id, text=text, published=published)
        target = Target.of(document, Span(0, len(text)))
        mention = Mention(f"m-{id}", Target.of(document, Span(0, 3)), "name", "person", Span(0, 3))
        if actor:
            mentioned.append((mention.id, actor))
        event = Event(
            f"e-{id}", target, Span(0, 3), root, actor=mention.id if actor else None, earliest=day, latest=day
        )
        documents[id] = document
        annotations[id] = Annotations(
            id,
            mentions=(mention,),
            events=(event,),
            statements=(Statement(target_id("s", target), target, 0, 0),),
        )
    return Evidence(documents, annotations), Resolution(mentioned=tuple(mentioned))


BLAST = (
    (
        "a",
        "2021-05-02",
        "The rebels shelled the harbour of Halden on Saturday.",
        "ASSAULT",
        "2021-05-01",
        "rebels",
    ),
    ("b", "2021-05-03", "Harbour of Halden shelled by rebels, witnesses say.", "ASSAULT", None, "rebels"),
    ("c", "2021-05-09", "The rebels shelled the harbour of Halden again.", "ASSAULT", "2021-05-08", "rebels"),
    ("d", "2021-05-03", "Envoys of both sides met in a hotel.", "CONSULT", "2021-05-02", "envoys"),
    ("e", "2021-05-03", "Nurses went on strike for more pay.", "PROTEST", "2021-05-03", None),
)


def happenings(*rows):
    return Timeline()(*story(*rows)).happenings


def test_tellings_of_one_event_are_one_entry_and_another_days_is_another():
    found = happenings(*BLAST)
    by_events = {h.events for h in found}
    assert ("e-a", "e-b") in by_events or ("e-b", "e-c") in by_events
    assert not any({"e-a", "e-c"} <= set(h.events) for h in found)


def test_most_reported_first_with_the_dated_telling():
    first = happenings(*(row for row in BLAST if row[0] != "c"))[0]
    assert first.origins == ("a", "b")
    assert (first.earliest, first.latest) == ("2021-05-01", "2021-05-01")
    assert first.target.document == "a"
    assert first.actor == "rebels"


def test_roots_are_never_mixed():
    for h in happenings(*BLAST):
        assert len({e for e in h.events if e in ("e-d", "e-e")}) == 0 or len(h.events) == 1


def test_order_of_arrival_changes_nothing():
    assert happenings(*BLAST) == happenings(*reversed(BLAST))
