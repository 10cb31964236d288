"""The CAMEO 2.0 verb dictionary of PETRARCH 2 (Open Event Data Alliance, MIT) as a file of PLOVER roots."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

# CAMEO's first two digits to PLOVER roots, after the PLOVER codebook (Halterman et al. 2023); its
# statements (01) are no events there, investigations are ACCUSE, fights and mass violence ASSAULT.
ROOTS = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID",
    "08": "YIELD", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN",
    "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT",
    "20": "ASSAULT",
}  # fmt: skip
_VERB = re.compile(r"([A-Z_+']+)\s*(\{.*?\})?\s*(?:\[(.*?)\])?")
_PATTERN = re.compile(r"-\s*(.*?)\s*\[(.*?)\]")
_HEAD = re.compile(r"---\s*(\S+)\s*\[([^\]]*)\]")
_NO_WORDS = frozenset("+ $ % the a an".split())


def read(path: Path) -> dict[str, Any]:
    """Verb forms with their codes, classes of synonyms, and patterns by block of verbs."""
    codes: dict[str, str] = {}
    synonyms: dict[str, list[str]] = {}
    blocks: list[dict[str, Any]] = []
    base, name = "", ""
    for raw in path.read_text("utf8").splitlines():
        line = raw.split("#")[0].rstrip()
        if line.startswith("&"):
            name = line.strip("& ").lower()
        elif line.startswith("+"):
            synonyms.setdefault(name, []).append(line.strip("+_ ").replace("_", " ").lower())
        elif line.startswith("---"):
            head = _HEAD.match(line)
            base = head[2] if head else ""
            blocks.append({"verbs": [], "patterns": []})
        elif line.startswith("-") and blocks:
            blocks[-1]["patterns"] += _pattern(line)
        elif blocks and (verb := _VERB.match(line)) and verb[1]:
            forms = [verb[1].lower(), *(f.lower() for f in (verb[2] or "").strip("{}").split())]
            blocks[-1]["verbs"] += forms
            code = (verb[3] or base).split(":")[0]
            codes.update({form: code[:3] for form in forms if code[:2] in ROOTS})
    kept = [b for b in blocks if b["patterns"]]
    return {"roots": ROOTS, "codes": codes, "synonyms": synonyms, "blocks": kept}


def write(lexicon: dict[str, Any], path: Path) -> None:
    body = json.dumps(lexicon, separators=(",", ":"), sort_keys=True)
    path.write_bytes(gzip.compress(body.encode(), 9, mtime=0))


def _pattern(line: str) -> list[list[Any]]:
    match = _PATTERN.match(line)
    root = ROOTS.get(match[2].split(":")[0][:2]) if match else None
    if match is None or root is None or "*" not in match[1]:
        return []
    before, after = match[1].lower().split("*", 1)
    return [[_words(before), _words(after), root]]


def _words(text: str) -> list[str]:
    return [w for w in re.sub(r"[{}()\[\]]", " ", text).split() if w not in _NO_WORDS]
