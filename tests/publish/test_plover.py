import json

from atstake.model.annotations import Annotations, Event
from atstake.model.claims import Actor, Happening, Place, Resolution
from atstake.model.provenance import Run
from atstake.model.stages import Evidence
from atstake.model.text import Document, Span, Target
from atstake.publish.plover import records

TEXT = "Rebels shelled the harbour of Halden on Saturday."
POST = Document(id="p", text=TEXT, parent="d", parent_span=Span(10, 10 + len(TEXT)), kind="post")
DOCUMENT = Document(
    id="d", text="A headline" + TEXT, published="2021-05-02", publisher="The Daily", url="https://x"
)
RUN = Run("run-1", "1.0")


def story(**changes):
    target = Target.of(POST, Span(0, len(TEXT)))
    event = Event("e", target, Span(7, 14), "ASSAULT")
    happening = Happening(
        **(
            {
                "id": "h",
                "target": target,
                "event_type": "ASSAULT",
                "mode": "heavy-weapons",
                "actor": "a",
                "recipient": None,
                "place": "pl",
                "earliest": "2021-05-01",
                "latest": "2021-05-01",
                "events": ("e",),
                "origins": ("o",),
            }
            | changes
        )
    )
    evidence = Evidence({"d": DOCUMENT, "p": POST}, {"p": Annotations("p", events=(event,))})
    resolution = Resolution(
        actors=(Actor("a", "Halden rebels", "armed-group", country="NOR", sector="REB"),),
        places=(Place("pl", "Halden", 59.1, 11.4, "NOR"),),
        happenings=(happening,),
    )
    return list(records(evidence, resolution, RUN))


def test_fields_are_those_of_the_manual():
    (record,) = story()
    assert record["date"] == "2021-05-01"
    assert record["event"] == ["ASSAULT"]
    assert record["quad_code"] == 4
    assert record["source"][0]["code"] == "NOR"
    assert record["source"][0]["sector"] == "REB"
    assert record["recipient"] == []
    assert record["event_loc"]["cc3"] == "NOR"
    assert "comment" not in record
    assert json.loads(json.dumps(record)) == record


def test_spans_are_those_of_the_outermost_document():
    (record,) = story()
    told = record["tellings"][0]
    assert told["doc"] == "d"
    assert DOCUMENT.text[told["start"] : told["end"]] == told["quote"] == TEXT
    assert DOCUMENT.text[slice(*told["trigger"])] == "shelled"


def test_an_event_without_any_date_has_no_record():
    assert story(earliest=None, latest=None) == []


def test_an_interval_has_an_end():
    (record,) = story(latest="2021-05-03")
    assert record["enddate"] == "2021-05-03"
