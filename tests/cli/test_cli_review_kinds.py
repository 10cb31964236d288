"""Claims and disputes under an editor, from the command: through re-runs and new articles, and back."""

from __future__ import annotations

import json
import shutil

import pytest

from atstake.pipeline import Story
from atstake.text.overlap import shared

RELABELLED = {"claim": "superseded", "dispute": "rejects"}


@pytest.fixture
def resolved(models):
    def read(path):
        with Story.open(path, create=False) as story:
            return story.resolve()

    return read


def layer(resolution, kind):
    return {o.id: o for o in getattr(resolution, f"{kind}s")}


def words(thing, kind):
    return (thing.a, thing.b) if kind == "dispute" else (thing.target,)


def sides(thing):
    return (thing.a, thing.b, *thing.also_a, *thing.also_b)


def holding(resolution, kind, targets):
    """The object of a kind that stands on these words, or None."""
    for thing in layer(resolution, kind).values():
        own = sides(thing) if kind == "dispute" else (thing.target,)
        if all(any(shared(t, o) > 0.99 for o in own) for t in targets):
            return thing
    return None


def members(resolution, kind, thing):
    """What is put together in an object: the tellings of a claim, the sides of a dispute."""
    return {*thing.attributions, *thing.statements} if kind == "claim" else set(sides(thing))


@pytest.mark.parametrize("kind", ["claim", "dispute"])
def test_judged_through_reruns_and_new_articles_and_undone(
    atstake, dossier, resolved, sample, tmp_path, kind
):
    control = tmp_path / "control.atstake"
    shutil.copy(dossier, control)
    before = resolved(dossier)
    things = list(layer(before, kind).values())
    assert len(things) >= 4, "the sample has too few for this test"
    rejected, one, other, named = things[0], things[1], things[2], things[3]

    def review(*arguments):
        done = atstake("review", dossier, *arguments, "--by", "N.N.")
        assert done.code == 0, done.err
        return done.out.split(":")[0]

    made = [review("reject", rejected.id), review("merge", one.id, other.id)]
    made += [review("relabel", named.id, RELABELLED[kind]), review("confirm", one.id)]

    def holds(found):
        assert found.orphans == ()
        assert holding(found, kind, words(rejected, kind)) is None
        renamed = holding(found, kind, words(named, kind))
        assert (renamed.relation if kind == "dispute" else renamed.state) == RELABELLED[kind]
        together = members(before, kind, one) | members(before, kind, other)
        assert any(together <= members(found, kind, t) for t in layer(found, kind).values())

    holds(after := resolved(dossier))
    assert atstake("rebuild", dossier, "-q").code == 0
    assert resolved(dossier) == after
    assert atstake("add", dossier, sample / "second", "-q").code == 0
    assert atstake("add", control, sample / "second", "-q").code == 0
    holds(resolved(dossier))
    listed = atstake("review", dossier, "list").out.splitlines()
    assert [line.split()[0] for line in listed] == made[::-1] and "[" not in "".join(
        line.split("“")[0] for line in listed
    )
    for judgement in reversed(made):
        review("undo", judgement)
    assert resolved(dossier) == resolved(control)
    assert len(atstake("review", dossier, "list").out.splitlines()) == 2 * len(made)


@pytest.mark.parametrize("kind", ["claim", "dispute"])
def test_what_was_merged_is_parted_again_by_a_split(atstake, dossier, resolved, kind):
    before = resolved(dossier)
    one, other = list(layer(before, kind).values())[1:3]
    assert atstake("review", dossier, "merge", one.id, other.id).code == 0
    merged = holding(resolved(dossier), kind, words(one, kind)) or holding(
        resolved(dossier), kind, words(other, kind)
    )
    parted = [f"{t.document}:{t.start}-{t.end}" for t in words(other, kind)]
    done = atstake("review", dossier, "split", merged.id, *parted, "--kind", kind)
    assert done.code == 0, done.err
    found = resolved(dossier)
    assert holding(found, kind, words(one, kind)) and holding(found, kind, words(other, kind))
    both = members(before, kind, one) | members(before, kind, other)
    assert not any(both <= members(found, kind, t) for t in layer(found, kind).values())


def test_a_wrong_relation_is_refused_with_those_that_there_are(atstake, dossier, resolved):
    id = resolved(dossier).disputes[0].id
    atstake("review", dossier, "relabel", id, "nonsense").says(2, "denies, contradicts, rejects")
    assert atstake("review", dossier, "list").out == ""


def test_the_evidence_file_shows_what_was_decided(atstake, dossier, resolved, tmp_path):
    id = resolved(dossier).disputes[0].id
    assert atstake("review", dossier, "relabel", id, "rejects", "--by", "N.N.").code == 0
    assert atstake("export", dossier, "--format", "json", "-o", "e.json").code == 0
    told = json.loads((tmp_path / "e.json").read_text(encoding="utf8"))
    assert next(d for d in told["disputes"] if d["id"] == id)["relation"] == "rejects"
