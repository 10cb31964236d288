"""Reads whatever was named on the command line; one bad input among good ones stops nothing."""

from __future__ import annotations

import gzip
import io
import json
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from atstake.errors import InputError
from atstake.intake.draft import Draft
from atstake.intake.feeds import from_feed
from atstake.intake.fetch import fetch, is_url
from atstake.intake.layers import documents
from atstake.intake.limits import Limits
from atstake.intake.page import Extractor, from_page, page_in_archive
from atstake.intake.plain import from_text
from atstake.intake.records import from_record
from atstake.intake.sniff import binary_kind, decoded, format_of
from atstake.model.intake import Intake
from atstake.model.provenance import content_id

_ASSETS = frozenset(
    ".css .js .mjs .map .png .jpg .jpeg .gif .svg .webp .ico .woff .woff2 .ttf .eot .mp3 .mp4 .webm .avif "
    ".py .pyc .sqlite .db .atstake .md .yml .yaml .toml .log .lock".split()
)
"""Endings of files beside saved pages that nobody means as an article."""


def read_inputs(
    inputs: Sequence[str], *, limits: Limits | None = None, stdin: BinaryIO | None = None
) -> Iterator[Intake]:
    """Everything that the inputs hold, one ``Intake`` for each article or record, in a fixed order.

    An input is a file (text, page, web archive, JSON or JSON Lines, gzipped too, feed), a folder
    (read through, sorted by path), an address, or "-" for standard input. What cannot be read comes
    as an ``Intake`` with a problem; this never raises for what an input holds.
    """
    reader = _Reader(limits or Limits(), stdin)
    with closing(reader.extractor):
        for name in inputs:
            yield from reader.read(name)


def read_bytes(name: str, raw: bytes, charset: str = "", limits: Limits | None = None) -> Iterator[Intake]:
    """What bytes hold that were fetched already. Raises ``InputError`` where that is nothing."""
    reader = _Reader(limits or Limits(), None)
    with closing(reader.extractor):
        yield from reader.whole(name, raw, charset)


class _Reader:
    def __init__(self, limits: Limits, stdin: BinaryIO | None) -> None:
        self.limits = limits
        self.stdin = stdin
        self.extractor = Extractor(limits)
        self.seen: dict[str, str] = {}

    def read(self, name: str) -> Iterator[Intake]:
        try:
            if name == "-":
                yield from self.whole(
                    "standard input", (self.stdin or sys.stdin.buffer).read(self.limits.stream_bytes + 1)
                )
            elif is_url(name):
                raw, charset = fetch(name, self.limits)
                yield from self.whole(name, raw, charset)
            else:
                yield from self.path(Path(name), name)
        except InputError as error:
            yield _problem(name, str(error))
        except (OSError, ValueError) as error:
            yield _problem(name, f"cannot be read ({getattr(error, 'strerror', None) or error})")

    def path(self, path: Path, name: str) -> Iterator[Intake]:
        if path.is_dir():
            files = sorted(_files_under(path), key=lambda p: p.relative_to(path).as_posix())
            if not files:
                raise InputError("is a folder without anything to read")
            for file in files:
                yield from self.read(str(file))
            return
        if not path.exists():
            raise InputError("does not exist")
        lowered = path.name.lower()
        if lowered.endswith((".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")):
            with gzip.open(path) if lowered.endswith(".gz") else path.open("rb") as stream:
                yield from self.records(name, stream)
            return
        size = path.stat().st_size
        bound = (
            self.limits.stream_bytes
            if lowered.endswith((".json", ".gz", ".xml", ".rss", ".atom"))
            else self._bound()
        )
        if size > bound:
            raise InputError(f"is {size / 1e6:.0f} MB, over the limit of {bound / 1e6:.0f} MB for one input")
        raw = path.read_bytes()
        yield from self.whole(name, _unpacked(raw, bound) if lowered.endswith(".json.gz") else raw)

    def _bound(self) -> int:
        return max(self.limits.page_bytes, self.limits.text_bytes)

    def whole(self, name: str, raw: bytes, charset: str = "") -> Iterator[Intake]:
        """What a file, a download or standard input holds."""
        if not raw.strip():
            raise InputError("is empty; nothing to read")
        if kind := binary_kind(raw):
            raise InputError(f"is {kind}, not text" if kind == "a binary file" else f"is {kind}")
        text, note = decoded(raw, charset)
        notes = (note,) if note else ()
        form = format_of(text, name)
        if form == "records":
            yield from self.records(name, io.BytesIO(text.encode("utf-8", "surrogatepass")), notes)
        elif form == "json":
            yield from self.array(name, text, notes)
        elif form == "feed":
            yield from self.feed(name, raw, notes)
        else:
            bound = self.limits.text_bytes if form == "text" else self.limits.page_bytes
            if len(raw) > bound:
                raise InputError(
                    f"is {len(raw) / 1e6:.0f} MB, over the limit of {bound / 1e6:.0f} MB for one article"
                )
            yield self.finish(name, self.single(form, text, raw, name), raw, notes)

    def single(self, form: str, text: str, raw: bytes, name: str) -> Draft:
        if form == "text":
            return from_text(text)
        markup, address = page_in_archive(raw) if form == "archive" else (text, "")
        return from_page(markup, self.extractor, name if is_url(name) else address)

    def records(
        self, name: str, stream: BinaryIO | gzip.GzipFile, notes: tuple[str, ...] = ()
    ) -> Iterator[Intake]:
        number, found = 0, False
        while line := self._line(stream):
            number += 1
            if not line.strip():
                continue
            found = True
            where = f"{name}, record {number}"
            if len(line) > self.limits.text_bytes:
                yield _problem(
                    where, f"is over the limit of {self.limits.text_bytes / 1e6:.0f} MB for one record"
                )
                continue
            yield self.record(where, line.strip(), notes)
        if not found:
            raise InputError("is empty; nothing to read")

    def _line(self, stream: BinaryIO | gzip.GzipFile) -> bytes:
        """The next line; of one that is far too long, enough to see that it is, the rest passed over."""
        try:
            line = stream.readline(self.limits.text_bytes + 1)
            while len(line) > self.limits.text_bytes and not line.endswith(b"\n"):
                more = stream.readline(self.limits.text_bytes)
                if not more or more.endswith(b"\n"):
                    break
            return line
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise InputError(f"breaks off or is damaged ({error})") from error

    def record(self, where: str, raw: bytes, notes: tuple[str, ...]) -> Intake:
        if binary_kind(raw):
            return _problem(where, "is binary, not JSON")
        text, note = decoded(raw)
        try:
            draft = from_record(json.loads(text, strict=False))
        except InputError as error:
            return _problem(where, str(error))
        except (ValueError, RecursionError) as error:
            return _problem(where, f"is not JSON ({str(error).splitlines()[0][:80]})")
        return self.finish(where, draft, raw, (*notes, note) if note else notes)

    def array(self, name: str, text: str, notes: tuple[str, ...]) -> Iterator[Intake]:
        try:
            value = json.loads(text.lstrip("\ufeff"), strict=False)
        except (ValueError, RecursionError) as error:
            raise InputError(f"is not JSON ({str(error).splitlines()[0][:80]})") from error
        items = (
            value.get("items") if isinstance(value, dict) and isinstance(value.get("items"), list) else value
        )
        records = items if isinstance(items, list) else [items]
        if not records:
            raise InputError("is empty; nothing to read")
        for number, item in enumerate(records, 1):
            where = f"{name}, record {number}" if len(records) > 1 else name
            yield self.record(
                where, json.dumps(item, ensure_ascii=False).encode("utf-8", "surrogatepass"), notes
            )

    def feed(self, name: str, raw: bytes, notes: tuple[str, ...]) -> Iterator[Intake]:
        for number, draft in enumerate(from_feed(raw), 1):
            where = f"{name}, entry {number}"
            if isinstance(draft, InputError):
                yield _problem(where, str(draft))
            else:
                yield self.finish(
                    where, replace(draft, media_type="application/feed"), draft.text.encode(), notes
                )

    def finish(self, name: str, draft: Draft, raw: bytes, notes: tuple[str, ...]) -> Intake:
        """Layers found and ids settled: one id never stands for two texts."""
        if len(draft.text) > self.limits.text_characters:
            bound = f"{self.limits.text_characters:,}"
            return _problem(
                name, f"holds {len(draft.text):,} characters, over the limit of {bound}; split it"
            )
        clean = replace(draft, text=draft.text.encode("utf-8", "replace").decode("utf-8"))
        if clean.text != draft.text:
            notes = (*notes, "broken characters (lone surrogates) replaced")
        found, more = documents(clean)
        article = found[0]
        if self.seen.setdefault(article.id, article.sha256) != article.sha256:
            given = article.id
            found, more = documents(replace(clean, id=content_id("doc", given, clean.text)))
            more = (*more, f"the id {given} is taken by another text; it gets one of its own")
        return Intake(name, found, raw, draft.media_type, None, (*notes, *more))


def _problem(name: str, what: str) -> Intake:
    return Intake(name, problem=" ".join(f"{name} {what}".split()))


def _files_under(folder: Path) -> Iterator[Path]:
    """Files of a folder; hidden ones and what browsers save beside a page are passed over."""
    for path in folder.iterdir():
        if path.name.startswith(".") or (path.is_dir() and path.name.endswith(("_files", ".files"))):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files_under(path)
        elif path.is_file() and path.suffix.lower() not in _ASSETS:
            yield path


def _unpacked(raw: bytes, bound: int) -> bytes:
    try:
        with gzip.open(io.BytesIO(raw)) as stream:
            data = stream.read(bound + 1)
    except (EOFError, OSError, zlib.error) as error:
        raise InputError(f"breaks off or is damaged ({error})") from error
    if len(data) > bound:
        raise InputError(f"unpacks to more than {bound / 1e6:.0f} MB")
    return data
