"""From resolved objects to what people and programs read; which form is written by whom."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import UTC, datetime
from pathlib import Path

from atstake.brief.check import check
from atstake.brief.compose import compose
from atstake.errors import AtstakeError, UsageError
from atstake.model.brief import Brief, lines_of
from atstake.model.claims import Resolution
from atstake.model.provenance import Build, BuiltLine, Run, content_id
from atstake.model.stages import Evidence
from atstake.store import Dossier

NEEDS_A_PLACE = frozenset({"csv", "parquet", "docx", "html"})
"""Forms that are several files, or not for a terminal."""


def must_be_writable(output: Path) -> None:
    """Refuses an output that cannot be written before an hour of reading, not after it."""
    folder = output.parent
    if output.is_dir():
        raise UsageError(f"{output} is a folder: name a file, for instance {output / 'brief.html'}")
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder to write {output.name} into; make it first")
    if not os.access(folder, os.W_OK) or (output.exists() and not os.access(output, os.W_OK)):
        raise AtstakeError(f"{output}: no permission to write here; choose another -o")


def put(output: Path, written: str | bytes) -> None:
    """Writes a file whole or not at all: beside its place first, then moved there."""
    raw = written.encode("utf8") if isinstance(written, str) else written
    part = output.with_name(f".{output.name}.part")
    try:
        part.write_bytes(raw)
        part.replace(output)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise AtstakeError(f"{output} was not written: {error.strerror}; the dossier is whole") from error


def composed(evidence: Evidence, resolution: Resolution, run: Run) -> Brief:
    """The brief, every quote of it compared with the stored text; CheckError where one does not match."""
    brief = compose(evidence, resolution, run)
    check(brief, evidence.documents)
    return brief


def write_brief(brief: Brief, output: Path, evidence: Evidence, resolution: Resolution, run: Run) -> None:
    """Writes the explainer in the form that the output's ending asks for; HTML where it has none we know."""
    form = {".md": "md", ".markdown": "md", ".json": "json", ".docx": "docx"}.get(
        output.suffix.lower(), "html"
    )
    put(output, rendered(form, brief, evidence, resolution, run))


def rendered(form: str, brief: Brief, evidence: Evidence, resolution: Resolution, run: Run) -> str | bytes:
    """The explainer as ``html``, ``md``, ``docx``, or ``json`` (the evidence file with the brief in it)."""
    if form == "md":
        from atstake.publish.markdown import render as markdown

        return markdown(brief)
    if form == "docx":
        from atstake.publish.docx import render as docx

        return docx(brief)
    if form == "json":
        from atstake.publish.evidence import evidence_file

        whole = evidence_file(evidence, resolution, run, text=True) | {"brief": asdict(brief)}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    from atstake.publish.html.page import render as html

    return html(brief)


def record(brief: Brief, dossier: Dossier, run: Run) -> None:
    """Keeps what was published, so that the next brief can say what changed."""
    made = datetime.now(UTC).isoformat(timespec="microseconds")
    lines = tuple(built_lines(brief))
    dossier.record_build(Build(content_id("build", made, [line.id for line in lines]), made, run.id, lines))


def built_lines(brief: Brief) -> Iterator[BuiltLine]:
    """Each line of each part, as the dossier keeps it."""
    from atstake.publish.words import plain

    for part in fields(brief):
        for line in lines_of(getattr(brief, part.name)):
            targets = tuple(quote.target for quote in line.quotes)
            yield BuiltLine(line.key, part.name, "".join(map(plain, line.parts)), targets)


def export(
    form: str, output: Path | None, evidence: Evidence, resolution: Resolution, run: Run, *, text: bool
) -> str:
    """Writes one form; returns it as text where ``output`` is None."""
    from atstake.publish.evidence import evidence_file

    whole = evidence_file(evidence, resolution, run, text=text)
    written = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    if output:
        put(output, written)
    return written


def contents(dossier: Dossier) -> str:
    """What a dossier holds, in a few lines."""
    documents = dossier.documents().values()
    dates = sorted(d.date for d in documents if d.date)
    kinds = Counter(d.kind for d in documents)
    held = ", ".join(f"{n} {kind}{'' if n == 1 else 's'}" for kind, n in sorted(kinds.items()))
    lines = [f"{dossier.path}: {held or 'empty'}"]
    if dates:
        lines.append(f"published {dates[0]} to {dates[-1]}")
    lines.append(f"{len(dossier.judgements())} judgements, {len(dossier.builds())} builds")
    lines += [
        f"  {d.date or '          '}  {d.publisher or d.handle or '-'}: {d.title or d.id}" for d in documents
    ]
    return "\n".join(lines)


def summary(brief: Brief) -> str:
    """The brief in a terminal's few lines."""
    from shutil import get_terminal_size

    from atstake.publish.terminal import summary as terminal

    return terminal(brief, min(get_terminal_size().columns, 100))
