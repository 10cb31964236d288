"""Every export format as a file; what is several files comes as one archive."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.requests import Request
from starlette.responses import Response

from atstake.errors import UsageError
from atstake.pipeline import forms
from atstake.pipeline.edition import Edition
from atstake.web.desk import Desk, Missing, links, of_edition
from atstake.web.shelf import Case

_FORMS = {
    "html": ("the brief as one page", "text/html"),
    "md": ("the brief as Markdown", "text/markdown"),
    "docx": (
        "the brief for a word processor",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "json": ("all evidence as one object, for programs", "application/json"),
    "csv": ("the evidence as tables (a ZIP)", "application/zip"),
    "parquet": ("the evidence as typed tables (a ZIP)", "application/zip"),
    "ics": ("events ahead, for a calendar", "text/calendar"),
    "geojson": ("places, for a map", "application/geo+json"),
    "jsonld": ("claims and who made them, for the web", "application/ld+json"),
    "plover": ("coded events, one JSON record a line", "application/x-ndjson"),
    "rss": ("what changed, as a feed", "application/rss+xml"),
    "jsonfeed": ("what changed, as a JSON Feed", "application/feed+json"),
}
_WITH_TEXTS = frozenset({"json", "csv", "parquet", "geojson", "plover"})
"""Forms that hold full texts or long quotes, and can be had without."""
_ENDINGS = {
    "csv": "csv.zip",
    "parquet": "parquet.zip",
    "jsonfeed": "feed.json",
    "rss": "rss.xml",
    "plover": "jsonl",
}
# A fixed time: the same dossier gives the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)


@of_edition
def listed(desk: Desk, request: Request, case: Case, edition: Edition) -> Response:
    """All forms that there are."""
    found = [(name, what, name in _WITH_TEXTS, _missing(name)) for name, (what, _) in _FORMS.items()]
    at = links(case, "download", behind=request.state.behind)
    return desk.page(request, "download", "Download", desk=at, forms=found)


@of_edition
def download(desk: Desk, request: Request, case: Case, edition: Edition) -> Response:
    """One form as a file."""
    form = request.path_params["form"]
    if form not in _FORMS:
        raise Missing(f"There is no such form; one of {', '.join(_FORMS)}.")
    forms.must_be_installed(form)
    made = edition.written_from(text=request.query_params.get("text") != "no")
    content = _archive(form, made) if form in forms.FOLDERS else forms.written(form, made)
    name = f"{re.sub(r'[^A-Za-z0-9_-]+', '-', case.path.stem) or 'dossier'}.{_ENDINGS.get(form, form)}"
    raw = content.encode("utf8", "replace") if isinstance(content, str) else content
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(raw, media_type=_FORMS[form][1], headers=headers)


def _archive(form: str, made: forms.Made) -> bytes:
    out = io.BytesIO()
    with (
        TemporaryDirectory(prefix="atstake-") as folder,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zip,
    ):
        for path in forms.write_folder(form, made, Path(folder)):
            zip.writestr(zipfile.ZipInfo(path.name, _EPOCH), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _missing(form: str) -> str:
    try:
        forms.must_be_installed(form)
    except UsageError as error:
        return str(error)
    return ""
