"""Lines in Markdown with a footnote to each quote, for every page that is written so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atstake.model.brief import Line, OriginGroup, Prose, Quote, Source
from atstake.publish import labels, words

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")


def safe(text: str) -> str:
    """Text from outside, with nothing in it that Markdown or HTML would act on."""
    return _SPECIAL.sub(r"\\\1", words.named_controls_kept(text))


class Notes:
    """The notes of a page so far; ``texts`` stand at its end."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self.sources = sources
        self.notes: dict[tuple[str, int, int], int] = {}
        self.texts: list[str] = []

    def said(self, line: Line) -> str:
        """The line with a note behind each quote, and what editors decided of it."""
        decided = f" *({safe(line.editor)})*" if line.editor else ""
        change = f"**{labels.CHANGES[line.change]}:** " if line.change else ""
        said = (
            safe(p.text) if isinstance(p, Prose) else safe(words.plain(p)) + self.note((p,))
            for p in line.parts
        )
        return change + "".join(said) + decided

    def note(self, quotes: tuple[Quote, ...]) -> str:
        """A footnote mark for each quote; one place has one note."""
        marks = []
        for q in quotes:
            place = (q.target.document, q.target.start, q.target.end)
            if place not in self.notes:
                self.notes[place] = len(self.notes) + 1
                self.texts.append(f"[^{self.notes[place]}]: {self.cite(q)}")
            marks.append(f"[^{self.notes[place]}]")
        return "".join(marks)

    def cite(self, q: Quote) -> str:
        """Where a quote stands: title, outlet, day, offsets, address."""
        source = self.sources.get(q.target.document)
        place = f"characters {q.target.start}–{q.target.end}"
        if source is None:
            return f"{safe(q.target.document)}, {place}."
        said = [safe(words.short(s)) for s in (source.title, source.publisher, source.when) if s]
        said += [f"credits {safe(', '.join(source.agencies))}"] if source.agencies else []
        url = words.text_fragment(source.url, q)
        return ", ".join([*said, place]) + "." + (f" <{url}>" if url else "")

    def remark(self, text: str) -> str:
        """A remark behind a line, or nothing."""
        return f" {safe(text)}" if text else ""

    def weight(self, line: Line) -> str:
        """How many independent origins tell a line, where they are several."""
        return f" ({labels.origins(len(line.origins))})" if len(line.origins) > 1 else ""

    def group(self, g: OriginGroup) -> Iterator[str]:
        """The documents of one origin, the first in front."""
        for i, s in enumerate(g.sources):
            yield f"{'  ' if i else ''}- {self.source(s)}"

    def source(self, s: Source) -> str:
        """A document with its credits and what was left out of it."""
        said = [safe(x) for x in (words.short(s.publisher), s.when) if x]
        said += [f"credits {safe(', '.join(s.agencies))}"] if s.agencies else []
        left = "; ".join(f"{f.count} {labels.LEFT_OUT[f.kind][f.count != 1]}" for f in s.left_out)
        tail = f". Left out as furniture: {left}" if left else ""
        return ". ".join(x for x in (self.link(s.title, s.url), ", ".join(said)) if x) + tail

    def link(self, title: str, url: str) -> str:
        """A link where the address is safe, else the title alone."""
        safe_url = (
            words.safe_url(url)
            .replace("(", "%28")
            .replace(")", "%29")
            .replace(">", "%3E")
            .replace("<", "%3C")
        )
        shown = safe(words.short(title, 200)).strip()
        return f"[{shown}](<{safe_url}>)" if safe_url else shown
