"""The addresses of the app, and what stands before them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from atstake.errors import AtstakeError
from atstake.web import deciding, downloads, showing
from atstake.web.desk import Desk, answering
from atstake.web.guard import MOST_BYTES, Guard, new_token
from atstake.web.shelf import Shelf

Show = Callable[[Desk, Request], Response]


def app(shelf: Shelf, hosts: Iterable[str], *, token: str = "", most: int = MOST_BYTES) -> ASGIApp:
    """The app for the dossiers of a shelf, which answers to the hosts named and to no other."""
    desk = Desk(shelf, token or new_token(), most)

    def get(path: str, show: Show) -> Route:
        async def endpoint(request: Request) -> Response:
            try:
                return await run_in_threadpool(show, desk, request)
            except (AtstakeError, OSError) as error:
                return await run_in_threadpool(answering, desk, request, error)

        return Route(path, endpoint, methods=["GET"])

    def post(path: str, form: deciding.Form) -> Route:
        async def endpoint(request: Request) -> Response:
            try:
                return await deciding.sent(desk, request, form)
            except ClientDisconnect:
                return PlainTextResponse("Broken off.\n", 400)
            except (AtstakeError, OSError) as error:
                return await run_in_threadpool(answering, desk, request, error)

        return Route(path, endpoint, methods=["POST"])

    async def missing(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        line = "There is no such page." if status == 404 else "That is nothing this page does."
        return await run_in_threadpool(desk.told, request, "Not here", line, status, None)

    async def broken(request: Request, error: Exception) -> Response:
        return PlainTextResponse(
            "The app failed at this; nothing was lost. Please report what was asked.\n", 500
        )

    one = "/d/{slug}"
    routes = [
        get("/", showing.shelf),
        post("/name", deciding.name),
        get(f"{one}/", showing.overview),
        get(f"{one}/brief", showing.brief),
        get(f"{one}/actor/{{id}}", showing.actor),
        get(f"{one}/claim/{{id}}", showing.claim),
        get(f"{one}/source", showing.source),
        get(f"{one}/search", showing.search),
        get(f"{one}/changes", showing.changes),
        get(f"{one}/review", showing.review),
        get(f"{one}/object/{{kind}}/{{id}}", showing.object_page),
        get(f"{one}/line", showing.line),
        get(f"{one}/decisions", showing.decisions),
        get(f"{one}/add", showing.add),
        get(f"{one}/job/{{number:int}}", showing.job),
        get(f"{one}/job/{{number:int}}.json", showing.job_data),
        get(f"{one}/download", downloads.listed),
        get(f"{one}/download/{{form}}", downloads.download),
        post(f"{one}/add", deciding.add),
        post(f"{one}/review", deciding.review),
        post(f"{one}/build", deciding.build),
    ]
    handlers = {HTTPException: missing, Exception: broken}
    return Guard(Starlette(routes=routes, exception_handlers=handlers), hosts, most)
