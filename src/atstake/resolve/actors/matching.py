"""Whether two chains are one actor: blocking keys and scores for the shared clustering."""

from __future__ import annotations

import re
from collections.abc import Iterable

from atstake.facts.people import one_person
from atstake.facts.spelling import given_of, parts, sound, surname_of
from atstake.facts.tables import plain
from atstake.resolve.actors.items import Item
from atstake.resolve.cluster import DIFFERENT, Scheme

THRESHOLD = 0.6


def scheme() -> Scheme[Item]:
    """How chains are clustered into actors."""
    return Scheme(blocks=_blocks, score=score, threshold=THRESHOLD, window=400, order=_order)


def _order(item: Item) -> str:
    return f"{plain(item.name)} {item.key}"


def _blocks(item: Item) -> Iterable[str]:
    if item.identity:
        yield f"identity {item.identity}"
    for handle in item.account:
        yield f"handle {handle.lower()}"
    if item.name.startswith("@"):
        yield f"handle {item.name[1:].lower()}"
    if item.name and " " not in item.name:
        yield f"handle {plain(item.name)}"
    if item.kind == "person" and item.name:
        yield f"surname {surname_of(item.identity.removeprefix('person:') or item.name)}"
        yield f"handle {_joined(item)}"
    elif item.name:
        yield f"name {_bare(item.name)}"
        if acronym := _acronym(item.name):
            yield f"name {acronym}"


def _bare(name: str) -> str:
    return re.sub(r"[^\w ]", "", plain(name).removeprefix("the ")).removeprefix("al").strip()


def _acronym(name: str) -> str:
    words = [w for w in re.split(r"[\s-]+", name) if w[:1].isupper()]
    return "".join(w[0] for w in words).lower() if len(words) > 2 else ""


def score(one: Item, other: Item) -> float | None:
    """How likely two chains are one actor: 0 to 1, ``DIFFERENT``, or None where nothing connects them."""
    if one.identity and other.identity:
        return 1.0 if one.identity == other.identity else DIFFERENT
    if one.kind == other.kind == "person" and _joined(one) != _joined(other):
        return _people(one, other)
    if _joined(one) == _joined(other) or one.account or other.account or "@" in one.name + other.name:
        return 0.9
    if one.kind != other.kind and not {one.kind, other.kind} <= {"organisation", "armed-group"}:
        return None
    if one.country and other.country and one.country != other.country:
        return 0.3
    return 0.9 if _bare(one.name) == _bare(other.name) else 0.7


def _joined(item: Item) -> str:
    """A name as an account would have it: "johnkerry"."""
    return "".join(parts(item.name.lstrip("@"))).replace("-", "")


def _people(one: Item, other: Item) -> float | None:
    first, second = (i.identity.removeprefix("person:") or i.meant or i.name for i in (one, other))
    if surname_of(first) != surname_of(second):
        return None
    if not one_person(first, second):
        return DIFFERENT
    if one.sex and other.sex and one.sex != other.sex and not (given_of(first) and given_of(second)):
        return DIFFERENT
    if not given_of(first) or not given_of(second):
        # A surname alone is whoever of that name the coverage has only where nothing speaks against it.
        if one.country and other.country and one.country != other.country:
            return 0.4
        return 0.65
    if plain(first) == plain(second):
        return 0.95
    if one.country and other.country and one.country != other.country:
        return 0.5
    same = sound("".join(parts(first))) == sound("".join(parts(second)))
    return 0.9 if same else 0.8
