"""What all pages share: which dossier is meant, what is told where there is none to show, who decides."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from atstake import __version__
from atstake.errors import AtstakeError
from atstake.pipeline.edition import Edition
from atstake.publish.html.desk import render
from atstake.publish.html.links import Links
from atstake.publish.words import bare, short
from atstake.web.guard import Refused, TooLarge
from atstake.web.shelf import Case, Shelf

NAME = "editor"
"""The cookie that keeps the name of who decides."""
_LONGEST_NAME = 80


class Missing(AtstakeError):
    """Something that is asked for and not there."""


@dataclass(frozen=True)
class Desk:
    """The shelf, the secret of this run, and how pages are put together."""

    shelf: Shelf
    token: str
    most: int

    def case(self, request: Request) -> Case:
        """The dossier that an address means. Raises ``Missing``."""
        slug = str(request.path_params["slug"])
        if slug not in self.shelf.cases:
            raise Missing("There is no such dossier on this shelf.")
        return self.shelf[slug]

    def page(self, request: Request, name: str, title: str, **given: Any) -> HTMLResponse:
        """A page of the app, with the secret for its forms and the name of who decides."""
        shown = {
            "version": __version__,
            "secret": self.token,
            "editor": editor(request),
            "back": _address(request),
            **given,
        }
        status = int(shown.pop("status", 200))
        return HTMLResponse(render(name, title, **shown), status)

    def told(self, request: Request, title: str, line: str, status: int, links: Links | None) -> Response:
        """One clear line instead of a page."""
        return self.page(request, "told", title, told=line, again=False, desk=links, status=status)


def links(case: Case, here: str | None = None, *, behind: bool = False, query: str = "") -> Links:
    """Where the pages of a dossier are, and what its bar has to say."""
    busy = case.busy
    notice = f"{busy[:1].upper()}{busy[1:]}." if busy else case.trouble
    if behind and not notice:
        notice = "The dossier has gone on; the pages are being made anew."
    told = case.edition.told if case.edition else {}
    return Links(case.base, title(case), notice, here, query, told)


def title(case: Case) -> str:
    """The brief's title, or the file's name while there is none."""
    if case.edition is None:
        return case.path.stem
    return short(" ".join(bare(p) for p in case.edition.brief.title.parts), 160)


def editor(request: Request) -> str:
    """Who decides: the name given on a page, else as for ``atstake review``."""
    given = unquote(request.cookies.get(NAME, ""))
    return tidy_name(given) or os.environ.get("ATSTAKE_EDITOR", "") or _user()


def tidy_name(name: str) -> str:
    """A name on one line."""
    return " ".join(name.split())[:_LONGEST_NAME]


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "editor"


def _address(request: Request) -> str:
    query = f"?{request.url.query}" if request.url.query else ""
    return f"{request.url.path}{query}"


Show = Callable[["Desk", Request, Case, Edition], Response]


def of_edition(show: Show) -> Callable[[Desk, Request], Response]:
    """A page that needs the dossier's pages to be ready; a waiting page until they are."""

    def shown(desk: Desk, request: Request) -> Response:
        case = desk.case(request)
        edition, behind = case.current()
        request.state.behind = behind
        if edition is not None:
            return show(desk, request, case, edition)
        if behind:
            line = "The dossier is being read for the first time since the app was started."
            return desk.page(request, "told", title(case), told=line, again=True, desk=links(case))
        line = case.trouble or "Nothing was read into this dossier yet: add coverage."
        return desk.told(request, title(case), line, 409, links(case))

    return shown


def answering(desk: Desk, request: Request, error: Exception) -> Response:
    """What is told of an error: one line, with the status that fits."""
    known: dict[type[Exception], int] = {Missing: 404, Refused: 403, TooLarge: 413}
    status = known.get(type(error), 400)
    slug = request.path_params.get("slug", "")
    case = desk.shelf.cases.get(slug)
    line = " ".join(str(error).split())
    return desk.told(request, "That did not work", line, status, links(case) if case else None)
