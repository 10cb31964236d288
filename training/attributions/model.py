"""A BERT-shaped encoder with a tag head and two link heads, in plain torch."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from atstake.extract.attributions.links import ORDERS, PARAGRAPHS, SENTENCES
from atstake.extract.attributions.tags import OUTPUTS

SHAPES = 5
EPSILON = 1e-12


class Layer(nn.Module):
    """Attention and feed-forward, each followed by its normalisation."""

    def __init__(self, size: int, inner: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.norm1 = nn.LayerNorm(size, EPSILON)
        self.up = nn.Linear(size, inner)
        self.down = nn.Linear(inner, size)
        self.norm2 = nn.LayerNorm(size, EPSILON)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, size = x.shape
        qkv = self.qkv(x).view(batch, length, 3, self.heads, size // self.heads)
        q, k, v = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.out(seen.transpose(1, 2).reshape(batch, length, size)))
        y: Tensor = self.norm2(x + self.down(F.gelu(self.up(x))))
        return y


class Reader(nn.Module):
    """Encoder, tags and links. The word embeddings stay as they came (see ``trainable``)."""

    def __init__(
        self, size: int, inner: int, heads: int, layers: int, vocabulary: int, positions: int
    ) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, size)
        self.positions = nn.Embedding(positions, size)
        self.shapes = nn.Embedding(SHAPES, size)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(size, EPSILON)
        self.layers = nn.ModuleList(Layer(size, inner, heads) for _ in range(layers))
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(size, OUTPUTS)
        self.order = nn.ParameterList(nn.Parameter(torch.zeros(ORDERS)) for _ in range(2))
        self.paragraph = nn.ParameterList(nn.Parameter(torch.zeros(PARAGRAPHS)) for _ in range(2))
        self.sentence = nn.ParameterList(nn.Parameter(torch.zeros(SENTENCES)) for _ in range(2))

    def forward(self, ids: Tensor, shapes: Tensor, lengths: Tensor) -> Tensor:
        """[batch, pieces] to the head's columns for each piece."""
        spots = torch.arange(ids.shape[1])
        x = self.norm(self.words(ids) + self.shapes(shapes) + self.positions(spots))
        mask = (spots[None] < lengths[:, None])[:, None, None]
        for layer in self.layers:
            x = layer(x, mask)
        columns: Tensor = self.head(self.drop(x))
        return columns

    def trainable(self) -> list[tuple[str, nn.Parameter]]:
        """All but the word embeddings: they are two thirds of the weights, and learn little here."""
        return [(n, p) for n, p in self.named_parameters() if not n.startswith("words.")]


def from_checkpoint(folder: Path, layers: int | None = None) -> Reader:
    """A reader that starts from a BERT checkpoint in the Hugging Face layout."""
    config = json.loads((folder / "config.json").read_text(encoding="utf8"))
    weights = load_file(folder / "model.safetensors")
    depth = layers or config["num_hidden_layers"]
    reader = Reader(
        config["hidden_size"], config["intermediate_size"], config["num_attention_heads"], depth,
        config["vocab_size"], config["max_position_embeddings"],
    )  # fmt: skip
    with torch.no_grad():
        _fill(reader, weights)
    return reader


def shallow(deep: Reader, chosen: list[int]) -> Reader:
    """A reader of only the chosen layers of a deep one."""
    first = deep.layers[0]
    assert isinstance(first, Layer)
    made = Reader(
        deep.norm.weight.shape[0], first.up.out_features, first.heads, len(chosen),
        deep.words.num_embeddings, deep.positions.num_embeddings,
    )  # fmt: skip
    state = {}
    for name, value in deep.state_dict().items():
        parts = name.split(".")
        if parts[0] != "layers":
            state[name] = value
        elif int(parts[1]) in chosen:
            state[".".join(["layers", str(chosen.index(int(parts[1]))), *parts[2:]])] = value
    made.load_state_dict(state)
    return made


def depth_of(state: dict[str, Tensor]) -> int:
    """How many layers a saved state has."""
    return 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))


def restore(state: dict[str, Tensor], folder: Path) -> Reader:
    """A reader with saved weights, in the shape of the checkpoint in ``folder``."""
    reader = from_checkpoint(folder, depth_of(state))
    reader.load_state_dict(state)
    return reader


def _fill(reader: Reader, weights: dict[str, Tensor]) -> None:
    e = "embeddings."
    reader.words.weight.copy_(weights[e + "word_embeddings.weight"])
    reader.positions.weight.copy_(
        weights[e + "position_embeddings.weight"] + weights[e + "token_type_embeddings.weight"][0]
    )
    _copy(reader.norm, weights, e + "LayerNorm")
    for i, layer in enumerate(reader.layers):
        assert isinstance(layer, Layer)
        at = f"encoder.layer.{i}."
        for kind, tensor in (("weight", layer.qkv.weight), ("bias", layer.qkv.bias)):
            tensor.copy_(
                torch.cat([weights[f"{at}attention.self.{q}.{kind}"] for q in ("query", "key", "value")])
            )
        _copy(layer.out, weights, at + "attention.output.dense")
        _copy(layer.norm1, weights, at + "attention.output.LayerNorm")
        _copy(layer.up, weights, at + "intermediate.dense")
        _copy(layer.down, weights, at + "output.dense")
        _copy(layer.norm2, weights, at + "output.LayerNorm")


def _copy(module: nn.Linear | nn.LayerNorm, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[name + ".weight"])
    module.bias.copy_(weights[name + ".bias"])
