"""A page leads with what is reported, not with what a writer argues or judges."""

from dataclasses import replace

import pytest
from tests.brief.test_lines import Paper as OneText
from tests.brief.test_to_the_point import NEXT, Paper, three, words
from tests.brief.test_worth_its_place import people

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.likeness import Seen
from atstake.brief.compose.opening.articles import is_column
from atstake.brief.compose.opening.leads import _weight
from atstake.brief.compose.opening.title import titled_by
from atstake.brief.compose.why import reasons
from atstake.model.annotations import Attribution
from atstake.model.claims import Actor, Reason, Resolution
from atstake.model.stages import Evidence

POINTS = (
    "We have seen this before on the Halden quay.",
    "Who believes the harbour council now?",
    "Of course the ferry was old.",
    "The council should be ashamed of the harbour.",
)
FACTS = tuple(f"The ferry of Halden burned for {n} hours." for n in range(2, 8))


def coverage_of(paper: Paper) -> Coverage:
    return Coverage(Evidence(paper.documents, paper.found), Resolution())


def told_by_others(paper: Paper, *told: str) -> None:
    for n, sentence in enumerate(told):
        paper.add(sentence, attributions=(Attribution(f"a{n}", paper.t(sentence)),))


def test_a_text_that_argues_more_than_it_reports_is_a_column():
    paper = Paper([*FACTS, *POINTS])
    told_by_others(paper, *FACTS[:4])
    assert is_column(coverage_of(paper), paper.documents["d0"])
    paper = Paper([*FACTS, *(f"“{p}”" for p in POINTS)])
    told_by_others(paper, *FACTS[:4])
    assert not is_column(coverage_of(paper), paper.documents["d0"])


@pytest.mark.parametrize(
    ("outlet", "title", "authors", "column"),
    [
        ("Guest Writer - Harbour", "The ferry is lost", (), True),
        ("Halden Echo - Opinion", "The ferry is lost", (), True),
        ("Halden Echo", "HOLM: The ferry is lost", ("Ida Holm",), True),
        ("Halden Echo", "Analysis: The ferry is lost", (), True),
        ("Halden Echo", "WATCH: The ferry is lost", ("Ida Holm",), False),
        ("Halden Echo", "The ferry is lost", ("Ida Holm",), False),
    ],
)
def test_a_desk_of_opinion_or_a_byline_in_the_headline_tells_a_column(outlet, title, authors, column):
    paper = Paper(FACTS)
    told_by_others(paper, *FACTS)
    document = replace(paper.documents["d0"], publisher=outlet, title=title, authors=authors)
    paper.documents["d0"] = document
    assert is_column(coverage_of(paper), document) is column


@pytest.mark.parametrize("word", ["shut", "is likely to shut", "has brilliantly shut", "has hardly shut"])
def test_what_a_writer_judges_or_expects_weighs_less(word: str):
    plain = "The council of Halden closed the harbour and the quay after the ferry fire."
    other = f"The council of Halden {word} the harbour and the quay after the ferry fire."
    coverage = coverage_of(Paper([plain, other], [NEXT]))
    first, second = coverage.statements("d0")
    weights = [_weight(coverage, s, coverage.shared) for s in (first, second)]
    assert (weights[1] < 0.7 * weights[0]) is (word != "shut")


def test_which_move_came_is_told_before():
    plain = "The council of Halden closed the harbour and the quay after the ferry fire."
    leans = "The sudden move came after the ferry fire on the quay and in the harbour of Halden."
    coverage = coverage_of(Paper([plain, leans], [NEXT]))
    first, second = coverage.statements("d0")
    weights = [_weight(coverage, s, coverage.shared) for s in (first, second)]
    assert weights[1] < 0.3 * weights[0]


def test_a_headline_that_judges_is_no_title():
    paper = three()
    titles = (
        "A disastrous day for the Halden ferry council",
        "Halden council shuts harbour after ferry fire",
    )
    for n, title in enumerate(titles):
        paper.documents[f"d{n}"] = replace(paper.documents[f"d{n}"], title=title, published="2021-05-01")
    best = titled_by(coverage_of(paper))
    assert best is not None and best.title == titles[1]


def test_what_a_writer_judges_is_no_reason():
    plain = "Talks in Halden harbour came in the wake of the ferry fire."
    judged = "Talks in the Halden council came in the wake of the shameful ferry fire."
    paper = three(plain, judged, own=True)
    given = tuple(Reason(f"r{n}", paper.t(w), None, ("d0",)) for n, w in enumerate((judged, plain)))
    coverage = Coverage(Evidence(paper.documents, paper.found), Resolution(reasons=given))
    assert words(reasons(coverage, Seen())) == [plain]


def test_nobody_elses_quotation_is_taken_in_before_what_somebody_denies():
    paper = OneText("“I could sail tomorrow,” Weil said.", "Brandt denies it.")
    paper.mention("Weil", "weil", "name")
    paper.mention("Brandt", "brandt", "name")
    paper.attribute("Weil", "said", "“I could sail tomorrow,”", "weil", "direct")
    paper.attribute("Brandt", "denies", "it", "brandt")
    assert paper.line("Brandt denies it.", speaker="brandt") is None


def test_the_lawmakers_of_a_state_are_no_party():
    told = "Chilean lawmakers spoke of the ferry fire in the harbour."
    other = "Anna Weil spoke of the ferry fire in the council."
    paper = three(told, other)
    found = people(
        paper,
        (Actor("c", "Chilean lawmakers", "organisation"), told),
        (Actor("w", "Anna Weil", "person"), other),
    )
    found["mentioned"] = ()
    assert [p.name for p in paper.brief(**found).who] == ["Anna Weil"]
