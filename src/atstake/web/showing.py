"""Pages that show: the shelf, a dossier, its brief, actors, claims, texts, changes, what is to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from atstake.errors import UsageError
from atstake.model.brief import Brief, Line, Quote, walk
from atstake.model.text import Document, Span, Target
from atstake.pipeline.edition import Edition
from atstake.publish import labels
from atstake.publish.html import actor as actor_html
from atstake.publish.html import claim as claim_html
from atstake.publish.html import page as brief_html
from atstake.publish.html.desk import around, segments
from atstake.publish.html.links import Links
from atstake.web.desk import Desk, Missing, links, of_edition, title
from atstake.web.guard import bounded_number
from atstake.web.objects import KINDS, Things, choices
from atstake.web.shelf import Case, Job

_MOST_HITS = 50
_MOST_PLACES = 5
_A_PAGE = 100
"""Objects of a kind on one page."""
_MOST_OTHERS = 400
"""Objects to choose from for a merge."""
_MOST_SPANS = 50


def shelf(desk: Desk, request: Request) -> Response:
    """All dossiers: title, documents, last build, what changed."""
    if len(desk.shelf.cases) > 1:
        for case in desk.shelf.cases.values():
            case.current(wait=0.0)
    else:
        for case in desk.shelf.cases.values():
            case.current()
    shown = [_on_shelf(case) for case in desk.shelf.cases.values()]
    return desk.page(request, "shelf", "Dossiers", desk=None, cases=shown)


def _on_shelf(case: Case) -> dict[str, object]:
    edition = case.edition
    kinds = Counter(c.kind for c in edition.brief.changes) if edition else Counter()
    return {
        "base": case.base,
        "title": title(case),
        "file": case.path.name,
        "trouble": case.trouble,
        "ready": edition is not None,
        "held": " ".join(f"{s}." for s in edition.brief.standfirst) if edition else "",
        "built": edition.builds[-1].made if edition and edition.builds else "",
        "busy": case.busy,
        "changed": [(kinds[k], k) for k in labels.CHANGES if kinds[k]],  # type: ignore[index]
    }


@of_edition
def overview(desk: Desk, request: Request, case: Case, edition: Edition) -> Response:
    """One dossier: what it holds, what changed."""
    documents = sorted(edition.made.evidence.documents.values(), key=lambda d: (d.date or "", d.id))
    return desk.page(
        request,
        "overview",
        title(case),
        desk=_links(request, case, ""),
        brief=edition.brief,
        built=edition.builds[-1].made if edition.builds else "",
        documents=documents[::-1],
    )


@of_edition
def brief(desk: Desk, request: Request, case: Case, edition: Edition) -> Response:
    """The brief as ``atstake brief`` writes it, with the app's links."""
    at = _links(request, case, "brief")
    return HTMLResponse(brief_html.render(edition.brief, links=at.actors, desk=at))


@of_edition
def actor(desk: Desk, request: Request, case: Case, edition: Edition) -> Response:
    """An actor's page."""
    at = _links(request, case)
    id = _known(edition, "actor", request.path_params["id"])
    page = actor_html.render(
        edition.actor(id), dossier=case.path.name, home=at.page("brief"), links=at.actors, desk=at
    )
    return HTMLResponse(page)


@of_edition
def claim(desk: Desk, request: Request, case: Case, edition: Edition) -> Response:
    """A claim's page."""
    at = _links(request, case)
    id = _known(edition, "claim", request.path_params["id"])
    return HTMLResponse(claim_html.render(edition.claim(id), home=at.page("brief"), links=at.actors, desk=at))


def _known(edition: Edition, kind: str, id: str) -> str:
    if id not in edition.desk.objects(kind):
        raise Missing(f"There is no such {kind} in this edition of the dossier; it may have been joined.")
    return id


@of_edition
def source(desk: Desk, request: Request, case: Case, edition: Edition) -> Response:
    """The stored text of a document, with the words that were asked for marked."""
    document = _document(edition, request.query_params.get("doc", ""))
    asked = _spans(document, request.query_params.getlist("at"))
    lines = list(_lines_on(edition.brief, document.id))
    cited = [(s, line.key) for _, line in lines for q in _quotes(line, document.id) for s in q.target.spans]
    whole = [s for s in asked if s is not None]
    return desk.page(
        request,
        "source",
        document.title or document.id,
        desk=_links(request, case),
        brief=edition.brief,
        document=document,
        asked=bool(asked),
        found=len(whole) == len(asked),
        segments=segments(document, whole, cited),
        cited=lines,
    )


def _document(edition: Edition, id: str) -> Document:
    if id not in edition.made.evidence.documents:
        raise Missing("There is no such document in this dossier, or it is private.")
    return edition.made.evidence.documents[id]


def _spans(document: Document, given: list[str]) -> list[Span | None]:
    """The spans that an address names; None for one that this text does not have."""
    if len(given) > _MOST_SPANS:
        raise UsageError("That is more words than one page marks.")
    return [_span(document, text) for text in given]


def _span(document: Document, given: str) -> Span | None:
    start, _, end = given.partition("-")
    try:
        a, b = (bounded_number(n, len(document.text)) for n in (start, end))
    except UsageError:
        return None
    return Span(a, b) if a < b else None


def _lines_on(brief: Brief, document: str) -> Iterator[tuple[str, Line]]:
    """The lines that quote a document, each once, with the heading of their part."""
    # An issue's label heads its section, which has no anchor of its own.
    seen = {contest.label.key for contest in brief.table}
    for field, heading in labels.PARTS:
        for line in walk(getattr(brief, field).items, Line):
            if line.key not in seen and any(_quotes(line, document)):
                seen.add(line.key)
                yield heading, line


def _quotes(line: Line, document: str) -> list[Quote]:
    return [q for q in line.quotes if q.target.document == document]


@of_edition
def search(desk: Desk, request: Request, case: Case, edition: Edition) -> Response:
    """Where words stand in the texts."""
    from atstake.pipeline import Story

    query = request.query_params.get("q", "")[:300]
    with Story.open(case.path, create=False, readonly=True) as story:
        hits = story.search(query, _MOST_HITS) if query.strip() else ()
    documents = edition.made.evidence.documents
    shown = [
        {
            "document": documents[h.document],
            "places": [around(documents[h.document], t) for t in h.targets[:_MOST_PLACES]],
        }
        for h in hits
        if h.document in documents
    ]
    heading = f"“{query}” in the texts" if query.strip() else "Find words in the texts"
    at = _links(request, case, query=query)
    return desk.page(
        request, "search", heading, desk=at, query=query.strip(), hits=shown, full=len(hits) == _MOST_HITS
    )


@of_edition
def changes(desk: Desk, request: Request, case: Case, edition: Edition) -> Response:
    """What is new, answered, revised or withdrawn since a build or a time."""
    from atstake.pipeline import writing

    since = request.query_params.get("since", "").strip()[:60]
    if since:
        writing.utc(since)
    job = case.submit("comparing", lambda story, _: story.changes(since or None), changes=False)
    if not job.finished.wait(30):
        return desk.told(
            request, "What changed", "Other work is under way; ask again in a moment.", 503, links(case)
        )
    compared, job.made = job.made, None
    if not isinstance(compared, Brief):
        raise UsageError(job.trouble or "This could not be compared.")
    at = _links(request, case, "changes")
    builds = edition.builds[::-1][:20]
    return desk.page(request, "changes", "What changed", desk=at, brief=compared, since=since, builds=builds)


@of_edition
def review(desk: Desk, request: Request, case: Case, edition: Edition) -> Response:
    """What can be decided on, kind by kind."""
    kind = request.query_params.get("kind", KINDS[0])
    if kind not in KINDS:
        raise Missing(f"There is no such kind; one of {', '.join(KINDS)}.")
    start = bounded_number(request.query_params.get("from", "0"), 10**8)
    things = Things(edition)
    found = things.all(kind)
    kinds = [(k, len(found) if k == kind else len(edition.desk.objects(k))) for k in KINDS]
    later = start + _A_PAGE if len(found) > start + _A_PAGE else 0
    at = _links(request, case, "review")
    shown = found[start : start + _A_PAGE]
    return desk.page(request, "review", "Review", desk=at, kind=kind, kinds=kinds, objects=shown, later=later)


@of_edition
def object_page(desk: Desk, request: Request, case: Case, edition: Edition) -> Response:
    """One object: its words, what was decided on it, and what can be."""
    kind, id = request.path_params["kind"], request.path_params["id"]
    if kind not in KINDS:
        raise Missing(f"There is no such kind; one of {', '.join(KINDS)}.")
    things = Things(edition).all(kind)
    thing = next((t for t in things if t.id == id), None)
    if thing is None:
        raise Missing(f"There is no such {kind} in this edition of the dossier; it may have been joined.")
    others = [(t.id, t.name or t.words[0].quote) for t in things if t.id != id][:_MOST_OTHERS]
    return desk.page(
        request,
        "object",
        thing.name or thing.words[0].quote,
        desk=_links(request, case, "review"),
        kind=kind,
        o=thing,
        others=sorted(others, key=lambda o: o[1].casefold()),
        choices=choices(kind),
        relations=choices("dispute"),
        documents=edition.made.evidence.documents,
    )


@of_edition
def line(desk: Desk, request: Request, case: Case, edition: Edition) -> Response:
    """A line of the brief: what stands on its words, and what can be decided of it."""
    targets = [t for given in request.query_params.getlist("words")[:20] for t in _given(edition, given)]
    if not targets:
        raise Missing("These words do not stand in this dossier.")
    first = targets[0]
    return desk.page(
        request,
        "line",
        "A line of the brief",
        desk=_links(request, case, "review"),
        targets=targets,
        found=Things(edition).on(targets),
        what=f"{first.document}:{first.spans[0].start}-{first.spans[0].end}",
        relations=choices("dispute"),
        documents=edition.made.evidence.documents,
    )


def _given(edition: Edition, given: str) -> list[Target]:
    """The words that an address means: "12-40_52-60@DOCUMENT"."""
    at, _, id = given.partition("@")
    document = _document(edition, id)
    spans = _spans(document, at.split("_"))
    whole = [s for s in spans if s is not None]
    return [Target.of(document, *whole)] if whole and len(whole) == len(spans) else []


@of_edition
def decisions(desk: Desk, request: Request, case: Case, edition: Edition) -> Response:
    """All that editors decided, newest first."""
    done = _done(case, request.query_params.get("job", ""))
    at = _links(request, case, "decisions")
    entries = edition.history[:300]
    return desk.page(request, "decisions", "Decisions", desk=at, entries=entries, done=done)


def _done(case: Case, given: str) -> str:
    """What came of the work that led here."""
    found = case.job(int(given)) if given.isascii() and given.isdigit() and len(given) < 9 else None
    return found.says if found and found.ended and not found.trouble else ""


def add(desk: Desk, request: Request) -> Response:
    """The form for coverage; a dossier need not hold anything for it."""
    case = desk.case(request)
    case.current(wait=0.2)
    return desk.page(request, "add", "Add coverage", desk=links(case, "add"), most=desk.most // 1_000_000)


def job(desk: Desk, request: Request) -> Response:
    """How a piece of work goes on, and what came of it."""
    case = desk.case(request)
    found = _job(case, request)
    documents = case.edition.made.evidence.documents if case.edition else {}
    fresh = [documents[i] for i in found.added.new if i in documents] if found.added else []
    return desk.page(request, "job", found.name, desk=links(case, "add"), job=found, fresh=fresh)


def job_data(desk: Desk, request: Request) -> Response:
    """The same for a page that asks again and again."""
    found = _job(desk.case(request), request)
    return JSONResponse({"ended": found.ended, "says": found.says, "done": found.done, "of": found.of})


def _job(case: Case, request: Request) -> Job:
    found = case.job(int(request.path_params["number"]))
    if found is None:
        raise Missing("There is no such work; the app may have been started anew.")
    return found


def _links(request: Request, case: Case, here: str | None = None, query: str = "") -> Links:
    return links(case, here, behind=bool(getattr(request.state, "behind", False)), query=query)
