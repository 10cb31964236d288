"""Models are checked before they are loaded."""

import json
import shutil
from pathlib import Path

import onnxruntime as ort
import pytest

from atstake.errors import ModelError
from atstake.extract.encode import SHIPPED, WEIGHTS, Encoder


def copied(folder: Path) -> Path:
    for name in ("fast.json", "fast.onnx", "vocabulary.npz", "tokenizer.json"):
        shutil.copy(WEIGHTS / name, folder / name)
    return folder / "fast.json"


@pytest.mark.parametrize("name", SHIPPED)
def test_what_ships_is_what_its_description_says(name: str) -> None:
    files = json.loads((WEIGHTS / f"{name}.json").read_text("utf8"))["files"]
    assert Encoder(name).hash == files["graph"]["sha256"]


def test_another_model_by_its_path(tmp_path: Path) -> None:
    text = "It will rain, she said."
    assert (Encoder(copied(tmp_path))(text).columns == Encoder("fast")(text).columns).all()


def test_best_reads_alike_on_every_processor() -> None:
    """Sums of 8-bit products in 16 bits, as x86 without VNNI makes them, against slower exact ones."""
    text = "The minister of Aldovia said on Monday that the strait would close. Brenia denied it.\n" * 20
    reader = Encoder("best")
    quick = reader(text).columns
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.add_session_config_entry("session.x64quantprecision", "1")
    reader._session = ort.InferenceSession(
        WEIGHTS / "best.onnx",
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],
    )
    assert (reader(text).columns == quick).all()


def test_a_file_that_was_changed(tmp_path: Path) -> None:
    path = copied(tmp_path)
    with (tmp_path / "fast.onnx").open("ab") as graph:
        graph.write(b"\0")
    with pytest.raises(ModelError, match=r"fast\.onnx is not the file"):
        Encoder(path)


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    path = copied(tmp_path)
    (tmp_path / "vocabulary.npz").unlink()
    with pytest.raises(ModelError, match=r"lacks .*vocabulary\.npz"):
        Encoder(path)


def test_no_model_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model at"):
        Encoder(tmp_path / "none.json")
