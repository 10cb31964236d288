"""Units of figures: percent, and currencies by ISO 4217 code, with the signs and names of news text."""

from __future__ import annotations

import re

PERCENT = re.compile(r"[\ -]?(?:%|per[\ -]?cent(?:age)?\b|pct\b|percentage)(?:[\ -]points?)?", re.IGNORECASE)

_SIGNS = {
    "US$": "USD",
    "US $": "USD", "$US": "USD", "$A": "AUD", "HK $": "HKD", "RM": "MYR",
    "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD",
    "S$": "SGD", "NT$": "TWD", "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₴": "UAH", "USD": "USD", "EUR": "EUR", "GBP": "GBP",
    "RMB": "CNY", "CNY": "CNY", "Rs": "INR", "Rs.": "INR",
}  # fmt: skip
_NAMES = {
    "australian dollar": "AUD", "canadian dollar": "CAD", "hong kong dollar": "HKD",
    "singapore dollar": "SGD",
    "u.s. dollar": "USD", "us dollar": "USD", "american dollar": "USD", "dollar": "USD", "cent": "USD",
    "buck": "USD", "euro": "EUR", "pound": "GBP", "british pound": "GBP", "syrian pound": "SYP",
    "egyptian pound": "EGP", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "rouble": "RUB", "ruble": "RUB",
    "rupee": "INR", "swiss franc": "CHF", "franc": "CHF", "riyal": "SAR", "rial": "IRR", "dirham": "AED",
    "shekel": "ILS", "lira": "TRY", "hryvnia": "UAH", "peso": "MXN", "real": "BRL", "rand": "ZAR",
    "danish crown": "DKK", "swedish crown": "SEK", "krone": "NOK", "krona": "SEK", "naira": "NGN",
    "usd": "USD", "eur": "EUR", "rmb": "CNY",
}  # fmt: skip
_NEVER_PLURAL = frozenset({"yuan", "renminbi", "yen", "usd", "eur", "rmb", "real"})

CURRENCY_BEFORE = "|".join(re.escape(s) for s in sorted(_SIGNS, key=len, reverse=True))
"""A pattern for the signs that stand before a number."""

CURRENCY_SIGN = re.compile(rf"(?:{CURRENCY_BEFORE})\ ?$")
"""A sign at the end of what stands before a number."""

CURRENCY_AFTER = "|".join(
    re.escape(n) + ("" if n in _NEVER_PLURAL else "s?") + r"\b" for n in sorted(_NAMES, key=len, reverse=True)
).replace(r"reals?\b|", "")
"""A pattern for the names that follow a number."""


def currency_code(words: str) -> str:
    """The ISO 4217 code for a sign or a name, "" where it is none."""
    if words.strip() in _SIGNS:
        return _SIGNS[words.strip()]
    name = words.strip().lower()
    return _NAMES.get(name) or _NAMES.get(name.removesuffix("s"), "")
