"""The command for a corpus: a summary, one line for each input that was skipped, clear errors."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("pyarrow")
GOOD = {
    "id": "a",
    "text": "The harbour council said on Monday that the ferry talks would go on. Borland denied this.",
}


def test_a_corpus_becomes_tables(atstake, tmp_path):
    (tmp_path / "c.jsonl").write_text(json.dumps(GOOD) + "\n{}\n")
    done = atstake("extract", "c.jsonl", "-o", "out", "--workers", "1")
    done.says(1, "record 2", "no text")
    assert "1 documents" in done.out and "1 skipped" in done.out and "attributions" in done.out
    assert (tmp_path / "out" / "attributions" / "part-000000.parquet").exists()
    again = atstake("extract", "c.jsonl", "-o", "out", "--workers", "1", "-q")
    assert again.code == 1 and again.out == ""


def test_a_folder_of_something_else_is_left_alone(atstake, tmp_path):
    (tmp_path / "c.jsonl").write_text(json.dumps(GOOD))
    atstake("extract", "c.jsonl", "-o", ".").says(2, "other files")
    (tmp_path / "file").write_text("x")
    assert atstake("extract", "c.jsonl", "-o", "file").code == 2
    assert atstake("extract", "c.jsonl").code == 2
