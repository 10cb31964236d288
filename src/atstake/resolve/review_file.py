"""Editors' choices from a small TOML file, turned into judgements.

    by = "N.N."
    title = "What is at stake"
    standfirst = "Two ministers meet."

    [[merge]]
    what = ["Sergey Lavrov", "Sergei Lavrov"]

    [[split]]
    what = "Ford"
    parted = ["article-7"]

    [[oppose]]
    what = ["The bridge is closed", "Lund denied this"]
    value = "denies"

    [[hide]]
    what = "words of a line"

    [[note]]
    what = "claim-0c41"
    value = "Called the ministry on 3 May; no answer."

``reject``, ``confirm`` and ``pin`` are written like ``hide``; ``relabel`` like ``note``. ``kind`` may stand
in each. The judgements are the one truth: the file is read, never written; what already holds is passed over.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from atstake.errors import InputError, UsageError
from atstake.model.provenance import Judgement, in_force
from atstake.resolve.refer import Desk
from atstake.resolve.review import VERBS, judge, merge, oppose, split

_TOP = ("by", "title", "standfirst")
_FIELDS = {"what", "parted", "value", "kind", "by"}


def read_choices(desk: Desk, toml: str, *, by: str = "") -> tuple[Judgement, ...]:
    """The judgements that the file asks for and that do not hold yet, in the order of the file.

    Raises ``InputError`` naming the entry that cannot be understood; then none is returned.
    """
    try:
        content = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"choices: not a TOML file: {error}") from error
    by = str(content.get("by", by))
    wanted = [judge(desk, "relabel", kind, str(content[kind]), by=by) for kind in _TOP[1:] if kind in content]
    for verb, entries in content.items():
        if verb in _TOP:
            continue
        if verb not in VERBS or verb == "undo" or not isinstance(entries, list):
            raise InputError(f"choices: {verb}: not known; one of {', '.join((*_TOP, *VERBS[:-1]))}")
        for number, entry in enumerate(entries, start=1):
            wanted.append(_entry(desk, verb, entry, f"choices: {verb} {number}", by))
    return tuple(_fresh(wanted, desk.evidence.judgements))


def _entry(desk: Desk, verb: str, entry: Any, place: str, by: str) -> Judgement:
    if not isinstance(entry, dict) or "what" not in entry or (unknown := sorted(entry.keys() - _FIELDS)):
        told = (
            f"{', '.join(unknown)} is not known"
            if isinstance(entry, dict) and "what" in entry
            else "has no `what`"
        )
        raise InputError(f"{place}: {told}")
    what, kind, value = entry["what"], str(entry.get("kind", "")), str(entry.get("value", ""))
    by = str(entry.get("by", by))
    try:
        if verb == "merge":
            return merge(desk, [str(ref) for ref in _list(what)], by=by, kind=kind, why=value)
        if verb == "split":
            parted = [str(ref) for ref in _list(entry.get("parted", []))]
            return split(desk, str(what), parted, by=by, kind=kind, why=value)
        if verb == "oppose":
            return oppose(desk, [str(ref) for ref in _list(what)], value, by=by)
        return judge(desk, verb, str(what), value, by=by, kind=kind)
    except UsageError as error:
        raise InputError(f"{place}: {error}") from error


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _fresh(wanted: Iterable[Judgement], judgements: tuple[Judgement, ...]) -> Iterable[Judgement]:
    """Those that do not hold yet. Who said so and when makes no difference."""
    holding = {replace(j, id="", by="", at="") for j in in_force(judgements)}
    for judgement in wanted:
        plain = replace(judgement, by="")
        if plain not in holding:
            holding.add(plain)
            yield judgement
