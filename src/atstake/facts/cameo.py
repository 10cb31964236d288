"""The CAMEO 2.0 verb dictionary, by PLOVER root: what kind of event a verb, with its words around it, tells.

From PETRARCH 2 (Open Event Data Alliance, MIT licence). ``training.events`` makes the file.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words (or ``&classes`` of synonyms) before and after a verb that together tell a root."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    root: str


def code_of(*forms: str) -> str:
    """The three-digit CAMEO code of the first form that has one, or ""."""
    codes: dict[str, str] = _lexicon()["codes"]
    return next((codes[f] for f in forms if f in codes), "")


def root_of(*forms: str) -> str:
    """The PLOVER root of the first form that has one, or ""."""
    return str(_lexicon()["roots"].get(code_of(*forms)[:2], ""))


def knows(*forms: str) -> bool:
    """Whether one of the forms is a verb of the dictionary with a code, or with patterns that have one."""
    return bool(code_of(*forms)) or any(_patterns().get(f) for f in forms)


@cache
def classes_of(word: str) -> frozenset[str]:
    """The classes of synonyms that hold the word."""
    return _classes().get(word, frozenset())


def matched(verb: tuple[str, ...], before: str, after: str) -> str:
    """The root of the longest pattern of the verb (its forms) whose words stand around it, or "".

    ``before`` and ``after`` are lower-case words parted by single spaces, lemmas and forms alike.
    """
    patterns = next((p for form in verb if (p := _patterns().get(form))), ())
    left, right = f" {before} ", f" {after} "
    best, found = 0, ""
    for pattern in patterns:
        size = len(pattern.before) + len(pattern.after)
        if size > best and _stands(pattern.before, left) and _stands(pattern.after, right):
            best, found = size, pattern.root
    return found


# Private functions


def _stands(words: tuple[str, ...], text: str) -> bool:
    return all(_holds(w)(text) for w in words)


@cache
def _holds(word: str) -> Callable[[str], bool]:
    if word.startswith("&"):
        options = [f" {o} " for o in _lexicon()["synonyms"].get(word[1:].strip("_"), ())]
        return lambda text: any(o in text for o in options)
    plain = f" {word.strip('_').replace('_', ' ')} "
    return lambda text: plain in text


@cache
def _lexicon() -> dict[str, Any]:
    packed = files("atstake.facts").joinpath("data", "cameo.json.gz").read_bytes()
    found: dict[str, Any] = json.loads(gzip.decompress(packed))
    return found


@cache
def _classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, words in _lexicon()["synonyms"].items():
        for word in words:
            found[word].add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _patterns() -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, tuple[Pattern, ...]] = {}
    for block in _lexicon()["blocks"]:
        patterns = tuple(Pattern(tuple(b), tuple(a), root) for b, a, root in block["patterns"])
        for verb in block["verbs"]:
            found[verb] = (*found.get(verb, ()), *patterns)
    return found
