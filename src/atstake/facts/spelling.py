"""One key for the spellings of a name: transliterations, accents, articles, short forms of given names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from atstake.facts.tables import plain, rows

_TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady king queen prince princess pope sheikh sheik president gen "
    "general sen rep gov ayatollah sayyed emperor sultan prof".split()
)
_PARTICLES = frozenset("bin ibn ben bint al el abu abd abdul de del da di van von der la le".split())
_SUFFIXES = frozenset("jr sr ii iii iv v".split())
# Spellings of one sound, most specific first (romanisations of Arabic, Russian, Ukrainian, Persian).
_SOUNDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"sch|sh|sc(?=h)", "s"), (r"tch|ch", "c"), (r"kh|gh|q|ck|c(?=[aou])", "k"), (r"ph", "f"),
        (r"dh|th", "d"), (r"zh|dj|j", "j"), (r"w", "v"), (r"x", "ks"),
        (r"(ey|ei|ai|ay|iy|ij|yi|ii|ee|ie|ye)(?=\b|[^aeiou])", "i"), (r"oo|ou|ow", "u"), (r"y", "i"),
        (r"z\b", "s"), (r"(.)\1", r"\1"), (r"(?<=[^aeiou])h|h\b", ""), (r"o", "u"), (r"e", "i"),
    )
)  # fmt: skip
# A story holds the same few hundred names against each other tens of thousands of times.
_NAMES = 20_000


@lru_cache(maxsize=_NAMES)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name in ``plain`` form, without titles, suffixes, initials' dots and quotes."""
    words = re.sub(r"[.,\"“”()]", " ", plain(name)).split()
    words = [w for w in words if w not in _SUFFIXES]
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return tuple(words)


def generation(name: str) -> str:
    """What tells a father from a son: "jr", "sr", "iii"; "" where nothing does, and of a king's number."""
    words = re.sub(r"[.,]", " ", plain(name)).split()
    return words[-1] if len(words) > 1 and words[-1] in ("jr", "sr", "iii", "iv") else ""


def surname_of(name: str) -> str:
    """The key of the surname: "Sergei Lavrov" and "Lavrov" give the same, "al-Assad" and "Assad" too."""
    words = parts(name)
    if not words:
        return ""
    last = words[0] if family_first(name) else words[-1]
    return sound(re.sub(r"^(al|el|ul|ad|ar|as|ash|at|az|an)-", "", last))


@lru_cache(maxsize=_NAMES)
def family_first(name: str) -> bool:
    """Whether the family name stands first: Chinese and Korean names of two or three short parts."""
    words = parts(name)
    return len(words) > 1 and words[0] in families() and not _western(words[1:])


def _western(given: tuple[str, ...]) -> bool:
    from atstake.facts.agents import sex_of

    return bool(sex_of(f"{given[0]} x"))


@cache
def families() -> frozenset[str]:
    """Family names that stand in front, in small letters."""
    return frozenset(word for row in rows("families") for word in row[0].split())


@cache
def sound(word: str) -> str:
    """A word's rough sound, the same for common romanisations: sergey, sergei; mohammed, muhammad."""
    bare = re.sub(r"['\-]", "", plain(word))
    for pattern, to in _SOUNDS:
        bare = pattern.sub(to, bare)
    if len(bare) > 4:
        bare = bare[0] + re.sub(r"[aiu]", "", bare[1:])
    return bare


@cache
def _short_forms() -> dict[str, str]:
    found: dict[str, str] = {}
    for full, short in rows("short_names"):
        for form in short.split():
            found.setdefault(plain(form), plain(full))
    return found


def _given_key(word: str) -> str:
    return sound(_short_forms().get(word, word))


@lru_cache(maxsize=_NAMES)
def given_of(name: str) -> tuple[str, ...]:
    """The given names (and what stands between them and the surname)."""
    words = parts(name)
    given = words[1:] if family_first(name) else words[:-1]
    return tuple(w for w in given if w not in _PARTICLES)


def is_full(name: str) -> bool:
    """Whether a name has a given name too ("Bin Salman" has not)."""
    return bool(given_of(name))


def same_given_names(one: str, other: str) -> bool:
    """Whether two names of one surname can be one person: a given name in common, or none said.

    A first initial stands for any name that begins with it, a middle one does not; "Mike" is "Michael".
    """
    a, b = given_of(one), given_of(other)
    if not a or not b:
        return True
    first, second = {_given_key(w) for w in a}, {_given_key(w) for w in b}
    if family_first(one) or family_first(other):
        return sound("".join(a)) == sound("".join(b))
    if first & second:
        return True
    initials = [(ws[0], others) for ws, others in ((a, b), (b, a)) if len(ws[0]) == 1]
    return any(w == o[0] for w, others in initials for o in others) and (len(a) == 1 or len(b) == 1)


_TONGUES = {"CHN": r"[a-z]{2,6}( [a-z]{2,6})?", "TWN": r"[a-z]{2,6}-[a-z]{2,6}"}
_KOREAN = frozenset(
    "kim park lee moon choi choe pak roh yoon jang jung jeong kang shin seo kwon hwang yun ri".split()
)


def form_of_name(name: str) -> str | None:
    """A guess at the country from how a name with the family in front is romanised, where nothing better is
    known: CHN (pinyin, "Hu Jintao"), TWN (Wade-Giles, "Tsai Ing-wen"), or None.
    """
    words = plain(name).split()
    if (
        len(words) != 2
        or not family_first(name)
        or words[0] in _KOREAN
        or (not name.istitle() and "-" not in name)
    ):
        return None
    return next((code for code, form in _TONGUES.items() if re.fullmatch(form, words[1])), None)
