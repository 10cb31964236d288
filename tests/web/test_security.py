"""Pages of other sites, names that point here, hostile forms: each gets nothing, and says so in one line."""

from __future__ import annotations

import re

import pytest
from app_client import HOST, MOST, ORIGIN, TOKEN, links, told

from atstake.web.serving import _hosts

PAGES = [
    "/",
    "/d/story/",
    "/d/story/brief",
    "/d/story/add",
    "/d/story/review",
    "/nothing",
    "/d/story/download/html",
]


@pytest.mark.parametrize(
    "host",
    ["evil.example:8765", "127.0.0.1", "127.0.0.1:80", "evil.example", "", "127.0.0.1:8765.evil.example"],
)
def test_a_foreign_name_for_this_machine_gets_nothing(still, host):
    answer = still.http.get("/", headers={"Host": host})
    assert answer.status_code == 421 and "Rift" not in answer.text


def test_the_hosts_are_this_machine_alone():
    assert _hosts("127.0.0.1", 8765) == ["127.0.0.1:8765", "localhost:8765"]


@pytest.mark.parametrize(
    "origin",
    [
        None,
        "null",
        "http://evil.example",
        f"https://{HOST}",
        "http://127.0.0.1:9",
        f"http://{HOST}.evil.example",
    ],
)
@pytest.mark.parametrize("path", ["/name", "/d/story/add", "/d/story/review", "/d/story/build"])
def test_only_pages_of_the_app_change_something(still, path, origin):
    headers = {"Origin": origin} if origin else {}
    answer = still.http.post(path, data={"token": TOKEN, "by": "N.N."}, headers=headers)
    assert answer.status_code == 403 and "set-cookie" not in answer.headers


@pytest.mark.parametrize("token", ["", "wrong", TOKEN + "x", "\u20ac"])
def test_a_form_without_the_token_of_this_run_changes_nothing(client, token):
    for path in ("/name", "/d/story/add", "/d/story/review", "/d/story/build"):
        answer = client.http.post(
            path,
            data={"token": token, "by": "N.N.", "verb": "undo", "what": "last", "text": "x"},
            headers=ORIGIN,
        )
        assert answer.status_code == 403 and "load it again" in told(answer.text)
    assert client.shelf["story"].busy == ""


def test_other_methods_are_none(still):
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
        assert still.http.request(method, "/d/story/add", headers=ORIGIN).status_code == 405
    assert still.http.get("/d/story/build").status_code in (404, 405)


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_binds_the_browser(still, path):
    headers = still.http.get(path).headers
    policy = headers["content-security-policy"]
    assert (
        "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "base-uri 'none'" in policy
    )
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] == "no-store" and "server" not in headers
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_a_page_asks_for_nothing_outside_itself(still):
    for path in PAGES[:5]:
        page = re.sub(r"<script.*?</script>", "", still.http.get(path).text, flags=re.S)
        assert not re.findall(r"(?:src|srcset|poster)=|<link|url\((?!#)", page)


def test_too_much_is_refused_before_it_is_read(client):
    for more in ({}, {"content-length": "10"}):
        answer = client.http.post(
            "/d/story/add",
            content=b"x" * (MOST + 1),
            headers=ORIGIN | more | {"content-type": "multipart/form-data; boundary=x"},
        )
        assert answer.status_code == 413 and "2 MB" in answer.text

    def drip():
        for _ in range(MOST // 1000 + 2):
            yield b"x" * 1000

    answer = client.http.post(
        "/d/story/add", content=drip(), headers=ORIGIN | {"content-type": "application/x-www-form-urlencoded"}
    )
    assert answer.status_code == 413 and "over the limit" in told(answer.text)


def test_a_broken_form_is_one_line(client):
    answer = client.http.post(
        "/d/story/add",
        content=b"--y\r\nnonsense",
        headers=ORIGIN | {"content-type": "multipart/form-data; boundary=x"},
    )
    assert answer.status_code in (400, 403) and told(answer.text)


def test_the_way_back_is_never_another_site(client):
    for back in (
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:1",
        "/x\r\nSet-Cookie: a=b",
    ):
        answer = client.post("/name", {"by": "N.N.", "back": back})
        assert answer.status_code == 303 and answer.headers["location"] == "/"
    assert (
        client.post("/name", {"by": "N.N.", "back": "/d/story/review?kind=actor"}).headers["location"]
        == "/d/story/review?kind=actor"
    )


def test_no_file_of_this_machine_is_opened_for_an_address(client, tmp_path):
    (tmp_path / "secret.txt").write_text("The harbour council said on Monday that nobody may know.")
    for address in (
        str(tmp_path / "secret.txt"),
        f"file://{tmp_path}/secret.txt",
        "ftp://127.0.0.1/x",
        "-",
        "https://",
    ):
        answer = client.post("/d/story/add", {"urls": address})
        assert answer.status_code == 400 and "not an address" in told(answer.text), address


def test_a_name_of_a_file_is_no_path(client, tmp_path):
    text = b"The harbour council said on Monday that the ferry talks would go on. Borland denied this."
    names = (
        "../../../evil.txt",
        "..\\..\\evil.txt",
        "/etc/passwd",
        "C:\\x.txt",
        ".atstake",
        "a" * 300 + ".txt",
    )
    files = [("files", (name, text + name.encode(), "text/plain")) for name in names]
    assert client.add(files=files).count("/d/story/source?doc=") == len(names)
    assert [p.name for p in tmp_path.iterdir() if not p.name.startswith("story.atstake")] == []


HOSTILE = (
    "</div><script>window.hit=1</script><img src=x onerror=window.hit=1> "
    'The council said "no" on Monday. Borland denied it. {{ 7*7 }}'
)


def test_hostile_words_stay_words(client):
    client.add(
        {
            "text": HOSTILE,
            "title": "<script>window.hit=1</script>",
            "outlet": '"><svg onload=window.hit=1>',
            "url": "javascript:window.hit=1",
        }
    )
    overview = client.get("/d/story/").text
    pages = [
        overview,
        client.get("/d/story/brief").text,
        client.get("/d/story/search", params={"q": "council"}).text,
    ]
    pages += [client.get(x).text for x in links(overview, "/d/story/source")]
    for page in pages:
        assert "<script>window" not in page and "<svg onload" not in page and "<img" not in page
        assert 'href="javascript' not in page
    assert any("&lt;script&gt;window.hit=1" in page for page in pages)
    for odd in ("<script>1</script>", '"><svg onload=1>'):
        assert odd not in client.get("/d/story/search", params={"q": odd}).text
        assert odd not in client.get("/d/story/changes", params={"since": odd}, status=400).text
