"""A trained reader as an int8 ONNX graph with fused operators, and its vocabulary as int8 rows.

The graph is written node by node: the fused operators of onnxruntime are then certain to be used,
whatever an exporter's pattern matching makes of a model. It reads one window at a time, so that
the scale of each quantised product depends on that window alone. What each choice is worth is in
``docs/attributions.md``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.attributions.model import EPSILON, depth_of
from training.attributions.rounding import rounded_columns

Floats = NDArray[np.float32]
FUSED = "com.microsoft"
OPSET = 23
"""The first that has attention."""
IR = 11


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

    def weights(self, name: str, weight: Floats) -> list[str]:
        """A layer's weights, rounded by column, and their scales."""
        rounded, scales = rounded_columns(weight.T)
        return [self.constant(f"{name}_rounded", rounded), self.constant(f"{name}_scales", scales)]

    def linear(self, value: str, weight: Floats, bias: Floats, output: str) -> str:
        """An int8 product with its bias; the scale of ``value`` is found as it comes."""
        inputs = [value, *self.weights(output, weight), "", self.constant(f"{output}_bias", bias)]
        return self.node("DynamicQuantizeMatMul", inputs, output, FUSED)

    def linears(self, value: str, weight: Floats, bias: Floats, outputs: list[str]) -> list[str]:
        """The same for several products of one value, which is rounded once."""
        parts = [f"{value}_{part}" for part in ("rounded", "scale", "zero")]
        self.nodes.append(helper.make_node("DynamicQuantizeLinear", [value], parts, name=f"{value}_rounding"))
        rounded, scale, zero = parts
        for output, rows, row in zip(
            outputs, np.split(weight, len(outputs)), np.split(bias, len(outputs)), strict=True
        ):
            weights, scales = self.weights(output, rows)
            inputs = [rounded, weights, scale, scales, zero, "", self.constant(f"{output}_bias", row)]
            self.node("MatMulIntegerToFloat", inputs, output, FUSED)
        return outputs

    def norm(self, value: str, scale: Floats, bias: Floats, output: str) -> str:
        inputs = [value, self.constant(f"{output}_gain", scale), self.constant(f"{output}_shift", bias)]
        return self.node("LayerNormalization", inputs, output, axis=-1, epsilon=EPSILON)


def write_graph(state: dict[str, torch.Tensor], heads: int, path: Path) -> None:
    """The int8 graph: ``embedded`` [1, n, size], ``shapes`` [1, n], ``first`` [k] to ``columns``."""
    weights = {name: value.float().numpy() for name, value in state.items() if name != "words.weight"}
    graph = _Graph()
    x = _embed(graph, weights)
    for layer in range(depth_of(state)):
        x = _layer(graph, weights, layer, x, heads)
    x = graph.node("Gather", [x, "first"], "wanted", axis=1)
    graph.linear(x, weights["head.weight"], weights["head.bias"], "columns")
    size, outputs = weights["norm.weight"].shape[0], weights["head.bias"].shape[0]
    inputs = [
        helper.make_tensor_value_info("embedded", TensorProto.FLOAT, [1, "n", size]),
        helper.make_tensor_value_info("shapes", TensorProto.INT32, [1, "n"]),
        helper.make_tensor_value_info("first", TensorProto.INT64, ["k"]),
    ]
    out = helper.make_tensor_value_info("columns", TensorProto.FLOAT, [1, "k", outputs])
    made = helper.make_graph(graph.nodes, "reader", inputs, [out], graph.constants)
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)]
    model = helper.make_model(made, opset_imports=opsets)
    model.ir_version = IR
    onnx.save(model, path)


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
    return graph.norm("sum2", weights["norm.weight"], weights["norm.bias"], "x0")


def _layer(graph: _Graph, weights: dict[str, Floats], number: int, x: str, heads: int) -> str:
    def get(name: str) -> tuple[Floats, Floats]:
        at = f"layers.{number}.{name}"
        return weights[f"{at}.weight"], weights[f"{at}.bias"]

    def name(kind: str) -> str:
        return f"{kind}_{number}"

    parts = graph.linears(x, *get("qkv"), [name(part) for part in ("q", "k", "v")])
    seen = graph.node("Attention", parts, name("seen"), q_num_heads=heads, kv_num_heads=heads)
    out = graph.linear(seen, *get("out"), name("out"))
    x = graph.norm(graph.node("Add", [out, x], name("sum")), *get("norm1"), name("between"))
    inner = graph.node("Gelu", [graph.linear(x, *get("up"), name("up"))], name("gelu"))
    down = graph.linear(inner, *get("down"), name("down"))
    return graph.norm(graph.node("Add", [down, x], name("total")), *get("norm2"), f"x{number + 1}")
