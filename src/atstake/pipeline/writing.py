"""From resolved objects to files: composed, checked, written whole or not at all, recorded."""

from __future__ import annotations

import os
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from shutil import get_terminal_size

from atstake.brief.built import built_lines
from atstake.brief.withheld import withheld
from atstake.errors import AtstakeError, UsageError
from atstake.model.actor_page import ActorPage
from atstake.model.brief import Brief
from atstake.model.provenance import Build, Run, content_id
from atstake.pipeline import forms
from atstake.resolve.refer import Desk, clipped
from atstake.store import Dossier


def must_be_writable(output: Path) -> None:
    """Refuses an output that cannot be written before an hour of reading, not after it."""
    folder = output.parent
    if output.is_dir():
        raise UsageError(f"{output} is a folder: name a file, for instance {output / 'brief.html'}")
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder to write {output.name} into; make it first")
    can = _is_stream(output) or os.access(folder, os.W_OK)
    if not can or (output.exists() and not os.access(output, os.W_OK)):
        raise AtstakeError(f"{output}: no permission to write here; choose another -o")


def put(output: Path, written: str | bytes) -> None:
    """Writes a file whole or not at all: beside its place first, then moved there.

    A link keeps pointing to its file, which is written anew; a device or a pipe is never replaced.
    """
    raw = written.encode("utf8", "replace") if isinstance(written, str) else written
    place = output.resolve() if output.is_symlink() else output
    stream = _is_stream(place)
    part = place if stream else place.with_name(f".{place.name}.part")
    try:
        part.write_bytes(raw)
        if not stream:
            part.replace(place)
    except OSError as error:
        if not stream:
            part.unlink(missing_ok=True)
        raise AtstakeError(f"{output} was not written: {error.strerror}; the dossier is whole") from error


def _is_stream(place: Path) -> bool:
    """A device or a pipe."""
    return place.exists() and not place.is_file() and not place.is_dir()


def export(form: str, made: forms.Made, output: Path | None) -> str:
    """Writes one form to ``output``; returns it as text where there is none."""
    if form in forms.FOLDERS:
        if output is None:
            raise UsageError(f"{form} is several files: give -o FOLDER")
        forms.write_folder(form, made, output)
        return ""
    written = forms.written(form, made)
    if output:
        put(output, written)
        return ""
    if form in forms.BINARY:
        raise UsageError(f"{form} is not for a terminal: give -o FILE")
    return written if isinstance(written, str) else written.decode("utf8")


def utc(time: str) -> str:
    """An ISO 8601 date or time as the dossier writes times; a date means its first moment."""
    try:
        moment = datetime.fromisoformat(time)
    except ValueError as error:
        raise UsageError(f"{time}: not a time; write it as 2015-12-14 or 2015-12-14T18:00") from error
    try:
        moment = moment.astimezone(UTC)
    except (OverflowError, ValueError, OSError):
        # The first or the last day there is has no zone to be moved into.
        moment = moment.replace(tzinfo=UTC)
    return moment.isoformat(timespec="microseconds")


def record(brief: Brief, dossier: Dossier, run: Run) -> None:
    """Keeps what was published, so that the next brief can say what changed."""
    made = datetime.now(UTC).isoformat(timespec="microseconds")
    lines = built_lines(brief)
    dossier.record_build(Build(content_id("build", made, [line.id for line in lines]), made, run.id, lines))


def contents(dossier: Dossier) -> str:
    """What a dossier holds, in a few lines; of private documents only how many."""
    held = dossier.documents()
    private = withheld(dossier.judgements(), held)
    documents = sorted((d for d in held.values() if d.id not in private), key=lambda d: (d.date or "", d.id))
    dates = sorted(d.date for d in documents if d.date)
    kinds = Counter(d.kind for d in documents)
    kept = [f"{n} {kind}{'' if n == 1 else 's'}" for kind, n in sorted(kinds.items())]
    kept += [f"{len(private)} private"] if private else []
    lines = [f"{dossier.path}: {', '.join(kept) or 'empty'}"]
    if dates:
        lines.append(f"published {dates[0]} to {dates[-1]}")
    lines.append(f"{len(dossier.judgements())} judgements, {len(dossier.builds())} builds")
    lines += [
        f"  {d.date or '':10}  {d.id}  {d.publisher or d.handle or '-'}: {d.title or '(no title)'}"
        for d in documents
    ]
    return "\n".join(lines)


def ids(desk: Desk, kind: str) -> str:
    """The objects of a kind, a line each: the id that a command takes, the name, the words it stands on.

    Of a dispute also how the two stand to each other and its confidence.
    """
    names = {a.id: a.name for a in desk.resolution.actors}
    names |= {p.id: p.name for p in desk.resolution.places}
    names |= {i.id: i.label for i in desk.resolution.issues}
    disputes = {d.id: f"{d.relation} {d.confidence:.2f}  " for d in desk.resolution.disputes}
    lines = []
    for id in desk.objects(kind):
        told = disputes.get(id, "") + (
            names.get(id) or "  ".join(f"“{clipped(t.quote)}”" for t in desk.stand_in(kind, id))
        )
        lines.append(f"{id}  {told}")
    return "\n".join(lines) or f"no {kind} in this dossier"


def summary(brief: Brief) -> str:
    """The brief in a terminal's few lines."""
    from atstake.publish.terminal import summary as terminal

    return terminal(brief, min(get_terminal_size().columns, 100))


def actor(page: ActorPage) -> str:
    """An actor's page for a terminal."""
    from atstake.publish.actor_terminal import render

    return render(page, min(get_terminal_size().columns, 100))


def change_lines(brief: Brief) -> list[str]:
    """What changed, one line each, however wide a terminal is."""
    from atstake.publish import terminal

    return terminal.change_lines(brief)


def changes(brief: Brief, form: str) -> str:
    """What changed: as ``text`` for a terminal, as ``rss`` or as ``jsonfeed``."""
    from atstake.publish import feeds, terminal

    if form == "text":
        return terminal.changes(brief).rstrip() or "nothing changed"
    return feeds.rss(brief) if form == "rss" else feeds.jsonfeed(brief)
