"""Filed by their traits documents find their nearest, whatever the order of arrival."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_dossier import ARTICLE, RUN, found_in

from atstake.model.annotations import Annotations
from atstake.model.claims import Gap, Resolution
from atstake.model.text import Span, Target
from atstake.store import Dossier, connection, neighbours
from atstake.store.migrations import MIGRATIONS
from atstake.store.neighbours import Filing

TRAITS = st.lists(st.dictionaries(st.integers(0, 6), st.integers(1, 3), max_size=4), min_size=1, max_size=9)


def filled(path, order):
    """A dossier with an article for each id, in the order given."""
    dossier = Dossier.open(path, create=True)
    for id in order:
        dossier.add([replace(ARTICLE, id=id)], [Annotations(id)], RUN)
    return dossier


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(TRAITS, st.randoms(), st.integers(1, 3))
def test_the_order_of_arrival_changes_no_link(tmp_path_factory, found, chance, nearest):
    ids = [f"d{n}" for n in range(len(found))]
    made = []
    for turn in range(2):
        order = list(zip(ids, found, strict=True))
        if turn:
            chance.shuffle(order)
        with filled(tmp_path_factory.mktemp("order") / "s.atstake", [id for id, _ in order]) as dossier:
            for id, traits in order:
                dossier.file([Filing(id, traits, 10)], nearest, 2)
            made.append(sorted(dossier.links()))
    assert made[0] == made[1]
    alike = {
        (a, b): sum(w * found[ids.index(b)].get(t, 0) for t, w in found[ids.index(a)].items())
        for a in ids
        for b in ids
    }
    for a in ids:
        near = sorted((-alike[a, b], b) for b in ids if b != a and alike[a, b] >= 2)[:nearest]
        assert sorted((-s, b) for s, x, b in made[0] if x == a) == near


def test_what_is_read_anew_is_filed_anew(tmp_path):
    with filled(tmp_path / "s.atstake", ["a", "b"]) as dossier:
        assert dossier.unfiled() == ("a", "b")
        dossier.file([Filing("a", {1: 2}, 5), Filing("b", {1: 3}, 6, "a")], 3, 1)
        assert dossier.unfiled() == () and sorted(dossier.links()) == [(6, "a", "b"), (6, "b", "a")]
        before = dossier.filed()
        assert (before["b"].size, before["b"].parent) == (6, "a")
        dossier.annotate(replace(found_in(ARTICLE), document="a"), RUN)
        assert dossier.unfiled() == ("a", "b") and list(dossier.links()) == []
        dossier.file([Filing("a", {1: 2}, 5), Filing("b", {1: 3}, 6, "a")], 3, 1)
        after = dossier.filed()
        assert after["b"] == before["b"] and after["a"].digest != before["a"].digest


def test_parts_come_back_and_are_dropped(tmp_path):
    part = Resolution(gaps=(Gap("g", "open-question", Target.of(ARTICLE, Span(0, 4))),), orphans=("j",))
    with filled(tmp_path / "s.atstake", ["a"]) as dossier:
        dossier.save_part("p", part)
        dossier.save_part("q", Resolution())
        assert dossier.parts() == {"p", "q"} and dossier.part("p") == part
        dossier.drop_parts(["q"])
        assert dossier.parts() == {"p"}
        dossier.drop_derived()
        assert dossier.parts() == set()


def test_a_dossier_from_before_neighbourhoods_is_migrated(tmp_path, monkeypatch):
    path = tmp_path / "s.atstake"
    monkeypatch.setattr(connection, "MIGRATIONS", MIGRATIONS[:1])
    with monkeypatch.context() as before:
        before.setattr(neighbours, "refile", lambda db, document: None)
        filled(path, ["a"]).close()
    monkeypatch.setattr(connection, "MIGRATIONS", MIGRATIONS)
    with Dossier.open(path) as dossier:
        assert dossier.unfiled() == ("a",) and dossier.articles() == 1
        dossier.file([Filing("a", {1: 2}, 5)], 3, 1)
        assert set(dossier.filed()) == {"a"}
    with sqlite3.connect(tmp_path / "s.atstake.v1") as old:
        assert old.execute("PRAGMA user_version").fetchone() == (1,)
    old.close()
