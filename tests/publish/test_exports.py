import csv
import io
import json
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from atstake.brief.compose import compose
from atstake.model.claims import Resolution
from atstake.publish import feeds
from atstake.publish.evidence import evidence_file
from atstake.publish.jsonld import article
from atstake.publish.tables import tables, write_csv, write_parquet
from hostile import hostile_brief
from made_story import Story


def made():
    story = Story()
    return story, evidence_file(story.evidence, story.resolution, story.run)


def changed():
    story = Story()
    return compose(story.evidence, story.resolution, story.run, before=Resolution())


def test_csv_holds_every_row_and_offsets_that_fit_the_texts(tmp_path):
    _, evidence = made()
    written = {p.name for p in write_csv(evidence, tmp_path)}
    assert {"documents.csv", "disputes.csv", "mentions.csv", "upcoming.csv", "shifts.csv"} <= written
    csv.field_size_limit(10**6)
    with (tmp_path / "disputes.csv").open(newline="", encoding="utf8") as f:
        rows = list(csv.DictReader(f))
    texts = {d["id"]: d["text"] for d in evidence["documents"]}
    assert len(rows) == len(evidence["disputes"])
    assert all(texts[r["a_doc"]][int(r["a_start"]) : int(r["a_end"])] == r["a_quote"] for r in rows)


def test_tables_hold_shifts_and_what_came_of_events():
    story = Story()
    meeting, *others = story.resolution.ahead
    over = replace(meeting, afterwards=story.resolution.happenings[0].target)
    evidence = evidence_file(story.evidence, replace(story.resolution, ahead=(over, *others)), story.run)
    evidence["shifts"] = [
        {"id": "s", "target": evidence["upcoming"][0]["target"], "actor": "weil", "origins": []}
    ]
    made_of = tables(evidence)
    assert made_of["shifts"][0]["actor"] == "weil"
    assert made_of["upcoming"][0]["afterwards_quote"] == over.afterwards.quote


def test_every_list_of_the_evidence_file_has_a_table(tmp_path):
    _, evidence = made()
    filled = {name for name, value in evidence.items() if isinstance(value, list) and value}
    assert filled <= set(tables(evidence))


def test_csv_cells_are_no_formulas(tmp_path):
    _, evidence = made()
    evidence["actors"][0]["name"] = "=HYPERLINK(1)"
    write_csv(evidence, tmp_path)
    assert "'=HYPERLINK" in (tmp_path / "actors.csv").read_text("utf8")


def test_parquet_holds_the_same_rows(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    _, evidence = made()
    write_parquet(evidence, tmp_path)
    for name, rows in tables(evidence).items():
        table = parquet.read_table(tmp_path / f"{name}.parquet")
        assert table.num_rows == len(rows)
    assert parquet.read_table(tmp_path / "figures.parquet").column("low").to_pylist()


def test_the_calendar_says_how_certain_each_event_is():
    icalendar = pytest.importorskip("icalendar")
    from atstake.publish.ics import calendar

    story = Story()
    written = calendar(story.evidence, story.resolution, story.run)
    events = icalendar.Calendar.from_ical(written).walk("VEVENT")
    assert [str(e["STATUS"]) for e in events] == ["CONFIRMED", "TENTATIVE"]
    assert [e.decoded("DTSTART").isoformat() for e in events] == ["2021-05-05", "2021-06-01"]
    assert events[1].decoded("DTEND").isoformat() == "2021-07-01"
    assert written == calendar(story.evidence, story.resolution, story.run)
    doubtful = tuple(replace(a, probability=0.25) for a in story.resolution.ahead)
    assert b"VEVENT" not in calendar(story.evidence, replace(story.resolution, ahead=doubtful), story.run)


@pytest.mark.parametrize("brief", [changed, hostile_brief])
def test_word_documents_open(brief):
    docx = pytest.importorskip("docx")
    from atstake.publish.docx import render

    written = render(brief())
    assert zipfile.ZipFile(io.BytesIO(written)).testzip() is None
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(written)).paragraphs)
    assert "Claims and counter-claims" in text
    assert "“Borland has denied this.”" in text or "window.hit" in text


def test_feeds_tell_each_change_once():
    brief = changed()
    items = ET.fromstring(feeds.rss(brief)).findall("channel/item")
    read = json.loads(feeds.jsonfeed(brief))["items"]
    assert len(items) == len(read) == len(brief.changes) > 3
    assert [i.findtext("guid") for i in items] == [i["id"] for i in read]
    assert items[0].findtext("title").startswith(("New: ", "Answered: ", "Revised: ", "Withdrawn: "))


def test_json_ld_has_claims_with_their_speakers_and_no_ratings():
    story = Story()
    data = article(compose(story.evidence, story.resolution, story.run))
    assert data["@type"] == "NewsArticle"
    assert {c["author"]["name"] for c in data["mentions"]} == {
        "Government of Arland",
        "Government of Borland",
    }
    assert "ClaimReview" not in json.dumps(data) and "reviewRating" not in json.dumps(data)
