"""Documents per CPU second and peak memory of each stage, in one process.

``python -m benches.stages COVERAGE``, which is anything that ``atstake brief`` reads. Of pages the time of
the process that takes them apart is left out. Peak memory is the resident set while the stage ran (Linux;
elsewhere its high-water mark so far).
"""

from __future__ import annotations

import argparse
import gc
import resource
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from atstake.brief.check import check
from atstake.brief.compose import compose
from atstake.config import Settings
from atstake.extract.parse import Parser
from atstake.intake import read_inputs
from atstake.model.annotations import Annotations
from atstake.model.claims import Resolution
from atstake.model.provenance import Run
from atstake.model.stages import Evidence, Extractor
from atstake.model.text import Document
from atstake.pipeline.reading import _extractors
from atstake.pipeline.resolving import _resolvers
from atstake.publish.evidence import evidence_file
from atstake.publish.html.page import render
from atstake.resolve.deciding import heeded


@dataclass
class Row:
    """What one stage took: CPU seconds and peak resident memory in MB."""

    stage: str
    seconds: float = 0.0
    megabytes: float = 0.0


class Clock:
    """Rows in the order in which stages first ran; a stage that runs once a document adds up."""

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Times what runs inside."""
        row = self.rows.setdefault(name, Row(name))
        _forget_peak()
        began = time.process_time()
        yield
        row.seconds += time.process_time() - began
        row.megabytes = max(row.megabytes, _peak())

    def table(self, documents: int) -> str:
        """A Markdown table; the last row is all stages together, loading left out."""
        rows = [row for row in self.rows.values() if row.stage != "load models"]
        total = Row("all", sum(r.seconds for r in rows), max(r.megabytes for r in self.rows.values()))
        lines = ["| stage | CPU s | documents/s | peak MB |", "|---|---|---|---|"]
        for row in (*self.rows.values(), total):
            speed = f"{documents / row.seconds:,.1f}" if row.seconds > 0.005 else "-"
            shown = "" if row.stage == "load models" else speed
            lines.append(f"| {row.stage} | {row.seconds:.2f} | {shown} | {row.megabytes:.0f} |")
        return "\n".join(lines)


def _forget_peak() -> None:
    gc.collect()
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5")


def _peak() -> float:
    """Peak resident memory in MB."""
    if sys.platform == "linux":
        status = Path("/proc/self/status").read_text().splitlines()
        return int(next(line.split()[1] for line in status if line.startswith("VmHWM"))) / 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1000)


def measured(coverage: list[str]) -> tuple[Clock, int, int]:
    """The clock, the number of documents and of their words."""
    clock = Clock()
    with clock.stage("load models"):
        parser, extractors = Parser(), _extractors(Settings())
    with clock.stage("intake"):
        documents = {d.id: d for intake in read_inputs(coverage) for d in intake.documents}
    annotations = {d.id: _read(d, clock, parser, extractors) for d in documents.values()}
    evidence = Evidence(documents, annotations)
    resolution = Resolution()
    heard = heeded(evidence)
    for resolver in _resolvers():
        with clock.stage(f"resolve: {resolver.name}"):
            resolution = resolver(heard, resolution)
    run = Run("run-bench", "0")
    with clock.stage("compose and check"):
        brief = compose(evidence, resolution, run)
        check(brief, documents)
    with clock.stage("render page"):
        render(brief)
    with clock.stage("evidence file"):
        evidence_file(evidence, resolution, run)
    return clock, len(documents), sum(len(d.text.split()) for d in documents.values())


def _read(document: Document, clock: Clock, parser: Parser, extractors: tuple[Extractor, ...]) -> Annotations:
    with clock.stage("parse"):
        reading = parser(document)

    def more(found: Annotations, extractor: Extractor) -> Annotations:
        with clock.stage(f"extract: {extractor.name}"):
            return found.merged(extractor(reading, found))

    return reduce(more, extractors, Annotations(document.id))


def main() -> None:
    """Prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("coverage", nargs="+")
    clock, documents, words = measured(arguments.parse_args().coverage)
    print(f"{documents} documents, {words:,} words\n\n{clock.table(documents)}")


if __name__ == "__main__":
    main()
