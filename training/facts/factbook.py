"""Heads of state and government since 2012 from the World Factbook, to ``facts/data/heads.tsv``.

    python -m training.facts.factbook GIT_DIRECTORY

GIT_DIRECTORY is a clone of ``factbook/factbook.json`` with its history (2014 on): profiles of the states from
the World Factbook, which is in the public domain, made available under CC0 1.0. One edition a month is read.
A head holds office from the day that the profile gives ("since 4 May 2012") to the day from which the next
one does; where editions are missing (2017 to 2020), to the last that has them. People of our own table
(``people.tsv``) are left out, and those whom the profiles of several states name (of territories, of realms).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from atstake.facts.people import _written_here
from atstake.facts.spelling import same_given_names, surname_of
from atstake.facts.states import states
from atstake.facts.tables import plain

OUT = Path("src/atstake/facts/data/heads.tsv")
HEAD = """\
# Heads of state and government since 2012, from the monthly editions of the World Factbook (public domain)
# in the history of factbook/factbook.json (CC0 1.0). Made by training/facts/factbook.py. Columns as in
# people.tsv; who stands there is left out here.
"""
_TITLES = (
    "President", "Prime Minister", "Chancellor", "King", "Queen", "Emir", "Amir", "Sultan", "Supreme Leader",
    "Premier",
)  # fmt: skip
_HOLDER = re.compile(
    r"(?:^|; |\. )(?P<passing>Interim |Acting |Transitional |Transition |Caretaker )?"
    rf"(?P<title>{'|'.join(_TITLES)}) (?P<name>[^;()]{{3,70}}?)\s*\(since (?P<since>[^)]{{6,30}})\)"
)
_FIELDS = (("chief of state", "state"), ("head of government", "government"))


@dataclass(frozen=True)
class Seen:
    """A holder as an edition gives it: country, which of the two offices, title, name, day, edition."""

    country: str
    office: str
    title: str
    name: str
    since: str
    edition: str


def editions(repository: Path) -> list[tuple[str, str]]:
    """The last commit of each month, with its day, the oldest first."""
    log = _git(repository, "log", "--reverse", "--format=%H %ad", "--date=short")
    months = {day[:7]: (commit, day) for commit, day in (line.split() for line in log.splitlines())}
    return [months[month] for month in sorted(months)]


def read(repository: Path) -> list[Seen]:
    """All holders of all editions."""
    files = {day: _profiles(repository, commit) for commit, day in editions(repository)}
    known = {
        d: tuple(_holders(t)) for d, t in _blobs(repository, {d for found in files.values() for d in found})
    }
    return [
        Seen(s.country, s.office, s.title, s.name, s.since, day)
        for day, found in files.items()
        for digest in found
        for s in known[digest]
    ]


def _profiles(repository: Path, commit: str) -> list[str]:
    """The digests of the states' profiles in an edition."""
    lines = (line.split("\t") for line in _git(repository, "ls-tree", "-r", commit).splitlines())
    return [told.split()[2] for told, path in lines if re.fullmatch(r"[a-z-]+/[a-z]{2}\.json", path)]


def _blobs(repository: Path, digests: set[str]) -> Iterator[tuple[str, str]]:
    asked = "".join(f"{digest}\n" for digest in sorted(digests)).encode()
    command = ["git", "-C", str(repository), "cat-file", "--batch"]
    out = subprocess.run(command, input=asked, capture_output=True, check=True).stdout
    at = 0
    while at < len(out):
        end = out.index(b"\n", at)
        digest, _, size = out[at:end].decode().split()
        at = end + 1 + int(size) + 1
        yield digest, out[end + 1 : at - 1].decode("utf8", "replace")


def _holders(text: str) -> list[Seen]:
    government = json.loads(text).get("Government", {})
    country = _code(government.get("Country name", {}))
    executive = government.get("Executive branch", {})
    found = []
    for field, office in _FIELDS:
        told = executive.get(field, {}).get("text", "") if country else ""
        for m in _HOLDER.finditer(re.sub(r"<[^>]+>", " ", told)):
            since, name = _day(m["since"]), _name(m["name"])
            if since and name:
                title = (m["passing"] or "") + m["title"].replace("Amir", "Emir")
                found.append(Seen(country, office, title, name, since, ""))
    return found


def _code(names: dict[str, dict[str, str]]) -> str:
    for kind in ("conventional short form", "conventional long form"):
        name = plain(names.get(kind, {}).get("text", "")).removeprefix("the ")
        if name in _codes():
            return _codes()[name]
    return ""


@cache
def _codes() -> dict[str, str]:
    return {plain(n): s.code for s in states().values() for n in s.names}


def _day(text: str) -> str:
    for form in ("%d %B %Y", "%B %Y"):
        try:
            found = datetime.strptime(text.strip(), form)
        except ValueError:
            continue
        return f"{found:%Y-%m-%d}" if form.startswith("%d") else f"{found:%Y-%m}"
    return ""


def _name(text: str) -> str:
    """The whole name, its words as names are written; "" where no word is marked as the surname."""
    words = re.sub(r"[\"“][^\"”]*[\"”]|,.*$", " ", text).split()
    marked = any(w.isupper() and len(w) > 1 and not w.endswith(".") for w in words)
    if not marked or not 2 <= len(words) <= 7 or not words[0][:1].isupper():
        return ""
    # A mark is kept before the surname's first word: "Luis |Montenegro"; none where it stands in front.
    first = next(i for i, w in enumerate(words) if w.isupper() and len(w) > 1 and not w.endswith("."))
    while first > 1 and words[first - 1].islower():
        first -= 1
    cased = [_cased(w) if w.isupper() and not w.endswith(".") else w for w in words]
    return " ".join(f"|{w}" if i == first and first else w for i, w in enumerate(cased))


def _spellings(name: str) -> list[str]:
    """How newspapers may write it: the whole name, or the first given name and the surname."""
    given, _, surname = name.partition("|")
    if not surname:
        return [name]
    whole, short = name.replace("|", ""), f"{given.split()[0]} {surname}"
    # A middle name with the surname may be anybody's, and is left out.
    return [whole, short] if len(whole.split()) <= 3 else [short, whole]


def _cased(word: str) -> str:
    """ "AL-SISI" -> "al-Sisi", "O'NEILL" -> "O'Neill"."""
    if re.fullmatch(r"[IVX]+", word):
        return word
    cased = "-".join(p.capitalize() for p in word.split("-"))
    cased = re.sub(r"^Al-", "al-", cased)
    return re.sub(r"(?<=['’])[a-z]", lambda m: m[0].upper(), cased)


def tenures(every: list[Seen]) -> dict[tuple[str, tuple[str, ...]], list[tuple[str, str, str]]]:
    """(country, spellings) -> titles with first and last day, "" where it is open.

    Who holds an office from the same day is one person, however the editions spell the name.
    """
    offices: dict[tuple[str, str], dict[str, list[Seen]]] = defaultdict(lambda: defaultdict(list))
    days = sorted({s.edition for s in every})
    newest = days[-1]
    oldest: dict[str, str] = {}
    for s in every:
        offices[s.country, s.title][s.since].append(s)
        oldest.setdefault(s.country, s.edition)
    found: dict[tuple[str, tuple[str, ...]], list[tuple[str, str, str]]] = defaultdict(list)
    for (country, title), holding in sorted(offices.items()):
        for since, seen in sorted(holding.items()):
            if len({s.edition for s in seen}) < _EDITIONS or _is_late(
                since, seen[0].edition, oldest[country]
            ):
                continue
            names = list(dict.fromkeys(n for s in reversed(seen) for n in _spellings(s.name)))
            after = sorted(
                x for x in holding if x > since and not {n.name for n in holding[x]} & {n.name for n in seen}
            )
            last = seen[-1].edition
            until = "" if last == newest else last
            if after and not _is_gap(last, days):
                until = after[0]
            found[country, tuple(names)].append((title, since, until))
    return found


_EDITIONS = 2
"""In how many editions a holder must stand: what stands in one alone may be a slip."""
_GAP = 200
"""Days."""
_LATE = 3
"""Years after taking office from which a first appearance shows that the day is a slip."""


def _is_gap(last: str, days: list[str]) -> bool:
    """Whether so long passed until the next edition that somebody may have come and gone in between."""
    after = next((d for d in days if d > last), last)
    return (date.fromisoformat(after) - date.fromisoformat(last)).days > _GAP


def _is_late(since: str, edition: str, oldest: str) -> bool:
    return since[:10] > edition or (edition > oldest and int(edition[:4]) - int(since[:4]) >= _LATE)


def table(found: dict[tuple[str, tuple[str, ...]], list[tuple[str, str, str]]]) -> str:
    """The rows, sorted, one a person; those of our own table left out."""
    people: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
    where: dict[str, set[str]] = defaultdict(set)
    for country, names in found:
        for name in names:
            where[plain(name)].add(country)
    for (country, names), held in sorted(found.items()):
        if any(_is_ours(country, name) or len(where[plain(name)]) > 1 for name in names):
            continue
        place = states()[country].name
        roles, spelled = people.setdefault((country, names[0]), (set(), set()))
        roles |= {f"{title} of {place}@{first}..{last}" for title, first, last in held}
        spelled |= set(names[1:])
    rows = [
        "\t".join((name, country, "", ";".join(sorted(roles)), "|".join(sorted(spelled))))
        for (country, name), (roles, spelled) in sorted(people.items())
    ]
    return HEAD + "\n".join(rows) + "\n"


def _is_ours(country: str, name: str) -> bool:
    for person in _written_here().values():
        if person.country == country and any(plain(name) == plain(n) for n in person.names):
            return True
        same = person.country == country and surname_of(person.name) == surname_of(name)
        if same and same_given_names(person.name, name):
            return True
    return False


def _git(repository: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(repository), *arguments], capture_output=True, check=True)
    return done.stdout.decode("utf8", "replace")


def main() -> None:
    """Writes the table."""
    every = read(Path(sys.argv[1]))
    OUT.write_text(table(tenures(every)), encoding="utf8")


if __name__ == "__main__":
    main()
