"""Finds the names of the tables in a text: states, capitals, seats of power, demonyms, bodies and people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from atstake.facts.organisations import organisations
from atstake.facts.people import people
from atstake.facts.states import institutions, plurals, regions, states
from atstake.facts.tables import plain, straight

EntryKind = Literal["state", "capital", "demonym", "region", "seat", "organisation", "armed-group", "person"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for: ``name`` is canonical, ``code`` of the state (may be empty)."""

    kind: EntryKind
    name: str
    code: str
    sector: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found at ``text[start:end]``."""

    start: int
    end: int
    entry: Entry


_WORD = re.compile(r"[^\W_]+")
_AFTER = re.compile(r"[^\W_]")
# Names that are common words, or initials of much else, in capitals: not taken in a line of capitals.
_ONLY_AS_WRITTEN = frozenset("IS WHO US AP AU SPA PAN PRI RT FT ABC AMNESTY".split())
# Short names that stand for the body only behind an article ("the Fed"), or not before a further name.
_AFTER_THE = frozenset({"Fed", "Hill", "Guardian", "Brotherhood", "Commons"})


@cache
def _phrases() -> dict[str, tuple[tuple[str, Entry], ...]]:
    """First word (as written) to the phrases that begin with it, longest first."""
    found: dict[str, dict[str, Entry]] = defaultdict(dict)
    for phrase, entry in _entries():
        text = straight(phrase)
        first = _WORD.search(text)
        if first:
            found[first.group()].setdefault(text, entry)
    return {
        word: tuple(sorted(phrases.items(), key=lambda item: (-len(item[0]), item[0])))
        for word, phrases in found.items()
    }


def _entries() -> Iterator[tuple[str, Entry]]:
    """Every phrase with its entry; where two share a phrase the first one has it."""
    for institution in institutions():
        entry = Entry("seat", institution.name, institution.code, institution.sector)
        yield from ((name.removeprefix("the "), entry) for name in institution.names)
    for state in states().values():
        yield from (
            (name.removeprefix("the "), Entry("state", state.name, state.code)) for name in state.names
        )
        yield from ((name, Entry("capital", name, state.code)) for name in state.capitals)
    yield from _actors()
    for state in states().values():
        for word in state.demonyms:
            yield from ((form, Entry("demonym", state.name, state.code)) for form in (word, *plurals(word)))
    for region in regions():
        entry = Entry("region", region.name, region.code, region.sector)
        yield from ((name, entry) for name in region.names)


def _actors() -> Iterator[tuple[str, Entry]]:
    for organisation in organisations().values():
        kind: EntryKind = "armed-group" if organisation.kind == "armed-group" else "organisation"
        entry = Entry(kind, organisation.name, organisation.country, organisation.sector)
        yield from ((name, entry) for name in organisation.names)
    for person in people().values():
        entry = Entry("person", person.name, person.country)
        yield from ((name, entry) for name in person.names if " " in name)


def match(text: str, start: int, loose: bool = False) -> Hit | None:
    """The longest name of the tables that stands at ``start``, which must be the start of a word.

    ``text`` must be ``straight`` (same length as the original). Names are matched as written, or in a
    word of capitals ("SYRIA"), never in small letters. ``loose`` takes an "s" at the end for what is left of
    an apostrophe and s, in texts that have lost their apostrophes ("Syrias government").
    """
    word = _WORD.match(text, start)
    if word is None or not (text[start].isupper() or text[start : start + 3] in ("al-", "al ", "pes")):
        return None
    hit = _longest(text, start, word.group(), capitals=False)
    if hit is None and loose:
        first = word.group()
        hit = _longest(text, start, first, capitals=False, loose=True)
        if hit is None and first.endswith("s"):
            hit = _longest(text, start, first[:-1], capitals=False, loose=True)
    if hit is None and word.group().isupper() and len(word.group()) > 1:
        hit = _longest(text, start, word.group().capitalize(), capitals=True)
    return hit


def _longest(text: str, start: int, first: str, capitals: bool, loose: bool = False) -> Hit | None:
    for phrase, entry in _phrases().get(first, ()):
        wanted = phrase.upper() if capitals else phrase
        end = start + len(wanted)
        if not text.startswith(wanted, start):
            continue
        end += loose and len(phrase) > 3 and text.startswith("s", end)
        if end < len(text) and _AFTER.match(text, end):
            continue
        if capitals and wanted in _ONLY_AS_WRITTEN:
            continue
        if wanted in _AFTER_THE and not text[:start].rstrip().lower().endswith("the"):
            continue
        return Hit(start, end, entry)
    return None


@cache
def _by_plain() -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for phrase, entry in _entries():
        found.setdefault(plain(phrase), entry)
    return found


def entry_of(name: str) -> Entry | None:
    """The entry of exactly that name, in any case and with or without accents and article, or None."""
    words = plain(name).removeprefix("the ")
    return _by_plain().get(words)


def near_entry(word: str) -> Entry | None:
    """The one state, capital or demonym that is one slip away: two letters changed over, one left out, put in
    or wrong; the first letter must be right. None where there is none, or several.
    """
    found = {}
    said = plain(word)
    for length in range(len(word) - 1, len(word) + 2):
        for name, entry in _countries().get((word[0].lower(), length), ()):
            if _one_slip(said, name):
                found[entry.code] = entry
    return next(iter(found.values())) if len(found) == 1 else None


@cache
def _countries() -> dict[tuple[str, int], list[tuple[str, Entry]]]:
    """States, capitals and demonyms of five letters and more by their first and by how many they are."""
    found: dict[tuple[str, int], list[tuple[str, Entry]]] = {}
    for name, entry in _by_plain().items():
        if entry.kind in ("state", "capital", "demonym") and len(name) >= 5:
            found.setdefault((name[0], len(name)), []).append((name, entry))
    return found


def _one_slip(one: str, other: str) -> bool:
    if len(one) > len(other):
        one, other = other, one
    first = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[first:] == other[first + 1 :]
    rest = one[first + 1 :] == other[first + 1 :]
    return rest or (
        one[first : first + 2][::-1] == other[first : first + 2] and one[first + 2 :] == other[first + 2 :]
    )
