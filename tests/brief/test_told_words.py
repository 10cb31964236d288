"""Which of somebody's attributions a card shows as what they say."""

import pytest
from tests.brief.test_to_the_point import three

from atstake.brief.compose.who import _tells_words
from atstake.model.annotations import Act, Attribution
from made_documents import at


@pytest.mark.parametrize(
    ("cue", "act", "tells"),
    [
        ("signed", "other", False),
        ("filed", "other", False),
        ("did not say", "other", True),
        ("said", "says", True),
        ("signed", "agrees", True),
    ],
)
def test_a_deed_is_not_what_somebody_says(cue: str, act: Act, tells: bool):
    told = f"Anna Weil {cue} the bill on the Halden ferries in the harbour."
    paper = three(told)
    document = paper.documents["d0"]
    said = Attribution("a", at(document, "the bill on the Halden ferries"), cue=at(document, cue), act=act)
    assert _tells_words(said) is tells
