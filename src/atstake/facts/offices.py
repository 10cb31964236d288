"""Offices said with a surname: who may hold one, by the words of the text and by the table of people."""

from __future__ import annotations

from collections.abc import Iterable

from atstake.facts.people import of_surname

ONE_HOLDER = frozenset({
    "president", "vice president", "prime minister", "premier", "chancellor", "secretary of state",
    "foreign minister", "secretary-general", "king", "queen", "emir", "pope", "crown prince",
})  # fmt: skip
ANYBODYS = frozenset("leader chief head director chairman chairwoman chair candidate nominee".split())
"""Offices of which there are so many that another's of the surname is as likely meant as the table's."""
_SHORT = {
    "sen.": "senator", "rep.": "representative", "gov.": "governor", "pres.": "president",
    "sens.": "senator", "reps.": "representative", "govs.": "governor",
}  # fmt: skip
SEATS = frozenset("rep. sen. representative senator congressman congresswoman".split())
"""What is said before the name of who sits in a house, as words of one piece in small letters."""
SEAT_BEHIND = r"(?:,? ?\([^()]{2,16}\)|, [DRI]-[^,;()]{2,14}(?=,)| of [A-Z]\w+(?: [A-Z]\w+)?)"
"""What is put behind the name of who sits in a house: "(R-Ohio)", ", D-Ohio,", " of New York"; a pattern."""
# Who is called so has a part in a text by whom they belong to, or by telling of it: not by an office.
_BESIDE = frozenset(
    "wife husband son daughter brother sister mother father nephew niece cousin grandson granddaughter widow "
    "widower spouse son-in-law daughter-in-law journalist reporter correspondent anchor "
    "host columnist".split()
)


def has_office(role: str, noun: str) -> bool:
    """Whether a role said with a name holds the office by itself; a "vice president" is no president."""
    role = f" {' '.join(whole(word) for word in role.split())} "
    if f" {noun} " not in role.replace("-", " "):
        return False
    if f" {noun} elect " in role.replace("-", " ") or f" {noun} designate " in role:
        return False
    for lesser in ("vice", "deputy", "former", "assistant", "ex"):
        if f" {lesser} {noun}" in role.replace("-", " ") and lesser not in noun:
            return False
    return not (noun == "minister" and "prime minister" in role)


def whole(office: str) -> str:
    """An office without its abbreviation.

    >>> whole("gov."), whole("mayor")
    ('governor', 'mayor')
    """
    return _SHORT.get(office, office)


def is_anothers(office: str, surname: str, known: str, roles: Iterable[str], date: str | None) -> bool:
    """Whether the office said with a surname is not that of somebody with these roles (in small letters).

    "President Holm" is not the son who never was one, "Governor Holm" not the governor's wife. ``known`` is
    the table's name of somebody, or "".
    """
    office, told = whole(office), list(roles)
    if not office or office in ANYBODYS or any(has_office(role, office) for role in told):
        return False
    if any(not _BESIDE.isdisjoint(role.replace(",", " ").split()) for role in told):
        return True
    holders = {
        p.name
        for p in of_surname(surname)
        for t in p.tenures
        if has_office(t.title.lower(), office) and not (date and t.first and t.first[: len(date)] > date)
    }
    return office in ONE_HOLDER and bool(holders) and known not in holders
