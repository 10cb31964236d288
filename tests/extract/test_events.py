"""Events on sentences written for these tests."""

import json
from dataclasses import replace

import pytest

from atstake.errors import ModelError
from atstake.extract.events import EventExtractor, coder
from atstake.extract.events.features import BLOCKS, features
from atstake.extract.events.modes import mode_of
from atstake.extract.mentions import Mentions
from atstake.extract.parse import Parser
from atstake.extract.times import Times
from atstake.facts import cameo
from atstake.model.annotations import Annotations, TimeExpression
from atstake.model.text import Document, Span


@pytest.fixture(scope="module")
def parser():
    return Parser()


def events(parser, text):
    reading = parser(Document(id="d", text=text, published="2021-05-04"))
    found = Mentions()(reading, Annotations("d"))
    words = {m.id: m.target.quote for m in found.mentions}
    made = EventExtractor()(reading, found).events
    assert all(text[e.trigger.start : e.trigger.end] for e in made)
    return [(e.event_type, words.get(e.actor), words.get(e.recipient)) for e in made]


def test_actor_and_recipient_of_an_active_verb(parser):
    assert ("ACCUSE", "France", "Germany") in events(parser, "France accused Germany of breaking the treaty.")


def test_the_agent_of_a_passive_verb_is_the_actor(parser):
    found = events(parser, "Dozens of protesters were arrested by the police in the capital.")
    assert [(root, actor) for root, actor, _ in found] == [("COERCE", "the police")]


@pytest.mark.parametrize(
    "text",
    [
        "France will accuse Germany of breaking the treaty.",
        "France has not accused Germany of anything.",
        "If France accused Germany, talks would end.",
        "France may attack Germany.",
        "France said Germany was large.",
    ],
)
def test_what_did_not_happen_is_no_event(parser, text):
    assert events(parser, text) == []


def test_modes_only_where_the_words_name_one():
    assert mode_of("ASSAULT", "jets carried out air strikes") == "heavy-weapons"
    assert mode_of("COERCE", "police arrested him") == "arrest"
    assert mode_of("ASSAULT", "they killed two men") is None
    assert mode_of("AGREE", "they agreed") is None


def test_features_have_the_blocks_of_the_coder(parser):
    text = "France accused Germany of breaking the treaty."
    reading = parser(Document(id="d", text=text))
    found = features(reading, reading.sentences[0], Span(0, 6), Span(15, 22))
    assert tuple(found) == BLOCKS
    assert "n:SRC_accuse" in found["words"]
    assert "gcam:ACCUSE" in found["lexicon"]


def test_probabilities_sum_to_one_and_nothing_known_is_no_error():
    scores = coder.load().scores({"words": ["n:zzz"], "syntax": [], "lexicon": []})
    assert sum(scores.values()) == pytest.approx(1)
    assert set(scores) == set(coder.load().roots)


def test_the_lexicon_reads_words_around_a_verb():
    assert cameo.root_of("accused", "accuse") == "ACCUSE"
    assert cameo.root_of("zzz") == ""
    assert cameo.matched(("zzz",), "", "") == ""


def test_other_weights_than_the_cards_are_refused(monkeypatch, tmp_path):
    folder = tmp_path / "weights"
    folder.mkdir()
    (folder / "coder.json").write_text(json.dumps({"sha256": "0", "roots": [], "scale": {}}))
    (folder / "coder.npz").write_bytes(b"nothing")
    monkeypatch.setattr(coder, "files", lambda package: tmp_path)
    coder.load.cache_clear()
    with pytest.raises(ModelError):
        coder.load()
    monkeypatch.undo()
    coder.load.cache_clear()


def test_a_time_of_telling_dates_no_event_told(parser):
    text = "An official told reporters on Monday that the rebels killed two villagers."
    reading = parser(Document(id="d", text=text, published="2021-05-04"))
    found = Mentions()(reading, Annotations("d"))
    at = text.index("Monday")
    monday = TimeExpression(
        "t",
        reading.target(Span(at, at + 6)),
        "DATE",
        "2021-05-03",
        earliest="2021-05-03",
        latest="2021-05-03",
    )
    made = EventExtractor()(reading, replace(found, times=(monday,))).events
    killed = [e for e in made if text[e.trigger.start : e.trigger.end] == "killed"]
    assert killed
    assert all(e.earliest is None for e in killed)


def test_the_tally_of_a_war_is_no_event(parser):
    assert events(parser, "More than 900 civilians have been killed since the war began in March.") == []


def dated(parser, text):
    reading = parser(Document(id="d", text=text, published="2021-05-04"))
    found = Mentions()(reading, Annotations("d"))
    found = found.merged(Times()(reading, found))
    words = {m.id: m.target.quote for m in found.mentions}
    made = EventExtractor()(reading, found).events
    return [(e.event_type, words.get(e.actor), words.get(e.recipient), e.earliest) for e in made]


def test_a_noun_with_a_day_of_its_own_tells_an_event(parser):
    found = dated(parser, "The army's attack on the rebels on 3 May frightened the village.")
    assert ("ASSAULT", "The army", "the rebels", "2021-05-03") in found


@pytest.mark.parametrize(
    "text",
    [
        "Witnesses described the raid by the army on the village.",
        "The raid by the army next week worries them.",
        "Witnesses feared attacks last year.",
        "The army denied the raid of 3 May on the rebels.",
    ],
)
def test_a_noun_without_a_day_or_a_party_tells_none(parser, text):
    assert dated(parser, text) == []


def test_those_who_met_are_coded_each_with_each(parser):
    found = events(parser, "France, Germany and Poland met on Monday.")
    pairs = {(a, b) for root, a, b in found if root == "CONSULT"}
    assert {("France", "Germany"), ("Germany", "France"), ("Poland", "France")} <= pairs
