"""The brief as a Word document (Office Open XML): headings, lines, tables, the sources numbered."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from atstake.errors import UsageError
from atstake.model.brief import Brief, Line, Note, Prose, Quote
from atstake.publish import labels, words


def render(brief: Brief) -> bytes:
    """The file. Raises ``UsageError`` where python-docx is not installed."""
    try:
        import docx
    except ImportError as error:
        raise UsageError("Word documents need an extra: pip install 'atstake[docx]'") from error
    writer = _Writer(brief, docx.Document())
    writer.write()
    out = io.BytesIO()
    writer.document.save(out)
    return out.getvalue()


class _Writer:
    def __init__(self, brief: Brief, document: Any) -> None:
        self.brief, self.document = brief, document
        self.by_id = brief.documents()
        ordered = (s for group in brief.sources for s in group.sources)
        self.numbers = {s.document: n for n, s in enumerate(ordered, start=1)}

    def write(self) -> None:
        brief, document = self.brief, self.document
        title = _xml(" ".join(words.bare(p) for p in brief.title.parts))
        properties = document.core_properties
        properties.title, properties.author = title[:250], ""
        properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
        document.add_heading(title, 0)
        if brief.standfirst:
            document.add_paragraph(_xml(". ".join(brief.standfirst)) + ".")
        for field, heading in labels.PARTS:
            if getattr(brief, field):
                document.add_heading(heading, 1)
                getattr(self, field, lambda f=field: self.lines(getattr(brief, f)))()

    def lines(self, part: Any) -> None:
        for item in part:
            self.line(item if isinstance(item, Line) else item.line)

    def line(self, line: Line, lead: str = "", style: str = "List Bullet") -> None:
        """A paragraph: own words, quotes in italics, the numbers of its sources, what editors decided."""
        paragraph = self.document.add_paragraph(style=style)
        if lead:
            paragraph.add_run(_xml(lead)).bold = True
        for part in line.parts:
            if isinstance(part, Prose):
                paragraph.add_run(_xml(part.text, keep=True))
            else:
                self.quote(paragraph, part)
        cited = dict.fromkeys(
            self.numbers[d] for q in line.quotes if (d := q.target.document) in self.numbers
        )
        for number in cited:
            paragraph.add_run(f" [{number}]").font.superscript = True
        if line.editor:
            paragraph.add_run(f" ({_xml(line.editor)})")

    def quote(self, paragraph: Any, quote: Quote) -> None:
        opening, closing = words.marks(quote)
        paragraph.add_run(("… " if quote.cut_before else "") + opening)
        for piece in quote.pieces():
            if isinstance(piece, Note):
                paragraph.add_run(f" [= {_xml(piece.text)}]")
            else:
                paragraph.add_run(_xml(piece, keep=True)).italic = True
        paragraph.add_run(closing + (" …" if quote.cut_after else ""))

    def table_of(self, head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
        table = self.document.add_table(rows=1, cols=len(head))
        table.style = "Light Grid"
        for cell, text in zip(table.rows[0].cells, head, strict=True):
            cell.text = text
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = _xml(text)

    def who(self) -> None:
        rows = [
            (p.name, p.role or labels.KINDS[p.kind], p.side, labels.times(p.quoted)) for p in self.brief.who
        ]
        self.table_of(("Who", "Role", "Side", "Quoted"), rows)

    def table(self) -> None:
        for contest in self.brief.table:
            self.document.add_heading(_xml("".join(words.plain(p) for p in contest.label.parts)), 2)
            for stance in contest.stances:
                for line in stance.lines:
                    self.line(line, f"{stance.name}: ")

    def claims(self) -> None:
        for chain in self.brief.claims:
            for n, step in enumerate(chain.steps):
                lead = f"{labels.STEPS[step.kind]}, {step.name or 'not attributed'}: "
                self.line(step.line, lead, "List Bullet 2" if n else "List Number")

    def shifts(self) -> None:
        for turn in self.brief.shifts:
            self.line(turn.line, f"{labels.told_by(turn.name, turn.reporter, turn.when)}: ")

    def figures(self) -> None:
        for count in self.brief.figures:
            self.document.add_heading(_xml(count.heading), 2)
            for value in count.values:
                as_of = f" ({value.when})" if value.when else ""
                self.line(value.line, f"{value.words}, {value.claimant}{as_of}: ")

    def ahead(self) -> None:
        for event in self.brief.ahead:
            self.line(event.line, f"{event.when or 'No date said'} ({event.certainty}): ")
            if event.outcome is not None:
                self.line(event.outcome, "Since then: ", "List Bullet 2")

    def past(self) -> None:
        for event in self.brief.past:
            self.line(event.line, f"{event.when}: ")

    def where(self) -> None:
        self.document.add_paragraph(_xml(" · ".join(s.name for s in self.brief.where)))

    def posts(self) -> None:
        for post in self.brief.posts:
            self.line(
                post.line, f"{post.author or post.handle or 'Unnamed account'}, {post.when or 'no date'}: "
            )

    def changes(self) -> None:
        for change in self.brief.changes:
            self.line(change.line, f"{labels.CHANGES[change.kind]}: ")

    def sources(self) -> None:
        for document, source in self.by_id.items():
            said = (
                source.title,
                source.publisher,
                source.when,
                ", ".join(source.agencies),
                words.safe_url(source.url),
            )
            cited = ". ".join(_xml(words.short(s)) for s in said if s)
            self.document.add_paragraph(f"[{self.numbers[document]}] {cited}")

    def related(self) -> None:
        for headline in self.brief.related:
            self.document.add_paragraph(_xml(headline.title), style="List Bullet")


def _xml(text: str, keep: bool = False) -> str:
    """Text without what XML forbids."""
    return words.named_controls_kept(text) if keep else words.named_controls(text)
