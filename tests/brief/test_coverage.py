"""The look-ups that the composing modules share."""

from atstake.brief.compose.coverage import Coverage
from atstake.model.claims import Resolution
from atstake.model.stages import Evidence


def test_how_central_words_are_does_not_hang_on_their_order():
    """A set's order is another one in each process, and 0.1 + 0.2 + 0.3 is not 0.3 + 0.2 + 0.1."""
    coverage = Coverage(Evidence({}, {}), Resolution())
    coverage.shared = {"dam": 0.1, "flood": 0.2, "talks": 0.3}
    assert coverage.centrality(("dam", "flood", "talks")) == coverage.centrality(("talks", "flood", "dam"))
