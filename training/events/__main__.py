"""Makes the CAMEO lexicon and the event coder's weights. Needs scikit-learn (group ``train``).

python -m training.events lexicon CAMEO.2.0.txt          # of openeventdata/petrarch2, data/dictionaries
python -m training.events fit plover-zsp-train.tsv
"""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import mean

from training.events import lexicon

SOURCE = Path(__file__).parents[2] / "src" / "atstake"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("lexicon", "fit"))
    parser.add_argument("input", type=Path)
    options = parser.parse_args()
    if options.what == "lexicon":
        lexicon.write(lexicon.read(options.input), SOURCE / "facts" / "data" / "cameo.json.gz")
        return
    from training.events import data, fit

    rows = data.read(options.input)
    roots, found = [r for r, _, _ in rows], [f for _, f, _ in rows]
    figures = fit.crossvalidated(found, roots, lambda: fit.Model(fit.RARE), range(10, 15))
    print("macro-F1", [round(f, 1) for f in figures])
    fit.write(fit.Model(fit.RARE).fit(found, roots), SOURCE / "extract" / "events" / "weights", card(figures))


def card(figures: list[float]) -> dict[str, object]:
    return {
        "model": "PLOVER roots of what one actor did to another",
        "data": "plover-zsp-train.tsv: 1,050 sentences with marked actors, by the authors of ZSP. The set "
        "has no licence file; only weights learned from it ship, no text. Any file of the same columns "
        "(marked_sentence, gold_root) can be put in its place: python -m training.events fit FILE",
        "lexicon": "CAMEO 2.0 verb dictionary of PETRARCH 2, Open Event Data Alliance, MIT",
        "figures": {"macro-F1, 5-fold cross-validated, mean of 5 shuffles": round(mean(figures), 1)},
        "limits": "English news. It says which root an event has, not whether there is one. The sentences "
        "were chosen to hold an event between two actors.",
    }


if __name__ == "__main__":
    main()
