"""Every form of export is what other programs expect of it."""

from __future__ import annotations

import csv
import json
from xml.etree import ElementTree

import icalendar
import jsonschema
import pyarrow.parquet as parquet
import pytest

from atstake.cli.asking import _FORMATS
from atstake.publish.evidence import schema


@pytest.fixture(scope="session")
def exported(models, sample_dossier, tmp_path_factory):
    """All forms of the sample's dossier, written once."""
    import shutil

    from atstake.pipeline import Story, forms

    folder = tmp_path_factory.mktemp("exports")
    shutil.copy(sample_dossier, folder / "story.atstake")
    with Story.open(folder / "story.atstake") as story:
        for form in sorted(set(_FORMATS) & ({*forms._WRITERS} | forms.FOLDERS)):
            story.export(form, folder / form)
    return folder


def test_evidence_file(exported):
    written = json.loads((exported / "json").read_text())
    jsonschema.validate(written, schema())
    texts = {d["id"]: d.get("text") for d in written["documents"]}
    targets = list(_targets(written))
    assert len(targets) > 20
    for target in targets:
        if " … " not in target["quote"]:
            assert texts[target["doc"]][target["start"] : target["end"]] == target["quote"]


def test_without_the_texts(atstake, dossier):
    done = atstake("export", dossier, "--no-text")
    written = json.loads(done.out)
    jsonschema.validate(written, schema())
    assert not any(d.get("text") for d in written["documents"])
    assert max(len(t["quote"]) for t in _targets(written)) <= 280


def test_tables_read_back_the_same_from_csv_and_parquet(exported):
    evidence = json.loads((exported / "json").read_text())
    tables = {path.stem for path in (exported / "csv").glob("*.csv")}
    assert tables == {path.stem for path in (exported / "parquet").glob("*.parquet")}
    assert {"documents", "attributions", "figures", "upcoming"} <= tables
    for name in ("documents", "attributions", "figures"):
        with (exported / "csv" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as rows:
            told = list(csv.DictReader(rows))
        stored = parquet.read_table(exported / "parquet" / f"{name}.parquet").to_pylist()
        assert len(told) == len(stored) == len(evidence[name])
        assert [row["id"] for row in told] == [row["id"] for row in stored]


def test_calendar_loads_and_holds_the_dated_events(exported):
    evidence = json.loads((exported / "json").read_text())
    calendar = icalendar.Calendar.from_ical((exported / "ics").read_bytes())
    events = calendar.walk("VEVENT")
    assert len(events) == len([u for u in evidence["upcoming"] if u["from"] and u["to"]])
    assert len({str(e["uid"]) for e in events}) == len(events)


def test_places_are_geojson(exported):
    written = json.loads((exported / "geojson").read_text())
    assert written["type"] == "FeatureCollection"
    texts = {d["id"]: d["text"] for d in json.loads((exported / "json").read_text())["documents"]}
    assert {"Moscow", "New York"} & {f["properties"]["name"] for f in written["features"]}
    for feature in written["features"]:
        first = feature["properties"]["first"]
        assert texts[first["doc"]][first["start"] : first["end"]] == first["quote"]
        lon, lat = feature["geometry"]["coordinates"][:2]
        assert -180 <= lon <= 180 and -90 <= lat <= 90


def test_feeds_and_pages(exported):
    assert ElementTree.fromstring((exported / "rss").read_text()).tag == "rss"
    assert json.loads((exported / "jsonfeed").read_text())["version"].startswith("https://jsonfeed.org/")
    assert json.loads((exported / "jsonld").read_text())["@context"]
    assert (exported / "md").read_text().startswith("# ")
    assert "<!doctype html>" in (exported / "html").read_text()[:200].lower()
    assert (exported / "docx").read_bytes()[:2] == b"PK"


def test_what_is_not_for_a_terminal_wants_a_place(atstake, dossier):
    atstake("export", dossier, "--format", "csv").says(2, "-o FOLDER")
    atstake("export", dossier, "--format", "docx").says(2, "-o FILE")
    atstake("export", dossier, "--format", "csv", "-o", dossier).says(2, str(dossier), "folder")


def _targets(thing):
    if isinstance(thing, dict):
        if {"doc", "start", "end", "quote"} <= thing.keys():
            yield thing
        for value in thing.values():
            yield from _targets(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from _targets(value)
