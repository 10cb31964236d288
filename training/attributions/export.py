"""A trained reader as an int8 ONNX graph with fused attention, and its vocabulary as int8 rows.

The graph is written node by node: the fused operators of onnxruntime are then certain to be used,
whatever an exporter's pattern matching makes of a model. It reads one window at a time, so that
the scale of each quantised product depends on that window alone.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.attributions.model import EPSILON, depth_of

Floats = NDArray[np.float32]
FUSED = "com.microsoft"


class _Graph:
    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, domain: str = "", **settings: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **settings))
        return output

    def split(self, value: str, outputs: list[str]) -> None:
        """Equal parts of the last axis."""
        self.nodes.append(helper.make_node("Split", [value], outputs, name=f"{value}_split", axis=-1))


def write_graph(state: dict[str, torch.Tensor], heads: int, path: Path) -> None:
    """The float graph: ``embedded`` [1, n, size], ``shapes`` [1, n], ``first`` [k] to ``columns``."""
    weights = {name: value.float().numpy() for name, value in state.items() if name != "words.weight"}
    graph = _Graph()
    x = _embed(graph, weights)
    for layer in range(depth_of(state)):
        x = _layer(graph, weights, layer, x, heads)
    x = graph.node("Gather", [x, "first"], "wanted", axis=1)
    x = graph.node("MatMul", [x, graph.constant("head_w", weights["head.weight"].T)], "head")
    graph.node("Add", [x, graph.constant("head_b", weights["head.bias"])], "columns")
    size, outputs = weights["norm.weight"].shape[0], weights["head.bias"].shape[0]
    inputs = [
        helper.make_tensor_value_info("embedded", TensorProto.FLOAT, [1, "n", size]),
        helper.make_tensor_value_info("shapes", TensorProto.INT32, [1, "n"]),
        helper.make_tensor_value_info("first", TensorProto.INT64, ["k"]),
    ]
    out = helper.make_tensor_value_info("columns", TensorProto.FLOAT, [1, "k", outputs])
    made = helper.make_graph(graph.nodes, "reader", inputs, [out], graph.constants)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
    model = helper.make_model(made, opset_imports=opsets)
    model.ir_version = 8
    onnx.save(model, path)


def quantise(source: Path, target: Path, narrow: bool) -> None:
    """Weights to int8 by column, activations as they come. ``narrow``: 7 bits, safe on processors
    whose 8-bit products saturate (x86 without VNNI)."""
    quantize_dynamic(
        source, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=narrow,
        op_types_to_quantize=["MatMul"],
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )  # fmt: skip


def write_vocabulary(state: dict[str, torch.Tensor], path: Path) -> None:
    """The word embeddings as int8, each row with its own scale."""
    rows = state["words.weight"].float().numpy()
    scales = np.maximum(np.abs(rows).max(1), 1e-8) / 127
    np.savez(path, rows=np.round(rows / scales[:, None]).astype(np.int8), scales=scales.astype(np.float32))


def _embed(graph: _Graph, weights: dict[str, Floats]) -> str:
    shapes = graph.node("Gather", [graph.constant("shape_w", weights["shapes.weight"]), "shapes"], "shaped")
    graph.node("Shape", ["shapes"], "dims")
    graph.node("Gather", ["dims", graph.constant("second", np.array([1], np.int64))], "length")
    zero = graph.constant("zero", np.array([0], np.int64))
    graph.node(
        "Slice", [graph.constant("position_w", weights["positions.weight"]), zero, "length", zero], "placed"
    )
    graph.node("Add", ["embedded", shapes], "sum1")
    graph.node("Add", ["sum1", "placed"], "sum2")
    scale, bias = (
        graph.constant("norm_w", weights["norm.weight"]),
        graph.constant("norm_b", weights["norm.bias"]),
    )
    return graph.node("LayerNormalization", ["sum2", scale, bias], "x0", axis=-1, epsilon=EPSILON)


def _layer(graph: _Graph, weights: dict[str, Floats], number: int, x: str, heads: int) -> str:
    def get(name: str, flip: bool = False) -> str:
        value = weights[f"layers.{number}.{name}"]
        return graph.constant(f"{name}.{number}", value.T if flip else value)

    def name(kind: str) -> str:
        return f"{kind}_{number}"

    def linear(value: str, layer: str, output: str) -> str:
        product = graph.node("MatMul", [value, get(f"{layer}.weight", True)], f"{output}_product_{number}")
        return graph.node("Add", [product, get(f"{layer}.bias")], name(output))

    def normed(value: str, skip: str, norm: str, output: str) -> str:
        total = graph.node("Add", [value, skip], f"{output}_sum")
        inputs = [total, get(f"{norm}.weight"), get(f"{norm}.bias")]
        return graph.node("LayerNormalization", inputs, output, axis=-1, epsilon=EPSILON)

    qkv = linear(x, "qkv", "qkv")
    parts = [name(part) for part in ("q", "k", "v")]
    graph.split(qkv, parts)
    seen = graph.node("MultiHeadAttention", parts, name("seen"), FUSED, num_heads=heads)
    x = normed(linear(seen, "out", "out"), x, "norm1", name("between"))
    product = graph.node("MatMul", [x, get("up.weight", True)], name("up"))
    inner = graph.node("BiasGelu", [product, get("up.bias")], name("gelu"), FUSED)
    return normed(linear(inner, "down", "down"), x, "norm2", f"x{number + 1}")
