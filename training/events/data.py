"""Reads the PLOVER sentences with marked actors (``plover-zsp-train.tsv``) into features."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from atstake.extract.events.features import Features, features
from atstake.extract.parse import Parser
from atstake.model.text import Document, Span

_MARK = re.compile(r"(</?[st]>)")


def read(path: Path) -> list[tuple[str, Features, str]]:
    """Root, features, and the sentence with its actors masked (for the floor), for each row."""
    parser = Parser()
    with path.open(encoding="utf8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [(row["gold_root"], *_read(parser, n, row["marked_sentence"])) for n, row in enumerate(rows)]


def _read(parser: Parser, number: int, marked: str) -> tuple[Features, str]:
    text, opened, spans = "", {}, {}
    for part in _MARK.split(marked):
        if part in ("<s>", "<t>"):
            opened[part[1]] = len(text)
        elif part in ("</s>", "</t>"):
            spans[part[2]] = Span(opened[part[2]], len(text))
        else:
            text += part
    reading = parser(Document(id=str(number), text=text))
    masked = re.sub(r"<t>.*?</t>", " tgtx ", re.sub(r"<s>.*?</s>", " srcx ", marked))
    source, target = spans.get("s"), spans.get("t")
    found: Features = {}
    for sentence in reading.sentences:
        for block, names in features(reading, sentence, source, target).items():
            found.setdefault(block, []).extend(names)
    return found, masked
