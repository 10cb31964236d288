"""The story's centre is summed in one order, whatever the order in which a set of words comes."""

from __future__ import annotations

from atstake.resolve.central import Centre
from made_story import Story


def test_the_centre_is_in_the_order_of_its_words():
    centre = Centre(Story().evidence)
    words = list(centre._centre)
    assert len(words) > 50
    assert words == sorted(words)
