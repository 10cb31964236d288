"""Events: PLOVER roots on sentences with marked actors, beside the floor; cross-validated.

``python -m evals.events``. Needs scikit-learn (group ``train``); without it the measure is left out.

One protocol for both: 5-fold stratified cross-validation on ``plover-zsp-train.tsv``, macro-F1 over the 15
roots, mean of 5 shuffles. The floor is TF-IDF of words and pairs of words with logistic regression, the
actors masked. The blocks of features and their weights were chosen on other shuffles of the same set.

PETRARCH-2's validation records (``PETR2_GSR_validation.xml``): exact (country of the source, country of the
target, PLOVER root of the code) between two countries, of all that the extractor finds in the sentence. The
records hold intentions and appeals as well, which are no past events and so are never found.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from statistics import mean

from evals.shared import shared

SHUFFLES = range(10, 15)


def measure() -> dict[str, float]:
    """Macro-F1 of the coder and of the floor, in percent."""
    if importlib.util.find_spec("sklearn") is None:
        print("-- events: left out, scikit-learn is not installed", flush=True)
        return {}
    from training.events import data, fit

    rows = data.read(shared() / "data/events/plover-zsp-train.tsv")
    roots = [root for root, _, _ in rows]
    coder = fit.crossvalidated([f for _, f, _ in rows], roots, lambda: fit.Model(fit.RARE), SHUFFLES)
    floor = fit.crossvalidated([masked for _, _, masked in rows], roots, fit.floor, SHUFFLES)
    found = {"plover.macro-f1": mean(coder), "floor.macro-f1": mean(floor)}
    return found | {f"petrarch.exact.{name}": value for name, value in petrarch().items()}


def petrarch() -> dict[str, float]:
    """Precision, recall and F1 of exact triples, in percent."""
    from atstake.extract.events import EventExtractor
    from atstake.extract.mentions import Mentions
    from atstake.extract.parse import Parser
    from atstake.model.annotations import Annotations
    from atstake.model.text import Document

    parser, mentions, extractor = Parser(), Mentions(), EventExtractor()
    right = wanted = given = 0
    for number, (text, gold) in enumerate(_records()):
        reading = parser(Document(id=str(number), text=text))
        found = mentions(reading, Annotations(str(number)))
        country = {m.id: m.country for m in found.mentions}
        ours = {
            (country[e.actor], country[e.recipient], e.event_type)
            for e in extractor(reading, found).events
            if e.actor and e.recipient and country.get(e.actor) and country.get(e.recipient)
        }
        right, wanted, given = right + len(ours & gold), wanted + len(gold), given + len(ours)
    p, r = 100 * right / max(given, 1), 100 * right / max(wanted, 1)
    return {"p": p, "r": r, "f1": 2 * p * r / max(p + r, 1e-9)}


def _records() -> Iterator[tuple[str, set[tuple[str, str, str]]]]:
    """Text and triples of each record with an event between two countries."""
    from training.events.lexicon import ROOTS

    from atstake.facts.states import states

    written = (shared() / "data/events/PETR2_GSR_validation.xml").read_text("utf8")
    for block in re.split(r"(?=<Sentence )", written)[1:]:
        text = re.search(r"<Text>(.*?)</Text>", block, re.DOTALL)
        triples = set()
        for coding in re.findall(r"<EventCoding ([^>]*)>", block):
            fields = dict(re.findall(r'(\w+)="([^"]*)"', coding))
            source, target = fields.get("sourcecode", "")[:3], fields.get("targetcode", "")[:3]
            root = ROOTS.get(fields.get("eventcode", "")[:2])
            if root and source in states() and target in states():
                triples.add((source, target, root))
        if text and triples:
            yield " ".join(text[1].split()), triples


def main() -> None:
    for name, value in measure().items():
        print(f"{name:24} {value:5.1f}")


if __name__ == "__main__":
    main()
