"""The same coverage reads the same: in any order, on any number of processes, at once or one by one."""

from __future__ import annotations

import json

import pytest

from atstake.config import Settings
from atstake.pipeline import Story
from atstake.store.codec import encode


def found(path, *batches, workers: int = 1):
    """Documents, annotations, resolved objects and page of a dossier to which the batches came in turn."""
    with Story.open(path, Settings(workers=workers)) as story:
        for number, batch in enumerate(batches):
            assert not story.add(*batch).problems
            if number % 5 == 0:
                story.resolve()
        story.write(path.with_suffix(".html"))
        evidence = story.evidence()
        page = path.with_suffix(".html").read_bytes()
        return evidence.documents, evidence.annotations, story.resolve(), page


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
    """All is equal; where it is not, say which layer."""
    assert one[0] == other[0]
    assert one[1].keys() == other[1].keys()
    for document, layers in one[1].items():
        assert layers == other[1][document]
    for layer in one[2].__dataclass_fields__:
        assert getattr(one[2], layer) == getattr(other[2], layer), layer
    assert encode(one[2], type(one[2])) == encode(other[2], type(other[2]))
    assert one[3] == other[3]


def test_two_processes_and_the_other_order(articles, in_order, tmp_path):
    same(in_order, found(tmp_path / "s.atstake", articles[::-1], workers=2))


def test_one_by_one(articles, in_order, tmp_path):
    shuffled = sorted(articles, key=lambda p: p.name[::-1])
    same(in_order, found(tmp_path / "s.atstake", *([a] for a in shuffled)))
