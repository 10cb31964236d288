"""The same coverage reads the same: in any order, on any number of processes, at once or one by one."""

from __future__ import annotations

import json

import pytest

from atstake.config import Settings
from atstake.pipeline import Story
from atstake.store.codec import encode


def found(path, *batches, workers: int = 1):
    """Annotations and resolved objects of a dossier to which the batches came one after the other."""
    with Story.open(path, Settings(workers=workers)) as story:
        for batch in batches:
            added = story.add(*batch)
            assert not added.problems
            story.resolve()
        evidence = story.evidence()
        return evidence.documents, evidence.annotations, story.resolve()


@pytest.fixture(scope="module")
def articles(sample, tmp_path_factory):
    """Each article of both batches as an input of its own."""
    folder = tmp_path_factory.mktemp("articles")
    inputs = sorted(p for p in (sample / "first").iterdir() if p.suffix in (".html", ".txt"))
    for batch in ("first", "second"):
        for line in (sample / batch / "coverage.jsonl").read_text().splitlines():
            path = folder / f"{json.loads(line)['id']}.jsonl"
            path.write_text(line)
            inputs.append(path)
    return inputs


@pytest.fixture(scope="module")
def in_order(models, articles, tmp_path_factory):
    """All at once, in one process."""
    return found(tmp_path_factory.mktemp("order") / "s.atstake", articles)


def same(one, other):
    """Documents, annotations and resolution are equal; where they are not, say which layer."""
    assert one[0] == other[0]
    assert one[1].keys() == other[1].keys()
    for document, layers in one[1].items():
        assert layers == other[1][document]
    for layer in one[2].__dataclass_fields__:
        assert getattr(one[2], layer) == getattr(other[2], layer), layer
    assert encode(one[2], type(one[2])) == encode(other[2], type(other[2]))


def test_two_processes_and_the_other_order(articles, in_order, tmp_path):
    same(in_order, found(tmp_path / "s.atstake", articles[::-1], workers=2))


def test_one_by_one(articles, in_order, tmp_path):
    shuffled = sorted(articles, key=lambda p: p.name[::-1])
    same(in_order, found(tmp_path / "s.atstake", *([a] for a in shuffled)))


def test_the_pages_are_the_same(articles, in_order, tmp_path):
    pages = []
    for n, order in enumerate((articles, articles[::-1])):
        with Story.open(tmp_path / f"{n}.atstake", Settings(workers=1)) as story:
            story.add(*order)
            story.write(tmp_path / f"{n}.html")
        pages.append((tmp_path / f"{n}.html").read_bytes())
    assert pages[0] == pages[1]
