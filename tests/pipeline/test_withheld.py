"""Private documents and protected names are in no output: every form is searched for them."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from atstake.cli.asking import _FORMATS
from atstake.pipeline import Story, forms, writing

PRIVATE, OUTLET = "sample-strike-1", "Sample Observer"
NAME = ("Irina", "Volkova")
WORDS = 8


@pytest.fixture
def withheld(dossier):
    """The sample's dossier with one private article and one protected name."""
    with Story.open(dossier) as story:
        story.review("withhold", [PRIVATE], by="N.N.")
        story.review("redact", ["Irina Volkova"], by="N.N.")
        yield story


@pytest.fixture
def outputs(withheld, tmp_path):
    """All that can be written, as text by name."""
    found = {}
    for form in (*_FORMATS, "brief"):
        place = tmp_path / f"out.{form}"
        withheld.export(form, place)
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            found[str(path.relative_to(tmp_path))] = _text(path)
    withheld.write(tmp_path / "page.html")
    found["page"] = _text(tmp_path / "page.html")
    for ending in ("html", "md", "json", "txt"):
        place = tmp_path / f"actor.{ending}"
        withheld.write_actor("Daniel Arden", place)
        found[place.name] = _text(place)
    withheld.attributions(tmp_path / "attributions.html")
    found["attributions"] = _text(tmp_path / "attributions.html")
    brief = withheld.brief(since="2000-01-01")
    found |= {f"changes.{form}": writing.changes(brief, form) for form in ("text", "rss", "jsonfeed")}
    found |= {"summary": writing.summary(brief), "show": writing.contents(withheld.dossier)}
    return found


def _text(path: Path) -> str:
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as packed:
            return "\n".join(packed.read(n).decode("utf8") for n in packed.namelist() if n.endswith(".xml"))
    if path.suffix == ".parquet":
        import pyarrow.parquet as parquet

        return str(parquet.read_table(path).to_pylist())
    return path.read_text(encoding="utf8")


def _runs(text: str) -> set[str]:
    words = re.findall(r"\w+", text.casefold())
    return {" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1)}


def test_a_protected_name_is_in_no_output(outputs):
    assert len(outputs) > 20
    for part in NAME:
        assert [name for name, text in outputs.items() if part.casefold() in text.casefold()] == []
    assert "[name withheld]" in outputs["page"] and "\\[name withheld\\]" in outputs["out.md"]


def test_a_private_document_is_in_no_output(withheld, outputs):
    documents = withheld.dossier.documents()
    own = _runs(documents[PRIVATE].text)
    for other in documents.values():
        if other.id != PRIVATE:
            own -= _runs(other.text)
    assert len(own) > 50
    for name, text in outputs.items():
        assert PRIVATE not in text and documents[PRIVATE].title not in text, name
        bare = re.sub(r'<[^>]+>|"\w+":', " ", text)
        assert (name, own & _runs(bare)) == (name, set())
    assert withheld.search('"Tel Ramad"') and all(
        h.document != PRIVATE for h in withheld.search('"Tel Ramad"')
    )


def test_what_is_written_still_stands_in_its_text(withheld):
    made = withheld._made()
    assert made.brief.documents().keys() == made.evidence.documents.keys()
    for found in made.evidence.annotations.values():
        for m in found.mentions:
            text = made.evidence.documents[m.target.document].text
            assert all(
                text[s.start : s.end] == q for s, q in zip(m.target.spans, m.target.quotes, strict=True)
            )


def test_undone_they_are_back(withheld, tmp_path):
    for _ in range(2):
        withheld.review("undo", ["last"], by="N.N.")
    withheld.export("md", tmp_path / "out.md")
    assert "Volkova" in (tmp_path / "out.md").read_text(encoding="utf8")
    assert PRIVATE in {d for d in withheld.brief().documents()}


def test_what_is_added_as_private_never_was_public(dossier, tmp_path):
    secret = tmp_path / "interview.txt"
    secret.write_text(
        "The harbour master said the crane had been unsafe since the spring.\n", encoding="utf8"
    )
    with Story.open(dossier) as story:
        (new,) = story.add(secret, private="N.N.").new
        assert new not in story.brief().documents()
        assert "harbour" not in str(forms.written("json", story._made()))
        assert "1 private" in writing.contents(story.dossier)
