"""The sample coverage reads without a problem and shows what its README promises."""

from __future__ import annotations

from importlib.resources import as_file, files

import pytest

from atstake.intake import read_inputs
from atstake.model.text import Document


@pytest.fixture(scope="module")
def sample() -> list[Document]:
    with as_file(files("atstake").joinpath("sample")) as folder:
        found = list(read_inputs([str(folder / "first")]))
    assert not [i.problem for i in found if i.problem] and not [n for i in found for n in i.notes]
    return [d for i in found for d in i.documents]


def test_kinds(sample: list[Document]) -> None:
    kinds = [d.kind for d in sample]
    assert kinds.count("article") >= 8 and kinds.count("transcript") == 1
    assert len([d for d in sample if d.kind == "post" and d.parent]) == 2
    assert all("invented" in d.publisher for d in sample)
    assert len({d.id for d in sample}) == len(sample) and all(d.published for d in sample)


def test_wire_copies_are_credited(sample: list[Document]) -> None:
    credited = {d.id for d in sample if any(c.agency == "Sample Wire" for c in d.agencies)}
    assert {"sample-evening", "sample-gazette"} <= credited


def test_second_batch_reads() -> None:
    with as_file(files("atstake").joinpath("sample")) as folder:
        found = list(read_inputs([str(folder / "second")]))
    assert [len(i.documents) for i in found] == [1] * 5
