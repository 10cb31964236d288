"""Model types to JSON and back, through one cattrs converter.

Fields at their default are left out, so a model type that gains a field with a default reads what was
written before. Output is ASCII: lone surrogates in odd input survive the round trip.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_origin, get_type_hints

from atstake.model.text import Span, Target

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")


@cache
def _converter() -> Converter:
    from cattrs import Converter

    converter = Converter(omit_if_default=True, detailed_validation=False)
    # Nearly all that is stored is spans and targets: lists halve the file and the time to read it.
    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    converter.register_structure_hook(Span, lambda row, _: Span(*row))
    converter.register_unstructure_hook(Target, _target_row)
    converter.register_structure_hook(Target, lambda row, _: _target(*row))
    return converter


def _target_row(target: Target) -> list[object]:
    return [target.document, [[s.start, s.end] for s in target.spans], list(target.quotes)]


def _target(document: str, spans: list[list[int]], quotes: list[str]) -> Target:
    return Target(document, tuple(Span(*span) for span in spans), tuple(quotes))


def encode(value: object, as_type: object = None) -> str:
    """The value as JSON. ``as_type`` is its declared type where its class does not tell (a tuple)."""
    plain = _converter().unstructure(value, unstructure_as=as_type)
    return json.dumps(plain, separators=(",", ":"), sort_keys=True)


def decode(body: str, as_type: type[T]) -> T:
    """The value that ``encode`` wrote. Raises ``ValueError`` or ``TypeError`` where it does not fit."""
    return _converter().structure(json.loads(body), as_type)


@cache
def layer_types(model: type) -> dict[str, Any]:
    """The layers of ``Annotations`` or ``Resolution``: field name -> its tuple type."""
    hints = get_type_hints(model)
    return {name: hint for name, hint in hints.items() if get_origin(hint) is tuple}
