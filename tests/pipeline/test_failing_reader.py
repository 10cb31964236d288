"""A fault in one extractor, on one text, costs what it would have found there and nothing else."""

import pytest
from tests.pipeline.test_parts import TEXTS

from atstake.config import Settings
from atstake.extract.figures.extractor import FigureExtractor
from atstake.extract.parse import Parser
from atstake.model.text import Document
from atstake.pipeline import Story
from atstake.pipeline.reading import Reader


@pytest.fixture
def added(tmp_path, models, monkeypatch):
    def run(broken):
        for name in ("dam-1", "dam-2"):
            (tmp_path / f"{name}.txt").write_text(TEXTS[name], encoding="utf8")
        real = broken.__call__

        def call(self, *given):
            text = given[0].text
            if text.startswith(TEXTS["dam-2"][:30]):
                raise IndexError("beyond the end")
            return real(self, *given)

        monkeypatch.setattr(broken, "__call__", call)
        with Story.open(tmp_path / "s.atstake") as story:
            done = story.add(tmp_path / "dam-1.txt", tmp_path / "dam-2.txt")
            again = story.rebuild()
            assert [p.split(": ", 1)[1] for p in again.problems] == [
                p.split(": ", 1)[1] for p in done.problems
            ]
            return done, story.evidence()

    return run


def test_the_others_still_read_and_a_line_says_so(added):
    done, evidence = added(FigureExtractor)
    (line,) = done.problems
    assert line.startswith("dam-2.txt: ") or "dam-2.txt: " in line
    assert "figures (IndexError: beyond the end)" in line
    assert len(done.new) == 2
    found = {evidence.documents[d].text[:20]: layers for d, layers in evidence.annotations.items()}
    assert found[TEXTS["dam-2"][:20]].mentions and found[TEXTS["dam-2"][:20]].statements
    assert not found[TEXTS["dam-2"][:20]].figures


def test_a_text_that_cannot_be_parsed_is_kept(added):
    done, evidence = added(Parser)
    assert "parser (IndexError: beyond the end)" in done.problems[0]
    assert len(evidence.documents) == 2


def test_whoever_reads_one_document_is_told_the_fault_itself(models, monkeypatch):
    def broken(self, *given):
        raise IndexError("beyond the end")

    monkeypatch.setattr(FigureExtractor, "__call__", broken)
    reader, document = Reader(Settings()), Document("dam-1", TEXTS["dam-1"])
    with pytest.raises(IndexError, match="beyond the end"):
        reader(document)
    found, failed = reader.as_far_as_it_goes(document)
    assert found.mentions and found.statements and not found.figures
    assert failed == "figures (IndexError: beyond the end)"
