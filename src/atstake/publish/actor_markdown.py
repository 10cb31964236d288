"""An actor's page as Markdown (CommonMark, footnotes): the same lines, a note to each quote."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from atstake.model.actor_page import ActorPage, Said
from atstake.model.brief import Stop
from atstake.publish import labels
from atstake.publish.markdown_notes import Notes, safe


def render(page: ActorPage) -> str:
    """The page as Markdown text."""
    return _Writer(page).write()


class _Writer(Notes):
    """Writes the parts of an actor's page with the brief's lines and notes."""

    def __init__(self, page: ActorPage) -> None:
        super().__init__(page.documents())
        self.page = page

    def write(self) -> str:
        page = self.page
        role = page.role or labels.KINDS[page.kind]
        out = [f"# {safe(page.name)}", "", f"{safe(role)}. {safe(_facts(page))}", ""]
        parts: dict[str, Callable[[], Iterator[str]]] = {
            "statements": self.statements,
            "shifts": self.shifts,
            "stops": lambda: (self.stop(s) for s in page.stops),
            "roles": self.roles,
            "spellings": self.spellings,
            "joined": self.joined,
            "decisions": self.decisions,
            "sources": lambda: (line for g in page.sources for line in self.group(g)),
        }
        for field, heading in labels.ACTOR_PARTS:
            part = getattr(page, field)
            if part:
                out += [f"## {heading}", "", *parts[field](), ""]
                out += [f"{part.more} more in the data.", ""] if part.more else []
        return "\n".join([*out, *self.texts]).rstrip() + "\n"

    def statements(self) -> Iterator[str]:
        for s in self.page.statements:
            yield f"- **{s.when or 'No date'}**{self.act(s)}: {self.said(s.line)}{self.weight(s.line)}"
            for a in s.answers:
                name = safe(a.name or "somebody not named")
                yield f"  - {labels.RELATIONS[a.relation]} by {name}: {self.said(a.line)}"

    def act(self, s: Said) -> str:
        name = labels.ACTS[s.act]
        return f" ({name.lower()})" if name else ""

    def shifts(self) -> Iterator[str]:
        for s in self.page.shifts:
            was = f" Before: {self.said(s.was)}" if s.was else ""
            yield f"- **{s.when or 'No date'}**: {self.said(s.line)}{was}{self.remark(s.remark)}"

    def stop(self, s: Stop) -> str:
        when = s.when or (f"no day said, told {s.told}" if s.told else "no day said")
        company = f", with {safe(', '.join(name for _, name in s.company))}" if s.company else ""
        certainty = f" ({s.certainty})" if s.certainty else ""
        return f"- **{when}**: {safe(s.where)}{certainty}{company}. {self.said(s.line)}"

    def roles(self) -> Iterator[str]:
        for r in self.page.roles:
            words = self.note((r.words,)) if r.words else " (table of office holders)"
            yield f"- {r.when or 'no date'}: {safe(r.title)}{words}"

    def spellings(self) -> Iterator[str]:
        yield "| words | form | times |"
        yield "|---|---|---|"
        for s in self.page.spellings:
            yield f"| {safe(s.text)}{self.note(s.examples[:1])} | {s.form} | {s.count} |"

    def joined(self) -> Iterator[str]:
        yield "| called | documents | because it is |"
        yield "|---|---|---|"
        for j in self.page.joined:
            score = f" (likeness {j.score:.2f})" if j.score is not None else ""
            yield f"| {safe(j.spelling or self.page.name)} | {j.documents} | {safe(j.reason)}{score} |"

    def decisions(self) -> Iterator[str]:
        for d in self.page.decisions:
            why = f": {safe(d.why)}" if d.why else ""
            done = f"{labels.VERBS[d.verb].lower()} by {safe(d.by or '-')}{why}"
            yield f"- {d.when}, {done}. Undo: `{d.command}`"


def _facts(page: ActorPage) -> str:
    """Counts, code and side in a sentence or two."""
    sector = labels.SECTORS.get(page.sector or "", page.sector or "no sector")
    side = f" In this story on the side of {page.side}." if page.side else ""
    why = f", because: {page.reason}" if page.reason else ""
    quoted = f"{labels.times(page.quoted).capitalize()}, by {labels.origins(page.origins)}"
    return f"{quoted}.{side} Coded {page.code or 'no country'}, {sector}{why}."
