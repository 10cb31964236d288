"""What a description says about how readily a stretch begins."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from atstake.extract.attributions.decode import Settings, begins, decode
from atstake.extract.attributions.tags import OUTPUTS, TAG_IDS
from atstake.extract.encode import Encoded, Encoder
from atstake.extract.windows import words_of


@pytest.mark.parametrize(
    ("told", "meant"), [(-0.25, (-0.25, -0.25, -0.25)), ([0, -0.25, -0.75], (0.0, -0.25, -0.75))]
)
def test_one_shift_for_all_roles_or_one_for_each(
    told: float | list[float], meant: tuple[float, float, float]
) -> None:
    assert begins(told) == meant


def test_a_content_breaks_in_two_less_readily_where_its_own_begin_is_shifted() -> None:
    tags = ["B-source", "B-cue", "B-content", "I-content", "B-content", "I-content"]
    words = words_of("Koro said boats left harbours early")
    columns = np.zeros((len(words), OUTPUTS), np.float32)
    columns[np.arange(len(tags)), [TAG_IDS[tag] for tag in tags]] = 5
    columns[4, TAG_IDS["I-content"]] = 4.5
    encoded = Encoded(words, columns, np.zeros(len(words), np.int64))
    settings = replace(Settings.read(Encoder("best").description), outside=0.0, calibration=None)
    split, whole = (
        decode(encoded, replace(settings, begin=(0.0, 0.0, content)))[0].content for content in (0.0, -0.75)
    )
    assert split == [(2, 4), (4, 6)]
    assert whole == [(2, 6)]
