"""What was resolved is not resolved again while nothing came after it."""

from __future__ import annotations

import pytest
from tests.pipeline.test_parts import TEXTS

from atstake.model.provenance import Judgement
from atstake.pipeline import Story, story


@pytest.fixture
def dam(tmp_path, models):
    """A dossier of two texts, and how often it was resolved."""
    for name in ("dam-1", "dam-2"):
        (tmp_path / f"{name}.txt").write_text(TEXTS[name], encoding="utf8")
    with Story.open(tmp_path / "s.atstake") as opened:
        opened.add(tmp_path / "dam-1.txt")
        yield opened


@pytest.fixture
def count(monkeypatch):
    real, calls = story.resolve, []

    def counted(evidence):
        calls.append(len(evidence.documents))
        return real(evidence)

    monkeypatch.setattr(story, "resolve", counted)
    return calls


def test_it_is_resolved_once_and_read_back_the_same(dam, count):
    first = dam.resolve()
    assert dam.resolve() == first
    assert count == [1]


def test_another_document_or_a_judgement_is_heeded(dam, count, tmp_path):
    dam.resolve()
    dam.add(tmp_path / "dam-2.txt")
    claim = dam.resolve().claims[0]
    dam.dossier.judge(Judgement("", "reject", "claim", (claim.target,), by="N.N."))
    assert claim.id not in {c.id for c in dam.resolve().claims}
    assert count == [1, 2, 2]


def test_another_version_resolves_anew(dam, count, monkeypatch):
    dam.resolve()
    monkeypatch.setattr(story, "__version__", "0.0.0")
    dam.resolve()
    assert count == [1, 1]
