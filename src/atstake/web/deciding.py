"""Forms that change something: coverage that is added, what an editor decides, builds, and who decides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from atstake.errors import UsageError
from atstake.resolve.review import VERBS
from atstake.web.desk import NAME, Desk, editor, tidy_name
from atstake.web.guard import must_hold, own_page
from atstake.web.shelf import PATIENCE, Case, Job
from atstake.web.uploads import Given

if TYPE_CHECKING:
    from atstake.pipeline import Story

_MOST_FILES = 1_000
_MOST_FIELDS = 300
_MOST_TEXT = 5_000_000
"""Most bytes of a pasted text, as much as ``intake`` reads of one."""
_YEAR = 365 * 24 * 3600

Form = Callable[[Desk, Request, FormData], Response]


async def sent(desk: Desk, request: Request, form: Form) -> Response:
    """Reads a form, holds its token against this run's, and hands it on in a thread."""
    try:
        read = await request.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_MOST_TEXT)
    except HTTPException as error:
        raise UsageError(f"The form could not be read: {error.detail}") from error
    try:
        must_hold(desk.token, _text(read, "token"))
        return await run_in_threadpool(form, desk, request, read)
    finally:
        await read.close()


def name(desk: Desk, request: Request, form: FormData) -> Response:
    """Keeps the name of who decides, in this browser."""
    answer = RedirectResponse(own_page(request, _text(form, "back")), 303)
    chosen = tidy_name(_text(form, "by"))
    if not chosen:
        raise UsageError("Give a name: every decision is kept with it.")
    answer.set_cookie(NAME, quote(chosen), max_age=_YEAR, httponly=True, samesite="strict")
    return answer


def add(desk: Desk, request: Request, form: FormData) -> Response:
    """Takes files, addresses and a text, and has them read; leads to the page that shows how it goes."""
    case = desk.case(request)
    given = Given(Path(mkdtemp(prefix="atstake-")))
    try:
        _take(given, form)
    except BaseException:
        given.gone()
        raise
    private = editor(request) if _text(form, "private") else ""
    job = case.submit(
        f"Reading {len(given.inputs)} input{'' if len(given.inputs) == 1 else 's'}",
        lambda story, job: _read(case, story, job, given, private),
    )
    return RedirectResponse(f"{case.base}/job/{job.number}", 303)


def _take(given: Given, form: FormData) -> None:
    for upload in form.getlist("files"):
        if isinstance(upload, UploadFile) and (upload.filename or upload.size):
            given.file(upload.filename or "", upload.file)
    given.addresses(_text(form, "urls").splitlines())
    if _text(form, "text").strip():
        given.text(_text(form, "text"), {k: _text(form, k) for k in ("title", "outlet", "date", "url")})
    if not given.inputs:
        raise UsageError("Nothing was given: choose files, paste a text, or give an address.")


def _read(case: Case, story: Story, job: Job, given: Given, private: str) -> None:
    try:
        job.says = "fetching and taking apart what was given"
        added = story.add(*given.inputs, progress=case.progress(job, given.named), private=private)
        given.told(added)
        job.added = added
        job.says = f"{len(added.new)} new, {added.known} known already, {len(added.problems)} skipped."
    finally:
        given.gone()


def review(desk: Desk, request: Request, form: FormData) -> Response:
    """An editor's decision, as ``atstake review`` takes it; with the user's name and the time."""
    case = desk.case(request)
    verb, kind, what = (_text(form, k).strip() for k in ("verb", "kind", "what"))
    if verb not in VERBS:
        raise UsageError(f"{verb[:40]!r} is nothing that can be decided; one of {', '.join(VERBS)}.")
    by, why = editor(request), _text(form, "why").strip()
    words = _words(verb, what, form)

    def decide(story: Story, job: Job) -> None:
        judgement = story.review(verb, words, by=by, kind="" if verb in _WITHOUT_KIND else kind, why=why)
        job.says = f"Kept: {verb} by {judgement.by}, {judgement.at[:16].replace('T', ' ')} UTC."

    return _settled(case, case.submit("Deciding", decide), "decisions")


_WITHOUT_KIND = ("undo", "withhold")


def _words(verb: str, what: str, form: FormData) -> list[str]:
    if not what:
        raise UsageError("Say on what.")
    more = {
        "merge": [_text(form, "other")],
        "oppose": [_text(form, "other").strip(), _text(form, "value").strip()],
        "split": [str(p) for p in form.getlist("part")],
        "relabel": [_text(form, "value").strip()],
        "note": [_text(form, "value").strip()],
    }.get(verb, [])
    return [what, *(m for m in more if m)]


def build(desk: Desk, request: Request, form: FormData) -> Response:
    """Records the brief as it stands as a build."""
    case = desk.case(request)

    def keep(story: Story, job: Job) -> None:
        story.record()
        job.says = "Recorded: what changes is told against this from here on."

    return _settled(case, case.submit("Recording", keep), "decisions")


def _settled(case: Case, job: Job, page: str) -> Response:
    """Back to a page once the work is done; to the work's own where that takes longer."""
    if not job.finished.wait(PATIENCE):
        return RedirectResponse(f"{case.base}/job/{job.number}", 303)
    if job.trouble:
        raise UsageError(job.trouble)
    return RedirectResponse(f"{case.base}/{page}?job={job.number}", 303)


def _text(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value if isinstance(value, str) else ""
