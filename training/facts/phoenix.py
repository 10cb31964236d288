"""Converts the Phoenix actor dictionaries (Open Event Data Alliance, MIT) to ``facts/data/phoenix.tsv.gz``.

    python -m training.facts.phoenix DIRECTORY

DIRECTORY holds ``Phoenix.Countries.actors.txt`` and ``Phoenix.International.actors.txt``. Taken are names of
two words or more with a code of a state and a sector: people in office and bodies, good until about 2014.
Places (a code of three letters only) and single words are left out, as they are in tables of our own. Dates
are YYMMDD or YYYYMMDD there; here ISO.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from pathlib import Path

import pycountry

OUT = Path("src/atstake/facts/data/phoenix.tsv.gz")
HEAD = """\
# People in office and bodies, from the Phoenix actor dictionaries of January 2014.
# Copyright (c) 2014 Open Event Data Alliance; MIT License, see NOTICE. Made by training/facts/phoenix.py.
# Columns: name; code of the state; sectors "SECTOR@from..to" parted by ";"; other spellings parted by "|"
"""
# CAMEO sector codes that PLOVER keeps, or what has become of them.
SECTORS = {
    "GOV": "GOV", "ELI": "ELI", "OPP": "OPP", "MIL": "MIL", "JUD": "JUD", "LEG": "LEG", "REB": "REB",
    "COP": "COP", "SPY": "SPY", "BUS": "BUS", "MED": "MED", "NGO": "NGO", "PTY": "PTY", "EDU": "EDU",
    "SEP": "REB", "INS": "REB", "UAF": "UAF", "CRM": "CRM", "REL": "REL", "LAB": "LAB",
}  # fmt: skip
_CODE = re.compile(r"\[([A-Z]+)\s*([<>]?\s*\d+(?:-\d+)?)?\]")
Code = tuple[str, str, str, str]


def entries(path: Path) -> list[tuple[list[str], list[Code]]]:
    """The blocks of a dictionary: spellings of one actor and its dated codes."""
    found: list[tuple[list[str], list[Code]]] = []
    names: list[str] = []
    codes: list[Code] = []
    for raw in path.read_text(encoding="utf8", errors="replace").splitlines():
        line = raw.split("#")[0].rstrip()
        if not line.strip():
            continue
        starts = not line[0].isspace() and line[0] not in "+["
        if starts:
            if names and codes:
                found.append((names, codes))
            names, codes = [], []
        text = _CODE.sub("", line).strip().lstrip("+").strip()
        if text and not line[0].isspace():
            names.append(_name(text))
        codes += [_code(m) for m in _CODE.finditer(line)]
    if names and codes:
        found.append((names, codes))
    return found


def _name(text: str) -> str:
    words = text.replace("_", " ").split()
    return " ".join(w if "." in w else "-".join(p.capitalize() for p in w.split("-")) for w in words)


def _code(match: re.Match[str]) -> Code:
    code, dates = match.group(1), (match.group(2) or "").replace(" ", "")
    first = last = ""
    if dates.startswith(">"):
        first = _date(dates[1:])
    elif dates.startswith("<"):
        last = _date(dates[1:])
    elif "-" in dates:
        first, last = (_date(d) for d in dates.split("-"))
    return code[:3], code[3:6], first, last


def _date(digits: str) -> str:
    if len(digits) == 6:
        digits = ("19" if int(digits[:2]) > 20 else "20") + digits
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}" if len(digits) == 8 else ""


def rows(paths: list[Path]) -> list[str]:
    """The lines of our table, sorted; a name that stands for two actors is left out."""
    isos = {c.alpha_3 for c in pycountry.countries}
    owners: dict[str, set[int]] = defaultdict(set)
    made: list[tuple[list[str], str, list[str]]] = []
    for path in paths:
        for names, codes in entries(path):
            kept = [
                n for n in dict.fromkeys(names) if 2 <= len(n.split()) <= 5 and n.replace(" ", "").isascii()
            ]
            kept = [n for n in kept if re.fullmatch(r"[A-Za-z' .\-]+", n) and len(n) > 6]
            coded = [c for c in codes if c[0] in isos and c[1] in SECTORS]
            if not kept or not coded:
                continue
            tenures = [f"{SECTORS[s]}@{a}..{b}" for _, s, a, b in coded]
            for name in kept:
                owners[name.casefold()].add(len(made))
            made.append((kept, coded[0][0], list(dict.fromkeys(tenures))))
    lines = []
    for number, (names, country, tenures) in enumerate(made):
        sole = [n for n in names if owners[n.casefold()] == {number}]
        if sole:
            lines.append("\t".join((sole[0], country, ";".join(tenures[:6]), "|".join(sole[1:6]))))
    return sorted(lines)


def main(directory: str) -> None:
    folder = Path(directory)
    lines = rows([folder / "Phoenix.Countries.actors.txt", folder / "Phoenix.International.actors.txt"])
    # No time stamp in the file: the same dictionaries give the same bytes.
    OUT.write_bytes(gzip.compress((HEAD + "\n".join(lines) + "\n").encode("utf8"), 9, mtime=0))
    print(f"{len(lines)} actors, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
