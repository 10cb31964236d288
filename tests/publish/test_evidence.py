import json

import jsonschema

from atstake.model.claims import Resolution
from atstake.model.provenance import Run
from atstake.model.stages import Evidence
from atstake.publish.evidence import evidence_file, schema
from made_story import POST, WIRE, Story


def made(**options):
    story = Story()
    return evidence_file(story.evidence, story.resolution, story.run, **options)


def test_it_is_valid_against_the_shipped_schema():
    jsonschema.Draft202012Validator.check_schema(schema())
    for written in (made(), made(text=False)):
        jsonschema.validate(json.loads(json.dumps(written)), schema())


def test_every_target_stands_in_the_text_of_its_document():
    written = made()
    texts = {d["id"]: d["text"] for d in written["documents"]}
    targets = [d[k] for d in written["disputes"] for k in ("a", "b")]
    targets += [x["target"] for k in ("figures", "upcoming", "events", "positions") for x in written[k]]
    assert targets
    for t in targets:
        assert texts[t["doc"]][t["start"] : t["end"]] == t["quote"]
    mentions = [m for a in written["actors"] for m in a["mentions"]]
    assert all(texts[m["doc"]][m["start"] : m["end"]] == m["text"] for m in mentions)


def test_what_a_post_says_is_given_once_in_the_coordinates_of_the_article():
    written = made()
    (figure,) = [f for f in written["figures"] if f["kind"] == "missing"]
    assert figure["target"]["doc"] == "wire-1"
    assert figure["target"]["start"] == WIRE.index(POST)
    (said,) = [a for a in written["attributions"] if a["actor"] == "harbour"]
    assert (said["doc"], said["content"]) == ("wire-1", [[WIRE.index(POST), WIRE.index(POST) + len(POST)]])


def test_numbers_are_whole_and_open_ends_null():
    (figure,) = [f for f in made()["figures"] if f["low"] == 30 and f["target"]["doc"] == "wire-1"]
    assert json.dumps([figure["low"], figure["high"]]) == "[30, null]"
    assert figure["attributed_to"] == "arland"


def test_no_text_leaves_texts_out_and_clips_quotes():
    written = made(text=False)
    assert all("text" not in d for d in written["documents"])
    assert max(len(d[k]["quote"]) for d in written["disputes"] for k in ("a", "b")) <= 280


def test_an_empty_dossier_is_a_valid_file():
    jsonschema.validate(evidence_file(Evidence({}, {}), Resolution(), Run("r", "0")), schema())
