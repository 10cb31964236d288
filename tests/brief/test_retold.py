"""What a new text tells again."""

from tests.brief.test_to_the_point import ABOUT, NEXT, three

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.retold import Retold
from atstake.model.annotations import Annotations
from atstake.model.claims import Resolution
from atstake.model.stages import Evidence


def retold(older):
    paper = three()
    paper.found["d1"] = Annotations("d1")
    return paper, Retold(Coverage(Evidence(paper.documents, paper.found), Resolution()), older)


def test_an_older_text_in_which_no_sentence_was_found_has_told_nothing():
    paper, old = retold(["d1"])
    assert not old.is_said(paper.t(ABOUT))


def test_a_text_tells_again_what_an_older_one_said():
    paper, old = retold(["d0"])
    assert old.is_said(paper.t(ABOUT))
    assert not old.is_said(paper.t(NEXT))
