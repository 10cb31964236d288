"""What a new text tells again."""

from tests.brief.test_to_the_point import ABOUT, NEXT, three

from atstake.brief.compose.coverage import Coverage
from atstake.brief.compose.retold import Retold
from atstake.model.annotations import Annotations
from atstake.model.claims import Resolution
from atstake.model.stages import Evidence
from made_documents import at


def retold(older, *more, bare=()):
    paper = three(*more)
    for document in bare:
        paper.found[document] = Annotations(document)
    return paper.documents, Retold(Coverage(Evidence(paper.documents, paper.found), Resolution()), older)


def test_an_older_text_in_which_no_sentence_was_found_has_told_nothing():
    documents, old = retold(["d1"], bare=["d1"])
    assert not old.is_said(at(documents["d0"], ABOUT))


def test_a_text_tells_again_what_an_older_one_said():
    documents, old = retold(["d0"], NEXT)
    assert old.is_said(at(documents["d1"], NEXT))
    documents, old = retold(["d0"])
    assert not old.is_said(at(documents["d1"], NEXT))
