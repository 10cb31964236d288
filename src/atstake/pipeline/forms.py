"""The forms that a story is written in: which function of ``publish`` writes which, and from what."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from atstake.brief.check import check
from atstake.brief.compose import compose
from atstake.errors import UsageError
from atstake.model.actor_page import ActorPage
from atstake.model.brief import Brief
from atstake.model.claim_page import ClaimPage
from atstake.model.claims import Resolution
from atstake.model.provenance import Run
from atstake.model.stages import Evidence

FOLDERS = frozenset({"csv", "parquet"})
"""Forms that are several files."""

BINARY = frozenset({"docx"})
"""Forms that are not for a terminal."""

_EXTRAS = {"docx": "docx", "ics": "icalendar", "parquet": "pyarrow"}
"""Forms that need a package which comes as an extra of the form's name."""

_ENDINGS = {
    "": "html",
    ".html": "html",
    ".htm": "html",
    ".md": "md",
    ".markdown": "md",
    ".json": "brief",
    ".docx": "docx",
}
_PAGE_ENDINGS = frozenset({"", ".html", ".htm", ".md", ".markdown", ".txt", ".json"})
"""Of the pages of an actor and of a claim."""


@dataclass(frozen=True)
class Made:
    """Everything a form can be written from.

    ``before`` is what was resolved at the build to compare with; ``text`` is false where full texts must not
    leave the desk.
    """

    evidence: Evidence
    resolution: Resolution
    run: Run
    before: Resolution | None = None
    text: bool = True

    @cached_property
    def brief(self) -> Brief:
        """The brief, every quote of it compared with the stored text; CheckError where one does not match."""
        brief = compose(self.evidence, self.resolution, self.run, before=self.before)
        check(brief, self.evidence.documents)
        return brief

    def file(self) -> dict[str, Any]:
        """The evidence file as plain data."""
        from atstake.publish.evidence import evidence_file

        return evidence_file(self.evidence, self.resolution, self.run, text=self.text)


def of_ending(output: Path) -> str:
    """The form that a file's ending asks for, HTML where it has none; UsageError for an ending of no form."""
    ending = output.suffix.lower()
    if ending not in _ENDINGS:
        raise UsageError(f"{output}: {ending} is the ending of no form; .html, .md, .docx and .json are")
    return _ENDINGS[ending]


def page_ending(output: Path) -> str:
    """The ending of an actor's or a claim's page; UsageError for one that no form of it has."""
    ending = output.suffix.lower()
    if ending not in _PAGE_ENDINGS:
        raise UsageError(f"{output}: {ending} is the ending of no form; .html, .md, .txt and .json are")
    return ending


def must_be_installed(form: str) -> None:
    """Raises ``UsageError`` where the form needs an extra that is not here: before anything is read."""
    if form in _EXTRAS and find_spec(_EXTRAS[form]) is None:
        raise UsageError(f"{form} needs an extra: pip install 'atstake[{form}]'")


def written(form: str, made: Made) -> str | bytes:
    """The story in one form, ready to be put into a file."""
    return _WRITERS[form](made)


def write_folder(form: str, made: Made, folder: Path) -> list[Path]:
    """The tables of the evidence file as one file each; the files written."""
    from atstake.publish import tables

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: {error.strerror}; {form} wants a folder to write into") from error
    write = tables.write_csv if form == "csv" else tables.write_parquet
    return write(made.file(), folder)


def actor(page: ActorPage, ending: str, dossier: str) -> str:
    """An actor's page in the form that a file's ending (``page_ending``) asks for."""
    if ending == ".json":
        return _json(asdict(page))
    if ending == ".txt":
        from atstake.publish.actor_terminal import render as as_text

        return as_text(page)
    if ending in (".md", ".markdown"):
        from atstake.publish.actor_markdown import render as as_markdown

        return as_markdown(page)
    from atstake.publish.html.actor import render as as_html

    return as_html(page, dossier=dossier)


def claim(page: ClaimPage, ending: str) -> str:
    """A claim's page in the form that a file's ending (``page_ending``) asks for."""
    if ending == ".json":
        return _json(asdict(page))
    if ending in (".md", ".markdown", ".txt"):
        from atstake.publish.claim_markdown import render as as_markdown

        return as_markdown(page)
    from atstake.publish.html.claim import render as as_html

    return as_html(page)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _lines(rows: Iterable[object]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _html(made: Made) -> str:
    from atstake.publish.html.page import render

    return render(made.brief)


def _markdown(made: Made) -> str:
    from atstake.publish.markdown import render

    return render(made.brief)


def _docx(made: Made) -> bytes:
    from atstake.publish.docx import render

    return render(made.brief)


def _ics(made: Made) -> bytes:
    from atstake.publish.ics import calendar

    return calendar(made.evidence, made.resolution, made.run)


def _geojson(made: Made) -> str:
    from atstake.publish.geojson import places

    return _json(places(made.evidence, made.resolution, text=made.text))


def _plover(made: Made) -> str:
    from atstake.publish.plover import records

    return _lines(records(made.evidence, made.resolution, made.run, text=made.text))


def _jsonld(made: Made) -> str:
    from atstake.publish.jsonld import article

    return _json(article(made.brief))


def _rss(made: Made) -> str:
    from atstake.publish.feeds import rss

    return rss(made.brief)


def _jsonfeed(made: Made) -> str:
    from atstake.publish.feeds import jsonfeed

    return jsonfeed(made.brief)


_WRITERS: dict[str, Callable[[Made], str | bytes]] = {
    "html": _html,
    "md": _markdown,
    "docx": _docx,
    "brief": lambda made: _json(made.file() | {"brief": asdict(made.brief)}),
    "json": lambda made: _json(made.file()),
    "geojson": _geojson,
    "plover": _plover,
    "jsonld": _jsonld,
    "ics": _ics,
    "rss": _rss,
    "jsonfeed": _jsonfeed,
}
