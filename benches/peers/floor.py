"""What the encoder's products must cost at least: its multiply-adds at this core's measured int8 rate.

The rate is that of onnxruntime's integer product at the encoder's own shapes, one thread, so the
share says what is spent on anything but those products. Needs ``onnx`` (a training dependency).
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import onnxruntime as ort

SIZE, INNER = 384, 1536
SHAPES = ((SIZE, 3 * SIZE), (SIZE, SIZE), (SIZE, INNER), (INNER, SIZE))
"""Of one layer: query, key and value; the way out of attention; up; down."""
ROWS = 96
"""Pieces of a window, on average."""
ROUNDS = 20


def multiply_adds(pieces: int, layers: int) -> int:
    """Of the layers' weight products over so many word pieces (attention between pieces left out)."""
    return pieces * layers * sum(a * b for a, b in SHAPES)


def paired(run: Callable[[str], object], texts: Iterable[str]) -> tuple[float, float]:
    """Multiply-adds of int8 per CPU second, and CPU seconds that ``run`` takes for all texts.

    The products, the layers' shapes mixed as they occur, are timed between the texts: on a machine that
    others use too, both then see the same hours.
    """
    sessions = [(_product(a, b), np.ones((ROWS, a), np.uint8)) for a, b in SHAPES]
    rounds, products, spent = 0, 0.0, 0.0
    for text in texts:
        run(text)
        begun = time.process_time()
        for _ in range(ROUNDS):
            for session, x in sessions:
                session.run(None, {"x": x})
        middle = time.process_time()
        run(text)
        products += middle - begun
        spent += time.process_time() - middle
        rounds += ROUNDS
    return rounds * ROWS * sum(a * b for a, b in SHAPES) / products, spent


def floor_seconds(pieces: Iterable[int], layers: int, per_second: float) -> float:
    """The least CPU seconds a document, for documents of so many pieces."""
    counts = list(pieces)
    return multiply_adds(sum(counts), layers) / per_second / len(counts)


def _product(rows: int, columns: int) -> ort.InferenceSession:
    onnx: Any = importlib.import_module("onnx")
    helper, kinds = onnx.helper, onnx.TensorProto
    weights = np.random.default_rng(0).integers(-127, 127, (rows, columns), dtype=np.int8)
    node = helper.make_node("MatMulInteger", ["x", "w"], ["y"])
    graph = helper.make_graph(
        [node], "product",
        [helper.make_tensor_value_info("x", kinds.UINT8, ["n", rows])],
        [helper.make_tensor_value_info("y", kinds.INT32, ["n", columns])],
        [onnx.numpy_helper.from_array(weights, "w")],
    )  # fmt: skip
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    return ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
