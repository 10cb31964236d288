"""A corpus in a stream: tables whose words stand at their offsets; killed, resumed, grown: the same bytes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from atstake.batch import extract
from atstake.config import Settings
from atstake.errors import InputError, UsageError
from atstake.publish import corpus

parquet = pytest.importorskip("pyarrow.parquet")
FAST = Settings("fast", workers=1)
TEXT = (
    "The harbour council of Port {n} said on Monday that the ferry talks would go on for another week. "
    "Borland denied that its boats had stopped the ferry. At least {n} people were injured at the pier. "
    "Ministers will meet in Port {n} on 9 June 2021."
)


def records(first: int, last: int) -> str:
    rows = ({"id": f"ferry-{n}", "date": "2021-05-03", "text": TEXT.format(n=n)} for n in range(first, last))
    return "".join(json.dumps(row) + "\n" for row in rows)


@pytest.fixture
def coverage(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl"
    path.write_text(records(3, 10) + "not JSON\n" + records(3, 4))
    return path


@pytest.fixture(scope="module")
def reader(models):
    """All runs of this module share one reader."""
    from atstake.pipeline import filling, reading

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "Reader", filling.Reader)
        yield


def held(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def table(folder: Path, name: str) -> list[dict]:
    return [row for p in sorted((folder / name).iterdir()) for row in parquet.read_table(p).to_pylist()]


def test_every_row_stands_on_its_words(reader, coverage, tmp_path):
    made = extract([coverage], tmp_path / "out", FAST, size=3)
    assert (made.rows["documents"], made.known, len(made.problems), made.parts) == (7, 1, 1, 3)
    assert "record 8" in made.problems[0]
    texts = {d["id"]: d["text"] for d in table(tmp_path / "out", "documents")}
    assert texts["ferry-3"] == TEXT.format(n=3)
    for name in ("mentions", "attributions", "figures", "upcoming", "events"):
        rows = table(tmp_path / "out", name)
        assert len(rows) == made.rows[name]
        assert rows or name == "events", name
        for row in rows:
            words = " … ".join(texts[row["doc"]][s["start"] : s["end"]] for s in row["spans"])
            assert words == row["quote"] and row["start"] == min(s["start"] for s in row["spans"])
    (figure,) = [f for f in table(tmp_path / "out", "figures") if f["doc"] == "ferry-5"]
    assert (figure["kind"], figure["low"]) == ("injured", 5.0)
    assert "2021-06-09" in {u["from"] for u in table(tmp_path / "out", "upcoming")}
    said = {a["act"]: a for a in table(tmp_path / "out", "attributions") if a["doc"] == "ferry-3"}
    assert said["denies"]["source"] == "Borland"


def test_progress_is_told_document_by_document(reader, tmp_path):
    (tmp_path / "c.jsonl").write_text(records(3, 8))
    told: list[int] = []
    extract(
        [tmp_path / "c.jsonl"], tmp_path / "out", FAST, size=3, progress=lambda done, name: told.append(done)
    )
    assert sorted(set(told)) == [1, 2, 3, 4, 5] and told == sorted(told)


def test_the_columns_are_fixed_and_told(reader, tmp_path):
    (tmp_path / "a.txt").write_text("Nothing is said here.")
    extract([tmp_path / "a.txt"], tmp_path / "out", FAST)
    docs = (Path(__file__).parents[2] / "docs" / "corpus.md").read_text("utf8")
    for name, columns in corpus.TABLES.items():
        schema = parquet.read_schema(corpus.path(tmp_path / "out", name, 0))
        assert schema.names == list(columns) and "null" not in {str(t) for t in schema.types}
        section = re.search(rf"^## {name}$(.*?)(?=^## |\Z)", docs, re.M | re.S)
        shared = {"id", *corpus._AT} if "spans" in columns else set()
        told = set(re.findall(r"`(\w+)`", section[1])) if section else set()
        assert set(columns) - shared <= told, name


def test_again_is_nothing_new_and_every_way_gives_the_same_bytes(reader, coverage, tmp_path):
    extract([coverage], tmp_path / "one", FAST, size=3)
    before = held(tmp_path / "one")
    made = extract([coverage], tmp_path / "one", FAST, size=3)
    assert made.before == made.parts == 3 and made.rows["documents"] == 7 and held(tmp_path / "one") == before
    lines = (tmp_path / "one" / "extract.jsonl").read_text().splitlines(keepends=True)
    for cut in (lines[:2], [*lines[:2], lines[2][: len(lines[2]) // 2]], lines[:1]):
        (tmp_path / "one" / "extract.jsonl").write_text("".join(cut))
        extract([coverage], tmp_path / "one", FAST, size=3)
        assert held(tmp_path / "one") == before
    (tmp_path / "one" / "figures" / "part-000001.parquet").unlink()
    extract([coverage], tmp_path / "one", FAST, size=3)
    assert held(tmp_path / "one") == before


def test_a_corpus_that_has_grown_is_read_on(reader, coverage, tmp_path):
    whole = coverage.read_text() + records(20, 24)
    extract([coverage], tmp_path / "one", FAST, size=4)
    coverage.write_text(whole)
    grown = extract([coverage], tmp_path / "one", FAST, size=4)
    assert grown.before == 2 and grown.rows["documents"] == 11
    extract([coverage], tmp_path / "two", FAST, size=4)
    assert held(tmp_path / "one") == held(tmp_path / "two")


def test_another_corpus_or_model_or_folder_is_refused(reader, coverage, tmp_path):
    out = tmp_path / "out"
    extract([coverage], out, FAST, size=3)
    before = held(out)
    for settings, more in ((Settings("best", workers=1), {}), (FAST, {"text": False})):
        with pytest.raises(UsageError, match="another"):
            extract([coverage], out, settings, size=3, **more)
    coverage.write_text(records(3, 10).replace("ferry talks", "fishing talks") + records(30, 33))
    with pytest.raises(UsageError, match="not what it was"):
        extract([coverage], out, FAST, size=3)
    coverage.write_text(records(3, 6))
    with pytest.raises(UsageError):
        extract([coverage], out, FAST, size=3)
    assert held(out) == before
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("mine")
    with pytest.raises(UsageError, match="other files"):
        extract([coverage], tmp_path / "other", FAST)
    assert [p.name for p in (tmp_path / "other").iterdir()] == ["letter.txt"]


def test_without_texts_no_text_leaves(reader, coverage, tmp_path):
    extract([coverage], tmp_path / "out", FAST, text=False)
    assert {d["text"] for d in table(tmp_path / "out", "documents")} == {None}
    assert all(len(a["quote"]) <= corpus.CLIP for a in table(tmp_path / "out", "attributions"))


def test_memory_holds_one_part(reader, tmp_path, monkeypatch):
    """No document is alive once its part is written."""
    import gc

    from atstake.batch import corpus as run
    from atstake.model.text import Document

    (tmp_path / "c.jsonl").write_text(records(3, 23))
    alive = []

    def counted(folder, part, tables):
        gc.collect()
        alive.append(sum(isinstance(o, Document) for o in gc.get_objects()))

    monkeypatch.setattr(run.corpus, "write", counted)
    before = sum(isinstance(o, Document) for o in gc.get_objects())
    extract([tmp_path / "c.jsonl"], tmp_path / "out", FAST, size=4)
    assert len(alive) == 5 and max(alive) - before <= 2 * 4 + 1


def _stored(folder: Path) -> int:
    try:
        return max(0, len((folder / "extract.jsonl").read_text().splitlines()) - 1)
    except OSError:
        return 0


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_killed_and_resumed_it_is_as_if_nothing_had_been(reader, tmp_path, how):
    (tmp_path / "c.jsonl").write_text(records(3, 43))
    program = (
        "import sys, atstake.batch.corpus as c; c.extract.__kwdefaults__['size'] = 5\n"
        "from atstake.cli import main; main(sys.argv[1:])"
    )
    command = [sys.executable, "-c", program, "extract", "c.jsonl", "-o", "out", "--workers", "1"]
    process = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    until = time.monotonic() + 200
    while _stored(tmp_path / "out") < 2 and process.poll() is None and time.monotonic() < until:
        time.sleep(0.02)
    os.killpg(process.pid, how)
    _, err = process.communicate(timeout=60)
    stored = _stored(tmp_path / "out")
    assert 2 <= stored < 8, err
    if how == signal.SIGINT:
        assert process.returncode == 130 and "what was finished is kept" in err
    made = extract([tmp_path / "c.jsonl"], tmp_path / "out", FAST, size=5)
    assert made.before >= stored and made.rows["documents"] == 40
    extract([tmp_path / "c.jsonl"], tmp_path / "whole", FAST, size=5)
    assert held(tmp_path / "out") == held(tmp_path / "whole")


def test_an_input_that_is_not_there(reader, tmp_path):
    made = extract([tmp_path / "none.jsonl"], tmp_path / "out", FAST)
    assert "does not exist" in made.problems[0] and not made.rows["documents"]
    assert issubclass(InputError, Exception)
