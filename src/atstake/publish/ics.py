"""Events ahead as a calendar (iCalendar, RFC 5545), certainty as STATUS."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from atstake.errors import UsageError
from atstake.model.claims import Ahead, Resolution
from atstake.model.provenance import Run
from atstake.model.stages import Evidence
from atstake.publish.words import named_controls, safe_url, short

_STATUS = {
    "scheduled": "CONFIRMED",
    "tentative": "TENTATIVE",
    "proposed": "TENTATIVE",
    "conditional": "TENTATIVE",
    "cancelled": "CANCELLED",
}
_CLIP = 280


def calendar(evidence: Evidence, resolution: Resolution, run: Run) -> bytes:
    """All-day entries for the events that have a date; an open end is one day long.

    Raises ``UsageError`` where icalendar is not installed.
    """
    try:
        from icalendar import Calendar, Event
    except ImportError as error:
        raise UsageError("a calendar needs an extra: pip install 'atstake[ics]'") from error
    made = Calendar()
    made.add("prodid", f"-//atstake//{run.version}//EN")
    made.add("version", "2.0")
    names = {a.id: a.name for a in resolution.actors}
    for ahead in sorted(resolution.ahead, key=lambda a: (a.earliest or a.latest or "", a.id)):
        first = _day(ahead.earliest) or _day(ahead.latest)
        if first is None or not ahead.sure or _is_any_day(evidence, ahead):
            continue
        last = _day(ahead.latest) or first
        entry = Event()
        entry.add("uid", f"{ahead.id}@atstake")
        entry.add("dtstamp", _stamp(run.made))
        entry.add("dtstart", first)
        entry.add("dtend", max(first, last) + timedelta(days=1))
        entry.add("summary", named_controls(short(ahead.what or ahead.target.quote)))
        entry.add("status", _STATUS[ahead.certainty])
        entry.add("categories", [ahead.certainty])
        entry.add("transp", "TRANSPARENT")
        entry.add("description", _description(evidence, ahead, names))
        document = evidence.documents.get(ahead.target.document)
        if document and safe_url(document.url):
            entry.add("url", safe_url(document.url))
        made.add_component(entry)
    written: bytes = made.to_ical()
    return written


def _is_any_day(evidence: Evidence, ahead: Ahead) -> bool:
    """Whether all that is known is that it comes after its telling: no entry for a calendar."""
    document = evidence.documents.get(ahead.target.document)
    return document is not None and ahead.latest is None and ahead.earliest == document.date


def _description(evidence: Evidence, ahead: Ahead, names: dict[str, str]) -> str:
    document = evidence.documents.get(ahead.target.document)
    told = ", ".join(x for x in ((document.publisher, document.date) if document else ()) if x)
    said = [
        f"“{short(named_controls(ahead.target.quote), _CLIP)}” {told}".strip(),
        f"Certainty: {ahead.certainty}",
    ]
    with_ = [names[p] for p in ahead.participants if p in names]
    return named_controls("; ".join([*said, *([f"With {', '.join(with_)}"] if with_ else [])]))


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def _stamp(made: str) -> datetime:
    """When the run was made; without it the epoch, so that the same input gives the same bytes."""
    try:
        return datetime.fromisoformat(made).astimezone(UTC)
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=UTC)
