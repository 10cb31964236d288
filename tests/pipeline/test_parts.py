"""A large dossier is resolved by neighbourhoods: in any order the same, under editors' judgements, kill-safe.

What is large is made small here: three stories of a few sentences are many.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atstake.config import Settings
from atstake.model.provenance import Judgement, Run
from atstake.model.text import Document, Span, Target
from atstake.pipeline import Story, filling, parts
from atstake.resolve import neighbours
from atstake.store import Dossier

RUN = Run("run-1", "1")
TEXTS = {
    "dam-1": "Dam opens\n\n"
    "Minister Anna Weil opened the Tess dam in Arland on Monday. Ivo Brandt accused Anna Weil of "
    "opening the gates of the Tess dam at night. Anna Weil denied opening the gates at night.",
    "dam-2": "Gates\n\n"
    "Anna Weil said that the gates of the Tess dam in Arland were never opened at night. Ivo "
    "Brandt, the mayor of Port Sel, said that 12 people were killed when the Tess broke its "
    "banks.",
    "dam-3": "Flood\n\n"
    "At least 30 people were killed when the Tess broke its banks below the Tess dam in Arland, "
    "Ivo Brandt said. Anna Weil rejected the accusation of Ivo Brandt.",
    "strike-1": "Cranes\n\n"
    "Marta Hale of the Dockers Union accused the Ansel Port Authority of switching off the alarms "
    "of the cranes. The Ansel Port Authority denied the accusation.",
    "strike-2": "Cranes still\n\n"
    "The Dockers Union will strike until the alarms of the cranes at Ansel are on, Marta Hale "
    "said. The Ansel Port Authority denied that it had switched off the alarms of the cranes.",
    "strike-3": "Talks\n\n"
    "Marta Hale and the Ansel Port Authority will meet on Friday about the alarms of the cranes. "
    "Anna Weil said that the Dockers Union should end the strike at Ansel.",
    "zoo-1": "Bears\n\n"
    "Maria Voss, the director of the Orlin Zoo, said that two bears had left the Orlin Zoo. Jon "
    "Falk said that three bears had left it.",
    "zoo-2": "Bears back\n\n"
    "The bears are back in the Orlin Zoo, Maria Voss said on Sunday. Jon Falk called the words of "
    "Maria Voss absurd.",
}


@pytest.fixture(scope="module")
def read(models):
    """Each text as a document with its annotations."""
    reader = filling.Reader(Settings())
    documents = [
        Document(id, text, title=text.split("\n")[0], published="2021-05-04") for id, text in TEXTS.items()
    ]
    return {d.id: (d, reader(d)) for d in documents}


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """More than two documents are a large dossier, and three a neighbourhood."""
    monkeypatch.setattr(neighbours, "WHOLE", 2)
    monkeypatch.setattr(neighbours, "PART", 900)


def resolved(dossier):
    parts.refresh(dossier)
    return parts.union(dossier)


def opened(folder, read, order=TEXTS):
    dossier = Dossier.open(folder / "s.atstake", create=True)
    for id in order:
        dossier.add([read[id][0]], [read[id][1]], RUN)
    return dossier


@pytest.fixture
def dossier(tmp_path, read):
    with opened(tmp_path, read) as found:
        yield found


def groups(dossier):
    return [part.documents for part in parts.neighbourhoods(dossier)]


def test_stories_are_told_apart(dossier):
    assert parts.is_large(dossier) and len(parts.refresh(dossier)) == 3
    assert [{id.split("-")[0] for id in group} for group in groups(dossier)] == [{"dam"}, {"strike"}, {"zoo"}]
    assert parts.refresh(dossier) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=12)
@given(st.permutations(sorted(TEXTS)), st.sets(st.integers(0, len(TEXTS) - 1)))
def test_one_by_one_in_any_order_is_all_at_once(tmp_path_factory, read, order, stops):
    with opened(tmp_path_factory.mktemp("once"), read) as dossier:
        once, parted = resolved(dossier), groups(dossier)
    with Dossier.open(tmp_path_factory.mktemp("turn") / "s.atstake", create=True) as dossier:
        for number, id in enumerate(order):
            dossier.add([read[id][0]], [read[id][1]], RUN)
            if number in stops:
                parts.refresh(dossier)
        assert resolved(dossier) == once and groups(dossier) == parted
        assert dossier.parts() == {part.key for part in parts.neighbourhoods(dossier)}


def test_one_article_more_touches_its_own_neighbourhood_only(tmp_path, read):
    with opened(tmp_path, read, [id for id in TEXTS if id != "zoo-2"]) as dossier:
        parts.refresh(dossier)
        dossier.add([read["zoo-2"][0]], [read["zoo-2"][1]], RUN)
        assert len(parts.refresh(dossier)) == 1


def test_who_is_in_two_neighbourhoods_is_one_actor(dossier):
    found = resolved(dossier)
    (weil,) = [a for a in found.actors if a.name == "Anna Weil"]
    home = {m.id: d for d, a in dossier.annotations("mentions").items() for m in a.mentions}
    assert {home[m].split("-")[0] for m in weil.mentions} == {"dam", "strike"}
    known = {a.id for a in found.actors}
    assert {actor for _, actor in (*found.attributed, *found.mentioned)} <= known


def judged(dossier, verb, kind, *words, value=""):
    targets = []
    for id, quote in words:
        document = dossier.document(id)
        start = document.text.index(quote)
        targets.append(Target.of(document, Span(start, start + len(quote))))
    return dossier.judge(Judgement("", verb, kind, tuple(targets), value, "N.N."))


def undone(dossier, judgement):
    return dossier.judge(Judgement("", "undo", judgement.kind, (), "", "N.N.", undoes=judgement.id))


@pytest.mark.parametrize(
    ("verb", "kind", "words", "value"),
    [
        ("reject", "actor", [("dam-1", "Anna Weil")], ""),
        ("relabel", "actor", [("strike-3", "Anna Weil")], "A. Weil"),
        ("merge", "actor", [("zoo-1", "Maria Voss"), ("strike-1", "Marta Hale")], ""),
        ("split", "actor", [("dam-1", "Anna Weil"), ("strike-3", "Anna Weil")], ""),
    ],
)
def test_judgements_reach_every_neighbourhood_and_undone_leave_no_trace(dossier, verb, kind, words, value):
    before = resolved(dossier)
    made = judged(dossier, verb, kind, *words, value=value)
    after = resolved(dossier)
    assert after.orphans == ()
    called = [a.name for a in after.actors]
    if verb == "reject":
        assert "Anna Weil" not in called
    elif verb == "relabel":
        assert "A. Weil" in called and "Anna Weil" not in called
    elif verb == "merge":
        (one,) = [a for a in after.actors if {"Maria Voss", "Marta Hale"} <= {s.text for s in a.aliases}]
        assert sum(len(a.mentions) for a in before.actors if a.name in ("Maria Voss", "Marta Hale")) == len(
            one.mentions
        )
    else:
        assert called.count("Anna Weil") == 2
    undone(dossier, made)
    assert resolved(dossier) == before


def test_a_judgement_whose_words_are_gone_is_an_orphan_and_a_line_of_many_documents_is_none(dossier):
    lost = judged(dossier, "reject", "claim", ("dam-1", "Dam opens"))
    judged(dossier, "hide", "line", ("dam-1", "Anna Weil"), ("strike-3", "Anna Weil"))
    assert resolved(dossier).orphans == (lost.id,)


def test_private_documents_are_in_no_neighbourhood(dossier):
    before = resolved(dossier)
    made = judged(dossier, "withhold", "document", ("zoo-2", "Bears back"))
    found = resolved(dossier)
    assert "zoo-2" not in dict(found.origin_of) and "zoo-2" not in {
        id for group in groups(dossier) for id in group
    }
    undone(dossier, made)
    assert resolved(dossier) == before


def test_what_was_resolved_before_an_interrupt_is_not_resolved_again(dossier, monkeypatch):
    real, count = parts.resolve, 0

    def interrupted(evidence):
        nonlocal count
        count += 1
        if count == 2:
            raise KeyboardInterrupt
        return real(evidence)

    monkeypatch.setattr(parts, "resolve", interrupted)
    with pytest.raises(KeyboardInterrupt):
        parts.refresh(dossier)
    assert len(dossier.parts()) == 1
    assert len(parts.refresh(dossier)) == 2


def test_the_same_through_a_story(tmp_path, models, read):
    rows = tmp_path / "rows"
    rows.mkdir()
    for id, text in TEXTS.items():
        (rows / f"{id}.txt").write_text(text, encoding="utf8")
    with Story.open(tmp_path / "s.atstake") as made:
        made.add(rows)
        assert made.refresh() == 0
        found = made.resolve()
        brief = made.write(tmp_path / "b.html")
        assert brief.documents() and made.resolve() == found
        assert len(made.rebuild().new) == len(TEXTS) and made.resolve() == found
