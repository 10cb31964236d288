"""The brief as Markdown (CommonMark, footnotes): the same lines, a note to each quote of where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from atstake.model.brief import (
    Brief,
    Chain,
    Contest,
    Count,
    Line,
    Next,
    Part,
    Value,
)
from atstake.publish import labels, words
from atstake.publish.markdown_notes import Notes, safe


def render(brief: Brief) -> str:
    """The page as Markdown text."""
    return _Writer(brief).write()


class _Writer(Notes):
    def __init__(self, brief: Brief) -> None:
        super().__init__(brief.documents())
        self.brief = brief

    def write(self) -> str:
        brief = self.brief
        title = safe(" ".join(words.bare(p) for p in brief.title.parts))
        out = [f"# {title}", ""]
        if brief.standfirst:
            out += [safe(". ".join(brief.standfirst)) + ".", ""]
        parts: dict[str, Callable[[], Iterator[str]]] = {
            "key_points": lambda: self.lines(brief.key_points),
            "who": self.who,
            "table": self.table,
            "why_now": lambda: self.lines(brief.why_now),
            "claims": self.claims,
            "shifts": self.shifts,
            "figures": self.figures,
            "ahead": self.ahead,
            "past": lambda: (f"- **{p.when}**: {self.said(p.line)}" for p in brief.past),
            "where": lambda: (f"- {safe(s.name)}{self.note(s.line.quotes)}" for s in brief.where),
            "unknown": lambda: (f"- {self.said(u.line)}{self.remark(u.remark)}" for u in brief.unknown),
            "posts": self.posts,
            "sources": self.origins,
            "changes": self.changes,
            "related": lambda: (f"- {self.link(h.title, h.url)}" for h in brief.related),
        }
        for field, heading in labels.PARTS:
            part: Part[object] = getattr(brief, field)
            if part:
                out += [f"## {heading}", "", *parts[field](), ""]
                if part.more:
                    out += [f"{part.more} more in the data.", ""]
        return "\n".join([*out, *self.texts]).rstrip() + "\n"

    def lines(self, part: Part[Line]) -> Iterator[str]:
        for line in part:
            yield f"- {self.said(line)}{self.weight(line)}"

    def who(self) -> Iterator[str]:
        yield "| who | role | side | quoted | origins |"
        yield "|---|---|---|---|---|"
        for p in self.brief.who:
            aliases = f" (also {safe(', '.join(a.text for a in p.aliases))})" if p.aliases else ""
            role = safe(p.role or labels.KINDS[p.kind]) + (self.note((p.role_words,)) if p.role_words else "")
            yield f"| {safe(p.name)}{aliases} | {role} | {safe(p.side)} | {p.quoted} | {p.origins} |"

    def table(self) -> Iterator[str]:
        for c in self.brief.table:
            yield from self.contest(c)

    def contest(self, c: Contest) -> Iterator[str]:
        yield f"### {self.said(c.label)}"
        yield ""
        for s in c.stances:
            for line in s.lines:
                yield f"- {safe(s.name)}: {self.said(line)}{self.weight(line)}"
        yield ""

    def claims(self) -> Iterator[str]:
        for n, chain in enumerate(self.brief.claims, start=1):
            yield from self.chain(n, chain)

    def chain(self, n: int, chain: Chain) -> Iterator[str]:
        weight = labels.origins(len(chain.origins))
        yield f"{n}. {labels.RELATIONS[chain.relation].capitalize()} ({weight})"
        for s in chain.steps:
            when = f", {s.when}" if s.when else ""
            who = safe(s.name or "not attributed")
            yield f"   - {labels.STEPS[s.kind]}, {who}{when}: {self.said(s.line)}"

    def shifts(self) -> Iterator[str]:
        for t in self.brief.shifts:
            told = safe(labels.told_by(t.name, t.reporter, t.when))
            yield f"- {told}: {self.said(t.line)}{self.weight(t.line)}"

    def figures(self) -> Iterator[str]:
        for c in self.brief.figures:
            if len(c.values) > 1:
                yield from self.count(c)
        single = [c for c in self.brief.figures if len(c.values) == 1]
        if single:
            yield "| what | value | says | as of | words |"
            yield "|---|---|---|---|---|"
            yield from (f"| {safe(c.heading)} {self.value(c.values[0])}" for c in single)

    def count(self, c: Count) -> Iterator[str]:
        yield f"### {safe(c.heading)}{' (figures differ)' if c.disputed else ''}"
        yield ""
        yield "| value | says | as of | words |"
        yield "|---|---|---|---|"
        yield from (self.value(v) for v in c.values)
        yield ""

    def value(self, v: Value) -> str:
        return f"| {safe(v.words)} | {safe(v.claimant)} | {v.when or 'not said'} | {self.said(v.line)} |"

    def ahead(self) -> Iterator[str]:
        for n in self.brief.ahead:
            yield f"- {self.event(n)}"

    def event(self, n: Next) -> str:
        before = f" Before: {safe(n.before)}." if n.before else ""
        since = f" Since then: {self.said(n.outcome)}" if n.outcome else ""
        return f"**{n.when or 'No date said'}** ({n.certainty}): {self.said(n.line)}{before}{since}"

    def posts(self) -> Iterator[str]:
        for p in self.brief.posts:
            handle = f" (@{safe(p.handle)})" if p.handle else ""
            author = safe(p.author or "Unnamed account")
            yield f"- {author}{handle}, {p.when or 'no date'}: {self.said(p.line)}"

    def changes(self) -> Iterator[str]:
        for c in self.brief.changes:
            was = f" Before: {safe(words.plain(c.was))}." if c.was else ""
            yield f"- **{labels.CHANGES[c.kind]}**: {self.said(c.line)}{self.remark(c.remark)}{was}"

    def origins(self) -> Iterator[str]:
        for group in self.brief.sources:
            yield from self.group(group)
