"""A claim's page as Markdown (CommonMark, footnotes), which is read well in a terminal too."""

from __future__ import annotations

from collections.abc import Iterator

from atstake.model.actor_page import Answer
from atstake.model.claim_page import ClaimPage, Telling
from atstake.publish import labels
from atstake.publish.markdown_notes import Notes, safe


def render(page: ClaimPage) -> str:
    """The page as Markdown text."""
    notes = Notes(page.documents())
    answered = "" if page.answers else "; no answer found"
    out = [f"# {notes.said(page.title)}", ""]
    out += [f"{labels.STATES[page.state]}. Told by {labels.origins(page.origins)}{answered}.", ""]
    for field, heading in labels.CLAIM_PARTS:
        if getattr(page, field):
            out += [f"## {heading}", "", *_part(page, field, notes), ""]
    return "\n".join([*out, *notes.texts]).rstrip() + "\n"


def _part(page: ClaimPage, field: str, notes: Notes) -> Iterator[str]:
    if field == "sources":
        for group in page.sources:
            yield from notes.group(group)
    elif field == "tellings":
        yield from (_telling(t, notes) for t in page.tellings)
    else:
        for a in page.answers if field == "answers" else page.answered:
            yield _answer(a, notes, field == "answers")


def _telling(t: Telling, notes: Notes) -> str:
    act = f" ({labels.ACTS[t.act].lower()})" if labels.ACTS[t.act] else ""
    name = safe(t.name or "somebody not named")
    return f"- **{t.when or 'No date'}**, {name}{act}: {notes.said(t.line)}{notes.weight(t.line)}"


def _answer(a: Answer, notes: Notes, against: bool) -> str:
    how = f"{labels.RELATIONS[a.relation]} by " if against else ""
    return f"- {how}{safe(a.name or 'somebody not named')}: {notes.said(a.line)}"
