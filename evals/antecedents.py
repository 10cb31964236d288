"""Sources that are pronouns or descriptions, and whom they are resolved to.

    python -m evals.antecedents [--list]

On PolNeAR dev with its own attributions: the share of all attributions whose source is a pronoun or a nominal
and is resolved to a named actor of the document. ``--list`` prints the resolved ones, one a line, for judging
by hand; 100 of them, drawn with seed 11, are judged in ``labels/antecedents.tsv``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.shared import records, shared

LABELS = Path(__file__).parent / "labels" / "antecedents.tsv"
Row = tuple[str, int, int, str, str, str]
"""Document, offsets of the source, its words, the form of its mention, the words it is resolved to or ""."""


def rows() -> Iterator[Row]:
    """Every attribution of the set that has a source."""
    from atstake.extract.parse import Parser

    parser = Parser()
    for record in records(shared() / "data" / "attribution" / "polnear-dev.jsonl"):
        yield from resolved(record, parser)


def resolved(record: dict[str, Any], parser: Any) -> Iterator[Row]:
    """The sources of one record of the set, with whom they are."""
    from atstake.extract.coreference import Coreference
    from atstake.extract.mentions import Mentions
    from atstake.model.annotations import Annotations, Attribution
    from atstake.model.text import Document, Span

    document = Document(id=record["id"], text=record["text"], published=record["date"])
    reading = parser(document)
    attributions = []
    for number, gold in enumerate(record["attributions"]):
        spans = {part: [Span(a, b) for a, b in gold.get(part) or ()] for part in ("source", "cue", "content")}
        if spans["source"] and spans["content"]:
            targets = {part: reading.target(*found) for part, found in spans.items() if found}
            attributions.append(Attribution(f"a{number}", **targets))
    found = Annotations(document.id, attributions=tuple(attributions))
    found = found.merged(Mentions()(reading, found))
    found = found.merged(Coreference()(reading, found))
    mentions = {m.id: m for m in found.mentions}
    for attribution in (a for a in found.attributions if not a.relayed):
        mention = mentions.get(attribution.mention or "")
        root = mention
        while root is not None and root.antecedent in mentions:
            root = mentions[root.antecedent]
        named = root.target.quote if root and root is not mention and root.form in ("name", "acronym") else ""
        source = attribution.source
        assert source is not None
        yield document.id, source.start, source.end, source.quote, mention.form if mention else "", named


def measure() -> dict[str, float]:
    """Shares of all attributions with a source, in percent."""
    every = list(rows())
    indirect = [row for row in every if row[4] in ("pronoun", "nominal", "title")]
    named = [row for row in indirect if row[5]]
    verdicts = [
        line.split("\t")[-1] for line in LABELS.read_text(encoding="utf8").splitlines() if line[:1] != "#"
    ]
    return {
        "antecedents.indirect": round(100 * len(indirect) / len(every), 1),
        "antecedents.resolved": round(100 * len(named) / len(every), 1),
        "antecedents.resolved_of_indirect": round(100 * len(named) / max(1, len(indirect)), 1),
        "antecedents.right_by_hand": round(100 * verdicts.count("right") / max(1, len(verdicts)), 1),
    }


def main() -> None:
    """Prints the shares, or the resolved ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="print what is resolved, for judging by hand")
    if parser.parse_args().list:
        for row in rows():
            if row[4] in ("pronoun", "nominal", "title") and row[5]:
                print("\t".join(map(str, row)))
        return
    for name, value in measure().items():
        print(f"{value:6.1f}  {name}")


if __name__ == "__main__":
    main()
