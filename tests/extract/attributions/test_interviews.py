"""Turns of an interview that an article prints."""

from atstake.extract.attributions.extractor import AttributionExtractor
from atstake.extract.attributions.interviews import turns
from atstake.extract.encode import Encoder
from atstake.model.annotations import Annotations
from atstake.model.reading import Reading
from atstake.model.text import Document, Span

QUOTED = (
    "The minister was asked about the strait. A transcript follows:\n\n"
    '"REED: Will it open in spring?\n\n"KORO: We will see.\n\n"It depends on them. They know.\n\n'
    '"REED: The mainland denies it.\n\n"KORO (laughing): The mainland said on Monday that it would talk."\n\n'
    "The strait was closed in May."
)


def test_turns_and_the_paragraphs_that_go_on() -> None:
    said = [(QUOTED[t.speaker.start : t.speaker.end], len(t.content)) for t in turns(QUOTED)]
    assert said == [("REED", 1), ("KORO", 2), ("REED", 1), ("KORO", 1)]


def test_headings_are_no_speakers() -> None:
    assert turns("PHOTOS: The strait\nVIDEO: The minister\nPHOTOS: The boats\n") == []
    assert turns("WASHINGTON: one\nNothing else.") == []


def test_each_turn_is_its_speakers() -> None:
    reading = Reading(Document("d", QUOTED), QUOTED, (Span(0, len(QUOTED)),))
    found = AttributionExtractor(Encoder("fast"))(reading, Annotations("d")).attributions
    told = [a for a in found if a.channel == "transcript"]
    assert [a.source.quote for a in told if a.source] == ["REED", "KORO", "REED", "KORO"]
    for other in found:
        if other.channel == "text":
            for turn in told:
                inside = [turn.content.whole.contains(s) for p in other.parts for s in p.spans]
                assert all(inside) or not any(
                    s.overlaps(t) for s in other.content.spans for t in turn.content.spans
                )


def test_signed_quotations_go_to_those_who_sign() -> None:
    text = (
        "Readers wrote to us.\n\n“The sea does not belong to anybody.” ― Ana Koro\n"
        "“Nobody asked the islanders about any of it.” ― Tom Reed, sailor\n"
        "“We will see what the spring brings us.” — The minister said nothing more.\n"
    )
    reading = Reading(Document("d", text), text, (Span(0, len(text)),))
    found = AttributionExtractor(Encoder("fast"))(reading, Annotations("d")).attributions
    signed = [a.source.quote for a in found if a.channel == "signature" and a.source]
    assert signed == ["Ana Koro", "Tom Reed, sailor"]
