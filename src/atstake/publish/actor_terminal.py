"""An actor's page for a terminal: plain text, wrapped, without colours or control characters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from atstake.model.actor_page import ActorPage
from atstake.model.brief import Line
from atstake.publish import labels, words

_LEAST = 40
_SPELLINGS = 8


def render(page: ActorPage, width: int = 80) -> str:
    """The page, at ``width`` columns."""
    return "\n".join(_lines(page, max(_LEAST, width))) + "\n"


def _lines(page: ActorPage, width: int) -> Iterator[str]:
    role = page.role or labels.KINDS[page.kind]
    sector = labels.SECTORS.get(page.sector or "", page.sector or "no sector")
    yield from _wrapped(f"{page.name}, {role} ({page.code or 'no country'}, {sector}: {page.reason})", width)
    side = f" Side: {page.side}." if page.side else ""
    yield from _wrapped(
        f"{labels.times(page.quoted).capitalize()}, by {labels.origins(page.origins)}.{side}", width
    )
    parts = {
        "statements": _statements,
        "shifts": _shifts,
        "stops": _stops,
        "roles": _roles,
        "spellings": _spellings,
        "joined": _joined,
        "decisions": _decisions,
    }
    for field, heading in labels.ACTOR_PARTS:
        part = getattr(page, field)
        if field in parts and part:
            yield ""
            yield heading.upper()
            for text in parts[field](page):
                yield textwrap.fill(
                    words.named_controls(text), width, initial_indent="- ", subsequent_indent="  "
                )
            if part.more:
                yield f"  {part.more} more in the data."


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(words.named_controls(text), width)


def _plain(line: Line) -> str:
    return "".join(words.plain(p) for p in line.parts)


def _statements(page: ActorPage) -> Iterator[str]:
    for s in page.statements:
        act = f" ({labels.ACTS[s.act].lower()})" if labels.ACTS[s.act] else ""
        yield f"{s.when or 'No date'}{act}: {_plain(s.line)}"
        for a in s.answers:
            yield f"  {labels.RELATIONS[a.relation]} by {a.name or 'somebody not named'}: {_plain(a.line)}"


def _shifts(page: ActorPage) -> Iterator[str]:
    for s in page.shifts:
        was = f" Before: {_plain(s.was)}" if s.was else ""
        yield f"{s.when or 'No date'}: {_plain(s.line)}{was} {s.remark}".rstrip()


def _stops(page: ActorPage) -> Iterator[str]:
    for s in page.stops:
        when = s.when or (f"no day said, told {s.told}" if s.told else "no day said")
        company = f", with {', '.join(name for _, name in s.company)}" if s.company else ""
        certainty = f" ({s.certainty})" if s.certainty else ""
        yield f"{when}: {s.where}{certainty}{company}. {_plain(s.line)}"


def _roles(page: ActorPage) -> Iterator[str]:
    for r in page.roles:
        yield f"{r.when or 'no date'}: {r.title}{'' if r.words else ' (table of office holders)'}"


def _spellings(page: ActorPage) -> Iterator[str]:
    for form in ("name", "description", "pronoun"):
        found = [f"{s.text} ({s.count})" for s in page.spellings if s.form == form]
        if found:
            more = f" and {len(found) - _SPELLINGS} more" if len(found) > _SPELLINGS else ""
            yield f"{form}: {', '.join(found[:_SPELLINGS])}{more}"


def _joined(page: ActorPage) -> Iterator[str]:
    for j in page.joined:
        score = f" (likeness {j.score:.2f})" if j.score is not None else ""
        yield f"{j.spelling or page.name}: {j.reason}{score}; documents: {j.documents}"


def _decisions(page: ActorPage) -> Iterator[str]:
    for d in page.decisions:
        why = f": {d.why}" if d.why else ""
        yield f"{d.when}: {labels.VERBS[d.verb].lower()} by {d.by or '-'}{why}. Undo: {d.command}"
