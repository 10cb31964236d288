"""Weights of eight bits whose products no processor cuts off.

x86 without VNNI multiplies activations of 0 to 255 with weights of -127 to 127 and adds two neighbours'
products in 16 bits, where they are cut off. Two neighbours of one sign that make at most 128 never are:
255 times 128 is 32,640. So a column's scale is set by its largest pair; to halve all weights would
make more than four times the squared error.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
LARGEST = 127
PAIR = 128
"""What two neighbours of one sign may make together."""
LEAST = 1e-8


def rounded_columns(weight: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Weights [inputs, outputs] as int8 with a scale for each column."""
    scales = (np.maximum(_together(weight), LEAST) / LARGEST).astype(np.float32)
    rounded = np.round(weight / scales).astype(np.int8)
    assert _together(rounded.astype(np.float32)).max(initial=0) <= PAIR
    return rounded, scales


def _together(weight: Floats) -> Floats:
    """What the largest two neighbours of one sign make in each column, or the largest by itself."""
    first, second = weight[0::2], weight[1::2]
    alone = np.maximum(np.abs(first), np.abs(second))
    made: Floats = np.where(first * second > 0, np.abs(first + second), alone).max(0)
    return made
