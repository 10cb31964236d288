"""Two batches on a strike at a port, written for this test: six planted changes, and a reworded copy."""

from __future__ import annotations

import json

import pytest

from atstake.pipeline import Story

_FIRST = {
    "quay": (
        "Quay Courier",
        "2022-03-07",
        "Crane drivers walk out at Port Ansel",
        "Crane drivers at Port Ansel stopped work on Monday over pay and safety.\n\n"
        "The Dockers' Union accused the Ansel Port Authority of switching off the alarms on two cranes "
        "in February. "
        "The authority did not answer questions on Monday.\n\n"
        "At least 12 ships were waiting outside the harbour, the Ansel Port Authority said.\n\n"
        "Union leader Marta Hale said that the crane on pier four had been declared unsafe by inspectors.\n\n"
        "A round of pay talks is scheduled for 14 March. A public hearing in the town hall is to take "
        "place on "
        "17 March.\n",
    ),
    "ledger": (
        "Ansel Ledger",
        "2022-03-08",
        "Ships pile up outside harbour as strike goes on",
        "The strike of the crane drivers at Port Ansel went into its second day on Tuesday.\n\n"
        "“We will not lift another box until the alarms are back on,” said Marta Hale, who leads the "
        "Dockers' Union.\n\n"
        "Two freight lines said that they would send their ships to other harbours from Thursday. "
        "Grain prices "
        "in the region have gone up by a tenth.\n\n"
        "Mayor Ivo Sten asked both sides to meet before the weekend. He said that the town could not live "
        "without its harbour.\n",
    ),
}
_SECOND = {
    "denial": (
        "Quay Courier",
        "2022-03-10",
        "Port authority denies that crane alarms were switched off",
        "The Ansel Port Authority denied on Thursday that it had switched off the alarms on two cranes "
        "in February.\n\n"
        "The Ansel Port Authority said that 19 ships were now waiting outside the harbour.\n",
    ),
    "claims": (
        "Ansel Ledger",
        "2022-03-10",
        "Union withdraws claim about pier four",
        "Marta Hale withdrew her claim that inspectors had declared the crane on pier four unsafe. “I "
        "was given "
        "the wrong report,” she said.\n\n"
        "Mayor Ivo Sten accused the freight lines of using the strike to raise their prices.\n",
    ),
    "dates": (
        "Harbour Post",
        "2022-03-10",
        "Pay talks put back, hearing called off",
        "The pay talks have been put off until 21 March, the Ansel Port Authority said on Thursday.\n\n"
        "The public hearing in the town hall on 17 March has been cancelled.\n",
    ),
    "mirror": (
        "Coast Mirror",
        "2022-03-10",
        "Second day of strike at Port Ansel",
        "On Tuesday the crane drivers' strike at Port Ansel entered a second day.\n\n"
        "Marta Hale, leader of the Dockers' Union, said: “We will not lift another box until the alarms are "
        "back on.”\n\n"
        "From Thursday two freight lines would send ships to other harbours, they said. In the region "
        "grain has "
        "gone up in price by a tenth.\n\n"
        "The mayor, Ivo Sten, asked that both sides meet before the weekend; the town, he said, could "
        "not live "
        "without its harbour.\n",
    ),
}


def _written(batch, path):
    rows = [
        {"id": id, "outlet": outlet, "date": date, "title": title, "text": text}
        for id, (outlet, date, title, text) in batch.items()
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
    return path


@pytest.fixture(scope="module")
def changes(models, tmp_path_factory):
    folder = tmp_path_factory.mktemp("port")
    with Story.open(folder / "port.atstake") as story:
        story.add(_written(_FIRST, folder / "first.jsonl"))
        story.write(folder / "page.html")
        story.add(_written(_SECOND, folder / "second.jsonl"))
        return story.changes().changes.items


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        ({"answered"}, "denied on Thursday that it had switched off the alarms"),
        ({"revised"}, "19 ships were now waiting"),
        ({"withdrawn"}, "withdrew her claim"),
        ({"new"}, "accused the freight lines of using the strike"),
        ({"revised"}, "have been put off until 21 March"),
        ({"withdrawn"}, "has been cancelled"),
    ],
)
def test_each_planted_change_is_told_as_what_it_is(changes, kinds, words):
    told = [c.kind for c in changes if any(words in q.target.quote for q in c.line.quotes)]
    assert set(told) == kinds, [(c.kind, c.line.quotes[0].target.quote) for c in changes]


def test_a_reworded_copy_changes_nothing(changes):
    assert [
        c.line.quotes[0].target.quote for c in changes if c.line.quotes[0].target.document == "mirror"
    ] == []
