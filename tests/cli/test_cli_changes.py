"""What the second batch of the sample changes, told against the first."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest


@pytest.fixture
def grown(atstake, dossier, sample):
    """The dossier with the second batch added, nothing published since."""
    done = atstake("add", dossier, sample / "second")
    assert done.code == 0 and "5 documents new, 0 known" in done.out
    return dossier


def test_changes_stand_on_the_new_documents_alone(atstake, grown, tmp_path):
    done = atstake("changes", grown)
    assert done.code == 0 and done.out.strip() != "nothing changed"
    assert atstake("brief", tmp_path / "none.txt", "-o", "x.json", "--dossier", grown).code == 1
    changes = json.loads((tmp_path / "x.json").read_text())["brief"]["changes"]["items"]
    new = {"sample-bridge", "sample-convoys", "sample-strike-3", "sample-calendar", "sample-mirror"}
    assert changes
    for change in changes:
        assert change["kind"] in ("new", "answered", "revised", "withdrawn")
        assert {p["target"]["document"] for p in change["line"]["parts"] if "target" in p} <= new


def test_changes_as_feeds(atstake, grown):
    assert ElementTree.fromstring(atstake("changes", grown, "--format", "rss").out).tag == "rss"
    assert json.loads(atstake("changes", grown, "--format", "jsonfeed").out)["items"]


def test_nothing_new_is_no_change(atstake, dossier):
    assert atstake("changes", dossier).out.strip() == "nothing changed"


def test_since(atstake, grown):
    before_all = atstake("changes", grown, "--since", "2001-01-01")
    assert before_all.code == 0 and before_all.out != atstake("changes", grown).out
    assert before_all.out.strip() != "nothing changed"
    assert atstake("changes", grown, "--since", "2999-01-01").out == atstake("changes", grown).out
    atstake("changes", grown, "--since", "yesterday-ish").says(2, "yesterday-ish", "2015-12-14")
