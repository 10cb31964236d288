"""What goes into a dossier comes out of it, once."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import replace

import pytest
from made_dossier import ARTICLE, POST, RUN, found_in, numbered

from atstake.errors import DossierError, InputError
from atstake.model.annotations import Annotations
from atstake.model.claims import Claim, Resolution
from atstake.model.provenance import Build, BuiltLine, Judgement, in_force
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target
from atstake.store import Dossier

RAW = b"<p>bytes \xff\x00 as given</p>"
FOUND = [found_in(ARTICLE), found_in(POST)]
CLAIM = Claim("claim-1", Target.of(ARTICLE, Span(0, 9)))


@pytest.fixture
def dossier(tmp_path):
    with Dossier.open(tmp_path / "story.atstake", create=True) as opened:
        yield opened


def test_documents_annotations_and_bytes_come_back_as_given(dossier):
    assert dossier.add([ARTICLE, POST], FOUND, RUN, raw=RAW)
    assert dossier.documents() == {"article-1": ARTICLE, "post-1": POST}
    assert dossier.document("post-1") == POST
    assert dossier.raw("article-1") == dossier.raw("post-1") == RAW
    assert dossier.runs() == {"run-1": RUN}
    assert dossier.evidence() == Evidence(dossier.documents(), {a.document: a for a in FOUND})
    assert dossier.annotations("times") == {a.document: Annotations(a.document) for a in FOUND}
    for unknown in (dossier.document, dossier.raw):
        with pytest.raises(KeyError):
            unknown("nobody")


def test_the_same_bytes_twice_are_nothing_new(dossier):
    digest = hashlib.sha256(RAW).hexdigest()
    assert not dossier.has(digest)
    assert dossier.add([ARTICLE, POST], FOUND, RUN, raw=RAW)
    before = list(dossier._db.iterdump())
    assert dossier.has(digest) and not dossier.has(ARTICLE.sha256)
    assert not dossier.add([ARTICLE, POST], FOUND, replace(RUN, id="run-2"), raw=RAW)
    assert list(dossier._db.iterdump()) == before


def test_two_outlets_with_the_same_words_are_two_documents(dossier):
    assert dossier.add([ARTICLE], [], RUN)
    assert dossier.add([replace(ARTICLE, id="article-2", publisher="Other Post")], [], RUN)
    assert len(dossier.documents()) == 2


def test_an_id_with_another_text_is_refused_and_nothing_is_stored(dossier):
    dossier.add([ARTICLE], [], RUN)
    with pytest.raises(InputError, match=r"article-1.*another text"):
        dossier.add([numbered(1), replace(ARTICLE, text="Another text.")], [], RUN)
    assert dossier.documents() == {"article-1": ARTICLE}


def test_an_article_and_its_posts_are_stored_together_or_not_at_all(dossier):
    class Interrupted(Annotations):
        def __getattribute__(self, name):
            if name == "mentions":
                raise KeyboardInterrupt
            return super().__getattribute__(name)

    with pytest.raises(KeyboardInterrupt):
        dossier.add([ARTICLE, POST], [FOUND[0], Interrupted("post-1")], RUN, raw=RAW)
    assert dossier.documents() == {} and dossier.runs() == {}
    assert dossier.add([ARTICLE, POST], FOUND, RUN, raw=RAW)


@pytest.mark.parametrize("text", ["a\ud83d lone surrogate", "a\x00 NUL", "cr\r\nlf\u2028 and \ufeff", ""])
def test_no_text_is_changed(dossier, text):
    document = Document("d", text, title=text)
    dossier.add([document], [], RUN)
    assert dossier.document("d") == document
    assert not dossier.add([document], [], RUN)


def test_what_is_stored_for_good_cannot_be_changed_even_with_other_tools(dossier):
    dossier.add([ARTICLE], [], RUN, raw=RAW)
    dossier.judge(Judgement("", "note", "brief", value="x"))
    dossier.record_build(Build("b", "2020", "run-1"))
    for table in ("documents", "raws", "runs", "judgements", "builds"):
        with pytest.raises(sqlite3.IntegrityError, match="never change"):
            dossier._db.execute(f"DELETE FROM {table}")
        column = dossier._db.execute(f"SELECT * FROM {table}").description[0][0]
        with pytest.raises(sqlite3.IntegrityError, match="never change"):
            dossier._db.execute(f"UPDATE {table} SET {column} = {column}")


def test_what_is_derived_can_be_dropped_and_made_again(dossier):
    dossier.add([ARTICLE, POST], FOUND, RUN, raw=RAW)
    dossier.save_resolution(Resolution(claims=(CLAIM,)), RUN)
    judgement = dossier.judge(Judgement("", "note", "brief", value="x"))
    dossier.drop_derived()
    assert dossier.resolution(stale=True) is None
    assert dossier.unread() == ("article-1", "post-1")
    assert dossier.annotations() == {}
    assert dossier.judgements() == (judgement,)
    assert [hit.document for hit in dossier.search("bridge")] == ["article-1"]
    later = replace(RUN, id="run-2")
    dossier.annotate(FOUND[0], later)
    assert dossier.unread() == ("post-1",)
    dossier.annotate(Annotations("article-1"), later)
    assert dossier.annotations() == {"article-1": Annotations("article-1")}
    with pytest.raises(KeyError):
        dossier.annotate(Annotations("nobody"), later)


def test_a_resolution_comes_back_in_its_order(dossier):
    claims = tuple(replace(CLAIM, id=f"claim-{i}") for i in (3, 1, 2, *range(10, 30)))
    resolution = Resolution(claims=claims, attributed=(("a", "b"), ("c", "d")), orphans=("j",))
    dossier.save_resolution(Resolution(claims=claims * 2), RUN)
    dossier.save_resolution(resolution, RUN)
    assert dossier.resolution() == resolution


def test_a_resolution_is_stale_once_something_came_after_it(dossier):
    assert dossier.resolution() is None and dossier.resolution(stale=True) is None
    resolution = Resolution(claims=(CLAIM,))
    for change in (
        lambda: dossier.add([ARTICLE], [], RUN),
        lambda: dossier.annotate(FOUND[0], RUN),
        lambda: dossier.judge(Judgement("", "note", "brief", value="x")),
    ):
        dossier.save_resolution(resolution, RUN)
        assert dossier.resolution() == resolution
        change()
        assert dossier.resolution() is None
        assert dossier.resolution(stale=True) == resolution
    dossier.save_resolution(Resolution(), RUN)
    dossier.add([ARTICLE], [], RUN)
    assert dossier.resolution() == Resolution()


def test_judgements_sort_in_the_order_in_which_they_were_made(dossier):
    future = dossier.judge(Judgement("j0", "note", "brief", value="x", at="2999-01-01T00:00:00.000000+00:00"))
    made = [dossier.judge(Judgement("", "note", "brief", value=str(i))) for i in range(5)]
    assert dossier.judgements() == (future, *made)
    undone = dossier.judge(Judgement("", "undo", "brief", undoes=made[4].id))
    assert in_force(dossier.judgements()) == (future, *made[:4])
    dossier.judge(Judgement("", "undo", "brief", undoes=undone.id))
    assert in_force(dossier.judgements()) == (future, *made)
    assert dossier.judge(replace(future, value="other")) == future


def test_builds_keep_the_lines_and_the_objects_of_their_time(dossier):
    dossier.add([ARTICLE], [], RUN)
    first = Build(
        "build-1", "2020-01-01", "run-1", (BuiltLine("line-1", "disputes", "He denied it.", (CLAIM.target,)),)
    )
    dossier.save_resolution(Resolution(claims=(CLAIM,)), RUN)
    dossier.record_build(first)
    answered = Resolution(claims=(replace(CLAIM, state="denied"),))
    dossier.save_resolution(answered, RUN)
    dossier.record_build(Build("build-2", "2020-01-02", "run-1"))
    dossier.drop_derived()
    assert [b.id for b in dossier.builds()] == ["build-1", "build-2"]
    assert dossier.build("build-1") == first
    assert dossier.resolution_of("build-1") == Resolution(claims=(CLAIM,))
    assert dossier.resolution_of("build-2") == answered
    with pytest.raises(KeyError):
        dossier.resolution_of("build-3")


def test_search_finds_words_and_phrases_and_says_where(dossier):
    dossier.add([ARTICLE], [], RUN)
    dossier.add([numbered(1)], [], RUN)
    (hit,) = dossier.search('"the BRIDGE is" lund')
    assert (hit.document, hit.title) == ("article-1", "The bridge")
    assert [t.quote for t in hit.targets] == ["Lund", "the bridge is"]
    assert all(t == Target.of(ARTICLE, *t.spans) for t in hit.targets)
    assert dossier.search("lund number") == ()
    assert dossier.search('" OR * ( - NEAR') == ()
    assert dossier.search("!?") == ()


def test_a_reader_sees_what_was_finished_while_another_writes(dossier):
    dossier.add([ARTICLE], [], RUN)
    with Dossier.open(dossier.path, readonly=True) as reader:
        dossier._db.execute("BEGIN IMMEDIATE")
        assert reader.documents() == {"article-1": ARTICLE}
        dossier._db.execute("ROLLBACK")
        dossier.add([numbered(1)], [], RUN)
        assert len(reader.documents()) == 2
        with pytest.raises(DossierError, match="may not be written"):
            reader.judge(Judgement("", "note", "brief", value="x"))
