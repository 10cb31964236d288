"""From resolved objects to what people and programs read; which form is written by whom."""

from __future__ import annotations

import json
import os
from pathlib import Path

from atstake.errors import AtstakeError, UsageError
from atstake.model.claims import Resolution
from atstake.model.provenance import Run
from atstake.model.stages import Evidence


def must_be_writable(output: Path) -> None:
    """Refuses an output that cannot be written before an hour of reading, not after it."""
    folder = output.parent if output.parent != Path() else Path()
    if output.is_dir():
        raise UsageError(f"{output} is a folder: name a file, for instance {output / 'brief.html'}")
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder to write {output.name} into; make it first")
    if not os.access(folder, os.W_OK) or (output.exists() and not os.access(output, os.W_OK)):
        raise AtstakeError(f"{output}: no permission to write here; choose another -o")


def export(
    form: str, output: Path | None, evidence: Evidence, resolution: Resolution, run: Run, *, text: bool
) -> str:
    """Writes one form; returns it as text where ``output`` is None."""
    from atstake.publish.evidence import evidence_file

    written = json.dumps(evidence_file(evidence, resolution, run, text=text), ensure_ascii=False, indent=1) + "\n"
    if output:
        output.write_text(written, encoding="utf8")
    return written
