"""Figures: values on NewsQuant, killed and injured on MUC-4.

``python -m evals.figures [--misses]``. Figures of whole stories are in ``evals.stories``.

NewsQuant (Almasian et al. 2023): of the sentences' quantities, the values that are found, as multisets;
a range counts as one value with two ends, and so does a change "from 21 to 23" there. Vague words are put
into that set's convention ("dozens" 12 to 120, "hundreds" 100 to 1,000). MUC-4: for each message the
numbers of dead and injured that the templates count (a number for a group of people, with the effect DEATH
or INJURY), against all figures of that kind in the message, those outside any template's incident included;
numbers of one are left out, since templates count named people as 1.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from atstake.text.numbers.quantities import Quantity
from evals.shared import shared

Value = tuple[float, ...]

# Ours -> NewsQuant's.
_VAGUE = {
    (24, 99): (12, 120),
    (200, 999): (100, 1_000),
    (2_000, 9_999): (1_000, 10_000),
    (20_000, 99_999): (10_000, 100_000),
    (2_000_000, 9_999_999): (1_000_000, 10_000_000),
    (20_000_000, 99_999_999): (10_000_000, 100_000_000),
}
_EVERY = 4
"""Of MUC-4's 1,300 messages every fourth is read: that is enough, and quick."""
_FROM = re.compile(r"\bfrom (?:about )?$", re.IGNORECASE)
_TO = re.compile(r"[^,.;]{0,40}\bto (?:about )?", re.IGNORECASE)
_EFFECTS = {"DEATH": "killed", "INJURY": "injured"}
_FIELD = re.compile(r"^(\d+)\.\s+([A-Z ]+?:[A-Z ]+?)\s{2,}(.*)$")


def measure() -> dict[str, float]:
    """Precision, recall and F1, in percent."""
    found: dict[str, float] = {}
    for name, pairs in (("newsquant.value", newsquant()), *muc4().items()):
        for figure, value in zip(("p", "r", "f1"), scored(pairs), strict=True):
            found[f"{name}.{figure}"] = value
    return found


def scored(pairs: list[tuple[str, Counter[Value], Counter[Value]]]) -> tuple[float, float, float]:
    """Precision, recall, F1 over (text, gold, found) by multiset intersection."""
    right = sum((gold & found).total() for _, gold, found in pairs)
    wanted = sum(gold.total() for _, gold, _ in pairs)
    given = sum(found.total() for *_, found in pairs)
    p, r = 100 * right / max(given, 1), 100 * right / max(wanted, 1)
    return p, r, 2 * p * r / max(p + r, 1e-9)


def newsquant() -> list[tuple[str, Counter[Value], Counter[Value]]]:
    """Each sentence with the values marked and the values found."""
    from atstake.text.numbers.quantities import quantities

    rows = json.loads((shared() / "data/figures/newsquant-dev.json").read_text("utf8"))
    return [
        (
            row["text"],
            Counter(_gold(q["value"]) for q in row["quantities"]),
            Counter(_values(row["text"], list(quantities(row["text"], 0, len(row["text"]))))),
        )
        for row in rows
    ]


def muc4() -> dict[str, list[tuple[str, Counter[Value], Counter[Value]]]]:
    """Each message with the numbers of dead, and of injured, in its templates and in our figures."""
    from atstake.extract.figures import FigureExtractor
    from atstake.extract.parse import Parser
    from atstake.model.annotations import Annotations
    from atstake.model.text import Document

    parser, extractor = Parser(), FigureExtractor()
    folder = shared() / "data/figures/muc4/dev"
    gold = _templates(folder)
    pairs: dict[str, list[tuple[str, Counter[Value], Counter[Value]]]] = {
        f"muc4.{kind}": [] for kind in _EFFECTS.values()
    }
    for key, text in islice(_messages(folder), 0, None, _EVERY):
        if key not in gold:
            continue
        figures = extractor(parser(Document(id=key, text=_lowered(text))), Annotations(key)).figures
        for kind in _EFFECTS.values():
            found = Counter({_told(f.low, f.high) for f in figures if f.kind == kind} - {(1.0,), ()})
            wanted = Counter({v for v in gold[key].get(kind, ()) if v != (1.0,)})
            pairs[f"muc4.{kind}"].append((key, wanted, found))
    return pairs


# Private functions


def _gold(value: str) -> Value:
    ends = re.match(r"^(-?[\d.]+(?:[eE]-?\d+)?)\s*-\s*([\d.]+)$", value)
    return (float(ends[1]), float(ends[2])) if ends else (float(value),)


def _values(text: str, found: list[Quantity]) -> Iterator[Value]:
    """The values in the set's convention: what changed "from" one "to" another is one value there."""
    i = 0
    while i < len(found):
        q = found[i]
        after = found[i + 1] if i + 1 < len(found) else None
        if (
            after
            and _FROM.search(text[: q.span.start])
            and _TO.fullmatch(text[q.span.end : after.span.start])
        ):
            yield (*q.values[:1], *after.values[:1])
            i += 2
        else:
            yield _converted(q.values, q.low, q.high, q.vague)
            i += 1


def _converted(values: Value, low: float | None, high: float | None, vague: bool) -> Value:
    if not vague:
        return tuple(float(v) for v in values)
    ends = (low if low is not None else 0.0, high if high is not None else 0.0)
    return tuple(float(v) for v in _VAGUE.get((int(ends[0]), int(ends[1])), ends))


def _told(low: float | None, high: float | None) -> Value:
    if low is not None and high is not None and low != high:
        return (low, high)
    value = low if low is not None else high
    return (value,) if value is not None else ()


def _lowered(text: str) -> str:
    """The messages are in capitals, which no parser of today reads: sentences are written small."""
    body = re.sub(r"\[[A-Z ]+\]", " ", text).replace("\n", " ").lower()
    return re.sub(r"(^|[.!?]\s+|-- )([a-z])", lambda m: m[1] + m[2].upper(), body)


def _messages(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("dev-*")):
        parts = re.split(r"^(DEV-MUC3-\d+) .*$", path.read_text("latin1"), flags=re.MULTILINE)
        yield from zip(parts[1::2], parts[2::2], strict=True)


def _templates(folder: Path) -> dict[str, dict[str, set[Value]]]:
    """Message -> kind -> numbers, from the human targets' numbers, effects and totals."""
    found: dict[str, dict[str, set[Value]]] = {}
    for path in sorted(folder.glob("key-*")):
        for template in re.split(r"\n(?=0\. )", "\n" + path.read_text("latin1")):
            fields = _fields(template)
            key = re.search(r"DEV-MUC3-\d+", fields.get("0", ""))
            if key is None:
                continue
            message = found.setdefault(key[0], {})
            numbers = {who: value for value, who in _entries(fields.get("21", ""))}
            for effect, who in _entries(fields.get("23", "")):
                kind = _EFFECTS.get(effect)
                value = _number(numbers.get(who, ""))
                if kind and value:
                    message.setdefault(kind, set()).add(value)
    return found


def _fields(template: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    last = ""
    for line in template.splitlines():
        field = _FIELD.match(line)
        if field:
            last = field[1]
            fields[last] = field[3]
        elif last and line.startswith("    "):
            fields[last] += "\n" + line.strip()
    return fields


def _entries(field: str) -> Iterator[tuple[str, str]]:
    """The value and whom it is of, for each line of a field."""
    for line in field.splitlines():
        match = re.match(r"\??\s*([^:\"]+): (.*)$", line)
        if match:
            yield match[1].strip(), match[2].strip()


def _number(text: str) -> Value | None:
    ends = re.fullmatch(r"(\d+) - (\d+)", text)
    if ends:
        return float(ends[1]), float(ends[2])
    one = re.fullmatch(r"~?(\d+)", text)
    return (float(one[1]),) if one else None


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="print what was missed and what was wrong")
    options = parser.parse_args()
    for name, value in measure().items():
        print(f"{name:24} {value:5.1f}")
    if options.misses:
        for text, gold, found in newsquant():
            if gold != found:
                print(f"{text[:200]}\n   missed {dict(gold - found)} wrong {dict(found - gold)}")


if __name__ == "__main__":
    main()
