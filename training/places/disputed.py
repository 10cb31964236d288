"""Areas whose belonging states dispute, drawn as such whatever the source file says.

Most are features or rings of the source; the rest are cut out of a country with a convex window, or, inland,
drawn by hand from general knowledge to about 0.1 degree: good enough to hatch on a news map, no more.
"""

from __future__ import annotations

Point = tuple[float, float]

# Features of the source that become disputed areas, by its code.
FEATURES = {
    "PSE": "Palestinian territories",
    "TWN": "Taiwan",
    "ESH": "Western Sahara",
    "XKX": "Kosovo",
    "CYN": "Northern Cyprus",
    "SOL": "Somaliland",
    "KAS": "Siachen Glacier",
    "FLK": "Falkland Islands",
}

# Rings of a country that lie wholly in a box (west, south, east, north).
RINGS = {"Southern Kuril Islands": ("RUS", (145.2, 43.2, 149.0, 45.7))}

# Convex windows, counter-clockwise, that cut an area out of a country along its own coast and borders.
WINDOWS: dict[str, tuple[str, list[Point]]] = {
    "Crimea": (
        "UKR",
        [(32.3, 44.2), (36.75, 44.2), (36.75, 45.5), (34.9, 46.0), (33.65, 46.2), (32.3, 45.8)],
    ),
    "Abkhazia": (
        "GEO",
        [(39.5, 42.2), (41.55, 42.38), (41.9, 42.7), (42.1, 43.15), (42.3, 44.0), (39.5, 44.0)],
    ),
    "South Ossetia": (
        "GEO",
        [(43.4, 42.9), (43.45, 42.35), (43.75, 42.1), (44.35, 42.05), (44.75, 42.3), (44.75, 42.9)],
    ),
    "Hala'ib Triangle": ("EGY", [(34.1, 21.9), (37.2, 21.9), (37.2, 23.2), (35.5, 23.2)]),
}

# By hand.
OUTLINES: dict[str, list[Point]] = {
    "Golan Heights": [
        (35.75, 33.32), (35.82, 33.30), (35.88, 33.10), (35.87, 32.95), (35.80, 32.75), (35.65, 32.69),
        (35.64, 32.85), (35.62, 33.00), (35.63, 33.15), (35.66, 33.26),
    ],
    "Transnistria": [
        (28.45, 48.15), (28.95, 47.75), (29.13, 47.30), (29.20, 47.10), (29.45, 46.83), (29.65, 46.50),
        (29.95, 46.40), (29.95, 46.82), (29.60, 47.10), (29.55, 47.30), (29.20, 47.45), (29.15, 47.75),
        (29.20, 47.92), (28.90, 48.00), (28.60, 48.17),
    ],
    "Kashmir": [
        (74.10, 32.80), (73.60, 33.10), (73.45, 34.30), (73.00, 35.00), (72.55, 36.00), (72.60, 36.60),
        (74.00, 36.90), (75.00, 37.05), (75.90, 36.60), (76.90, 36.00), (77.80, 35.50), (78.50, 35.90),
        (79.50, 35.90), (80.20, 35.40), (80.20, 34.80), (79.50, 34.40), (78.90, 33.90), (78.90, 33.30),
        (79.40, 32.70), (78.70, 32.60), (77.90, 32.80), (76.80, 33.20), (76.00, 32.70), (75.60, 32.35),
        (74.70, 32.50),
    ],
}  # fmt: skip

CODES = {"Palestinian territories": "PSE", "Taiwan": "TWN", "Western Sahara": "ESH", "Kosovo": "XKX"}
"""Those with an ISO 3166 code of their own (XKX is user-assigned): a place in them has that one."""
