"""Decisions in the app: the judgements that ``atstake review`` makes, with name and time; undone too."""

from __future__ import annotations

import pytest
from app_client import links, told

from atstake.pipeline import Story


def judgements(client):
    with Story.open(client.shelf["story"].path, create=False) as story:
        return story.dossier.judgements()


def first(client, kind: str, n: int = 0) -> str:
    return links(client.get(f"/d/story/review?kind={kind}").text, f"/d/story/object/{kind}/")[n].rpartition(
        "/"
    )[2]


def test_a_rejected_dispute_leaves_the_brief_and_comes_back(client):
    before = client.get("/d/story/brief").text
    assert "Moscow has denied this" in before
    client.http.cookies.set("editor", "Ada%20Holm")
    dispute = first(client, "dispute")
    page = client.decide("reject", dispute, "dispute")
    assert "Kept: reject by Ada Holm" in page and "Rejected" in page
    (made,) = judgements(client)
    assert (made.verb, made.kind, made.by) == ("reject", "dispute", "Ada Holm") and made.at > "2026"
    after = client.get("/d/story/brief").text
    assert dispute not in [
        x.rpartition("/")[2] for x in links(client.get("/d/story/review").text, "/d/story/object/dispute/")
    ]
    assert after != before
    client.decide("undo", made.id)
    assert len(judgements(client)) == 2
    assert "Moscow has denied this" in client.get("/d/story/brief").text


@pytest.mark.parametrize(
    ("verb", "kind", "more", "says"),
    [
        ("confirm", "dispute", {}, "Confirmed"),
        ("pin", "claim", {}, "Chosen"),
        ("hide", "claim", {}, "Hidden"),
        ("note", "actor", {"value": "Ask the ministry."}, "Ask the ministry."),
        ("relabel", "dispute", {"value": "contradicts"}, "Renamed"),
        ("relabel", "claim", {"value": "superseded"}, "Renamed"),
        ("relabel", "actor", {"value": "The envoy"}, "The envoy"),
    ],
)
def test_every_verb_is_kept_and_shown(client, verb, kind, more, says):
    page = client.decide(verb, first(client, kind), kind, **more)
    assert says in page and "Kept: " in page
    assert [j.verb for j in judgements(client)] == [verb]


def test_merge_and_split(client):
    ids = [first(client, "actor", n) for n in (0, 1)]
    client.decide("merge", ids[0], "actor", other=ids[1], why="one office")
    (made,) = judgements(client)
    assert (made.verb, made.value, len(made.targets)) == ("merge", "one office", 2)
    client.decide("undo", "last")
    thing = client.get(f"/d/story/object/actor/{ids[0]}").text
    part = thing.partition('name="part" value="')[2].partition('"')[0]
    client.decide("split", ids[0], "actor", part=part)
    assert [j.verb for j in judgements(client)] == ["merge", "undo", "split"]


def test_a_statement_is_set_against_another(client):
    claim = first(client, "claim")
    assert "Set against it" in client.get(f"/d/story/object/claim/{claim}").text
    page = client.decide("oppose", claim, other="Moscow has denied this", value="denies")
    (made,) = judgements(client)
    assert (made.verb, made.kind, made.value) == ("oppose", "dispute", "denies")
    assert "Set against each other" in page
    shown = client.get("/d/story/brief").text
    assert "Set against each other" in shown


def test_title_and_standfirst(client):
    client.decide("relabel", "title", value="What is at stake in Moscow")
    assert "What is at stake in Moscow" in client.get("/").text
    client.decide("relabel", "standfirst", value="Two ministers and a war")
    assert "Two ministers and a war" in client.get("/d/story/brief").text


def test_a_line_can_be_hidden_from_its_own_page(client):
    brief = client.get("/d/story/brief").text
    key = brief.partition('class="points"')[2].partition('id="')[2].partition('"')[0]
    link = next(x for x in links(brief, "/d/story/line") if key in x)
    page = client.get(link).text
    assert "What stands on these words" in page
    what = page.partition('name="what" value="')[2].partition('"')[0]
    client.decide("hide", what, "line")
    assert f'id="{key}"' not in client.get("/d/story/brief").text


def test_a_protected_name_and_a_private_document_are_nowhere(client):
    brief = client.get("/d/story/brief").text
    assert "Volkova" in brief
    client.decide("redact", "Irina Volkova")
    for path in ("brief", "review?kind=actor", "decisions", "search?q=denied", ""):
        assert "Volkova" not in client.get(f"/d/story/{path}").text, path
    link = next(x for x in links(client.get("/d/story/").text, "/d/story/source") if "sample-strike-2" in x)
    client.decide("withhold", "sample-strike-2")
    client.get(link, status=404)


def test_what_cannot_be_decided_is_one_line_and_nothing_is_kept(client):
    cases = [
        {"verb": "hide", "what": "words that stand nowhere at all"},
        {"verb": "explode", "what": "title"},
        {"verb": "merge", "what": first(client, "actor"), "kind": "actor"},
        {"verb": "note", "what": first(client, "actor"), "kind": "actor", "value": " "},
        {"verb": "relabel", "what": first(client, "dispute"), "kind": "dispute", "value": "nonsense"},
        {"verb": "undo", "what": "last"},
        {"verb": "confirm", "what": ""},
    ]
    for case in cases:
        answer = client.post("/d/story/review", case)
        assert answer.status_code == 400 and told(answer.text) and "Traceback" not in answer.text, case
    assert judgements(client) == ()


def test_a_name_is_kept_for_this_browser(client):
    answer = client.post("/name", {"by": "  Ada\n Holm ", "back": "/d/story/review"})
    cookie = answer.headers["set-cookie"]
    assert "editor=Ada%20Holm" in cookie and "HttpOnly" in cookie and "samesite=strict" in cookie.lower()
    assert 'value="Ada Holm"' in client.get("/d/story/review").text
    assert "Give a name" in told(client.post("/name", {"by": " "}).text)


def test_a_build_is_recorded_and_changes_are_told_against_it(client):
    client.add(
        {
            "text": "The harbour council said on Monday that talks would go on. Borland denied this.",
            "title": "Pier",
        }
    )
    assert "Since then" in client.get("/").text
    answer = client.post("/d/story/build")
    assert answer.status_code == 303
    assert "Nothing changed since" in client.get("/").text
    with Story.open(client.shelf["story"].path, create=False) as story:
        assert len(story.dossier.builds()) == 2
        exported = story.export("rss", None)
    assert "<item>" in exported and client.get("/d/story/download/rss").text == exported
