"""Past events as PLOVER records (manual 0.7b1, "JSON Data Fields"): one a line, spans beside the fields.

Field names are the manual's; ``tellings`` and ``origins`` are ours, as it allows: every place that tells the
event, in code points of the outermost document, and how many independent texts those are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from atstake.model.annotations import Event
from atstake.model.claims import Actor, Happening, Place, Resolution
from atstake.model.provenance import Run
from atstake.model.stages import Evidence
from atstake.model.text import Span
from atstake.publish.evidence import CLIP, outermost

Json = dict[str, Any]

_QUADS = {
    1: ("AGREE", "CONSULT", "SUPPORT"),
    2: ("COOPERATE", "AID", "YIELD"),
    3: ("REQUEST", "ACCUSE", "REJECT", "SANCTION", "THREATEN"),
    4: ("PROTEST", "MOBILIZE", "COERCE", "ASSAULT"),
}
_QUAD_OF = {root: quad for quad, roots in _QUADS.items() for root in roots}
_NO_DATE = "no date is said; the date is that of publication"


def records(evidence: Evidence, resolution: Resolution, run: Run, *, text: bool = True) -> Iterator[Json]:
    """A record for each event, by date.

    Where no day is said ``date`` is the day of publication and ``comment`` says so; events of which neither
    is known have no record, since PLOVER requires a date. ``text=False`` clips the quotes.
    """
    writer = _Writer(evidence, resolution, run, text)
    made = [r for h in resolution.happenings if (r := writer.record(h)) is not None]
    yield from sorted(made, key=lambda r: (r["date"], r["id"]))


# Private classes


class _Writer:
    def __init__(self, evidence: Evidence, resolution: Resolution, run: Run, text: bool) -> None:
        self.evidence, self.run, self.text = evidence, run, text
        self.actors = {a.id: a for a in resolution.actors}
        self.places = {p.id: p for p in resolution.places}
        self.events = {e.id: e for found in evidence.annotations.values() for e in found.events}

    def record(self, h: Happening) -> Json | None:
        document = self.evidence.documents[h.target.document]
        date = h.earliest or document.date
        if date is None:
            return None
        found: Json = {"id": h.id, "has_event": True, "date": date}
        if h.latest and h.earliest and h.latest != h.earliest:
            found["enddate"] = h.latest
        found |= {
            "source": self._actors(h.actor),
            "recipient": self._actors(h.recipient),
            "event": [h.event_type],
            "mode": [h.mode] if h.mode else [],
            "quad_code": _QUAD_OF.get(h.event_type),
            "event_text": [self._quote(h.target.quote)],
        }
        if h.place in self.places:
            found["event_loc"] = _location(self.places[h.place])
        root, by = outermost(self.evidence.documents, h.target.document)
        found |= {
            "text_info": {"start": h.target.start + by, "end": h.target.end + by},
            "cite_info": {
                "citation": root,
                "url": document.url,
                "title": document.title,
                "language": document.language,
                "publication": document.publisher,
                "coder": f"atstake {self.run.version}",
                "codebook": "plover-0.7b1",
            },
            "tellings": [self._telling(self.events[e]) for e in h.events if e in self.events],
            "origins": len(h.origins),
        }
        if h.earliest is None:
            found["comment"] = _NO_DATE
        return found

    def _actors(self, id: str | None) -> list[Json]:
        actor = self.actors.get(id or "")
        return [_actor(actor)] if actor else []

    def _telling(self, event: Event) -> Json:
        document, by = outermost(self.evidence.documents, event.target.document)
        return {
            "doc": document,
            "start": event.target.start + by,
            "end": event.target.end + by,
            "trigger": self._span(event.trigger, by),
            "quote": self._quote(event.target.quote),
        }

    def _span(self, span: Span, by: int) -> list[int]:
        return [span.start + by, span.end + by]

    def _quote(self, words: str) -> str:
        return words if self.text or len(words) <= CLIP else words[: CLIP - 1] + "…"


def _actor(actor: Actor) -> Json:
    """The manual's actor object; ``code`` is the country's."""
    found: Json = {"code": actor.country, "actor_text": actor.name, "identifier_id": actor.id}
    if actor.sector:
        found["sector"] = actor.sector
    if actor.roles:
        found["office"] = actor.roles[-1].title
    return found


def _location(place: Place) -> Json:
    return {"name": place.name, "latitude": place.lat, "longitude": place.lon, "cc3": place.country}
