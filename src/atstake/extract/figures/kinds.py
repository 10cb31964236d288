"""What kind of figure a quantity is: killed, injured, troops, money, by what is counted and what befell it.

The nearest word that tells a fate ("killed", "the wounded", "death toll") decides for people; for things
their own name does ("air strikes", "votes"). Words are the plain ones of news reports on conflict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from atstake.model.annotations import FigureKind
from atstake.model.reading import Reading, Sentence, Token
from atstake.text.numbers.quantities import Quantity

# Words that tell what befell people, by stem of the lower-cased word.
_FATES: tuple[tuple[FigureKind, re.Pattern[str]], ...] = (
    ("casualties", re.compile(r"casualt(?:y|ies)$")),
    (
        "killed",
        re.compile(
            r"(?:kill(?:s|ed|ing|ings)?|die[sd]?|dying|dead|deaths?|fatalit(?:y|ies)|slain|slay(?:ing)?|"
            r"murder(?:ed|ing|s)?|"
            r"massacr(?:e|ed|ing)|execut(?:ed|ing|ions)|perish(?:ed)?|behead(?:ed|ing|ings)?|bod(?:y|ies)|corpses?|"
            r"martyrs?|martyred|lynched|drowned|assassinat(?:ed|ing|ions)|tolls?|victims|graves?|"
            r"burials?|buried)$"
        ),
    ),
    (
        "injured",
        re.compile(r"(?:injur(?:e|es|ed|ing|ies|y)|wound(?:ed|ing|s)?|hurt|maimed|gassed|hospitali[sz]ed|poisoned|burned|treated|patients)$"),
    ),
    ("missing", re.compile(r"(?:missing|unaccounted|disappear(?:ed|ances)|vanished)$")),
    (
        "displaced",
        re.compile(r"(?:displac(?:ed|ing)|fled|flee(?:ing)?|refugees?|evacuat(?:ed|ing|ion)|homeless|uprooted|expelled|deported)$"),
    ),
    (
        "detained",
        re.compile(
            r"(?:detain(?:ed|ing|ees)|detentions?|arrest(?:ed|ing|s)?|jail(?:ed|ing)?|imprison(?:ed|ing)?|custody|"
            r"prisoners?|captur(?:ed|ing)|kidnap(?:ped|ping)|abduct(?:ed|ing)|hostages?|captives?|rounded)$"
        ),
    ),
)  # fmt: skip
_STRIKES = re.compile(
    r"(?:air[- ]?)?(?:strikes?|raids?)$|(?:airstrikes?|missiles?|rockets?|bombs?|bombings?|shells?|mortars?|"
    r"rounds?|"
    r"sorties|attacks|bombardments?|barrages?|drones?|warheads?|projectiles)$"
)
# "Two of the 40 passengers died": the 40 did not.
_A_WHOLE = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|half|most|some))"
    r" of (?:the|its|their|his|her) $|\bout of (?:(?:the|a total of|its|their) )?$",
    re.IGNORECASE,
)
_REACH_BACK = 24
_LOST_BEHIND = re.compile(r" (?:(?:that )?(?:were|have been|had been|was) )?lost\b")
_TO_HOSPITAL = re.compile(
    r" (?:(?:was|were|have been|had been) )?(?:taken|rushed|brought|sent|admitted)"
    r" to (?:\w+ ){0,3}hospitals?\b"
)
_SPARED_BEHIND = re.compile(r" (?:\w+ ){0,3}(?:saved|spared|changed|improved)\b")
_TOOK_BEFORE = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|cost(?:s|ing)?|took|taken|taking)\b"
    r"(?: (?:at least|more than|up to|about|some|the|over|nearly))*\W*$",
    re.IGNORECASE,
)
# "Claims thousands of lives" is no toll that anybody counted.
_UNCOUNTED = re.compile(r"(?:hundreds|thousands|tens|dozens|scores|millions)\b", re.IGNORECASE)
# "Cases neared 220 and the death toll exceeded 55": the toll has a number of its own.
_ANOTHER_TOLL = re.compile(r"(?:,|\band\b|\bwhile\b|;) (?:the|its|their) (?:[a-z]+ )?(?:death )?$")
_VOTES = re.compile(r"(?:votes?|ballots?)$")
_VOTED = re.compile(r"(?:vot(?:ed|ing|e)|ballot|approved|passed|rejected)$")
# "A dozen states will vote": what is counted is no vote.
_VOTING_PLACES = re.compile(
    r"(?:states?|count(?:y|ies)|districts?|precincts?|provinces?|regions?|cities|towns?|countries|nations?|contests?"
    r"|primaries|races|elections?)$"
)
_TROOPS = re.compile(
    r"(?:troops?|soldiers?|fighters?|militants?|servicemen|servicemembers|marines?|personnel|paratroopers?|mercenaries|"
    r"insurgents?|jihadists?|gunmen|reservists|peacekeepers?|guerrillas|militiamen|combatants)$"
)
_PEOPLE = re.compile(
    r"(?:people|persons?|civilians?|children|child|women|men|man|woman|boys?|girls?|residents?|others?|members?|"
    r"lives|victims?|citizens?|villagers?|students?|workers?|journalists?|activists?|"
    r"protest[eo]rs?|police|policemen|"
    r"officers?|officials?|migrants?|families|adults?|infants?|passengers?|medics|doctors|prisoners|"
    r"relatives|nationals|kurds|[a-z]+ians?|[a-z]+is|rebels|terrorists|more)$"
)  # fmt: skip
# Words between a fate word and a number that hand the number to another clause.
_CLAUSE_BREAK = re.compile(r"^(?:[;:]|when|while|after|before|who|which|that|but|if|by)$")
_JOINED = re.compile(r"^(?:and|or|&|/)$")
_REACH = 12
_FAR = 22
_BEFORE_COUNTED = frozenset("the of a an at least more than some about another all these those".split())
_VAGUE_NUMBERS = frozenset("dozens scores hundreds thousands tens several many".split())
_FATAL_DEED = re.compile(
    r"(?:kill(?:ed|ing|ings|s)?|murder(?:ed|ing|s)?|massacred?|wound(?:ed|ing|s)|injur(?:ed|ing))$"
)
# A bare number ("killing six"), or "one man", needs its fate word this near.
_NEAR = 8.0
_GOES_ON = re.compile(
    r"(?:, )?(?:and|&|including|among them|among whom|as well as|plus|,)(?: (?:also|another|at least|some))?$"
)
_NO_FATE = re.compile(
    r"\b(?:death\ (?:penalty|row|sentence|squads?)|body\ of\ work|governing\ bod)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a quantity counts: its kind, the token index of the noun (None where elided), and how sure."""

    kind: FigureKind
    noun: int | None
    fate: int | None = None
    """The token that told what befell the counted."""
    at: int = 0
    """The token index at which the quantity begins."""


def counted(reading: Reading, sentence: Sentence, quantity: Quantity, before: Counted | None) -> Counted:
    """The kind of a quantity in its sentence. ``before`` is what the one before it counts: "100 in Saqba"
    after "150 bodies in Kafr" counts bodies too, and so does "and three children"."""
    noun = noun_of(reading, sentence, quantity)
    if quantity.unit:
        return Counted("percent" if quantity.unit == "percent" else "money", noun)
    inside = list(reading.tokens_in(quantity.span)) or [sentence.first]
    first, last = inside[0], max(inside[-1], inside[-1] if noun is None else noun)
    name = reading.tokens[noun].text.lower() if noun is not None else ""
    if _VOTES.match(name) or _is_ballot(reading, sentence, quantity, last):
        return Counted("votes", noun, at=first)
    if name and _STRIKES.search(name):
        return Counted("strikes", noun, at=first)
    if name == "lives" and _lost(reading, sentence, first, last):
        return Counted("killed", noun, at=first)
    person = noun is None or is_person(reading, noun) or _directly(reading, sentence, first, last)
    if (
        not person
        and noun is not None
        and reading.tokens[noun].pos == "PROPN"
        and _fate_before(reading, first)
    ):
        # A headline's "kill 32 Monitor": the name after the number is not what is counted.
        noun, person, last = None, True, inside[-1]
    before_it = reading.text[
        max(sentence.span.start, quantity.span.start - _REACH_BACK) : quantity.span.start
    ]
    whole = first > sentence.first and _A_WHOLE.search(before_it)
    fate: tuple[FigureKind, int, float] | None = None
    if person and not whole:
        fate = _by_its_verb(reading, sentence, noun) or _fate(reading, sentence, first, last)
    hurt = fate is not None and fate[0] in ("killed", "casualties", "injured")
    if not hurt and person and _TO_HOSPITAL.match(reading.text, reading.tokens[last].end):
        fate = "injured", last, 0.0
    near = _NEAR if noun is None or (quantity.high is not None and quantity.high < 3) else _FAR
    if fate is not None and fate[2] <= near:
        return Counted(fate[0], noun, fate[1], first)
    if person and before is not None and before.fate is not None and _goes_on(reading, before, first, last):
        return Counted(before.kind, noun if noun is not None else before.noun, before.fate, first)
    if name and _TROOPS.search(name):
        return Counted("troops", noun, at=first)
    return Counted("other", noun, at=first)


def noun_of(reading: Reading, sentence: Sentence, quantity: Quantity) -> int | None:
    """The token index of what is counted: the head of the noun phrase after the number, or None.

    "dozens of air strikes" counts strikes; "at least six" counts nothing that is said.
    """
    tokens = reading.tokens
    i = next((k for k in range(sentence.first, sentence.last) if tokens[k].start >= quantity.span.end), None)
    if i is None:
        return None
    if tokens[i].text == "-" and [t.text for t in tokens[i + 1 : i + 3]] == ["per", "-"]:
        # "A $2,000-per-worker fine" is a fine.
        i = min(i + 4, sentence.last - 1)
    if quantity.unit == "percent" and _is_a_view(tokens, i, sentence.last):
        return None
    if tokens[i].text == "+":
        i += 1
    if (
        tokens[i].text in ("-", "–")
        and i + 1 < sentence.last
        and tokens[i + 1].text in ("strong", "member", "man", "person")
    ):
        i += 2 if tokens[i + 1].text == "strong" else 1
    worth = ("worth", "of", "in") if quantity.unit and quantity.unit != "percent" else ()
    while i + 1 < sentence.last and tokens[i].text.lower() in worth:
        i += 1
    if tokens[i].text.lower() == "of" and i + 1 < sentence.last:
        i = _behind_of(tokens, i + 1, sentence.last)
    last = None
    while i < sentence.last and _inside_phrase(tokens, i, last, bool(quantity.unit)):
        if tokens[i].pos in ("NOUN", "PROPN") and not _is_compounded(tokens, i):
            last = i
        i += 1
        # "11% of the state's electorate" is of the electorate.
        owns = last == i - 1 and i + 1 < sentence.last and tokens[i].tag == "POS"
        if owns and tokens[i + 1].pos in ("NOUN", "ADJ"):
            i, last = i + 1, None
    if last is not None and _is_held(tokens, last):
        # "Ten engines hostage": held is what stands before.
        last -= 1
    return last if last is None or _is_counted(reading, last, quantity) else None


# Private functions


def _is_counted(reading: Reading, last: int, quantity: Quantity) -> bool:
    """Whether a noun behind a number is what it counts, and no day, place or name behind a sum."""
    token = reading.tokens[last]
    if quantity.unit and token.entity in ("DATE", "TIME", "GPE", "PERSON"):
        return False
    return token.entity != "DATE" or not token.tag.startswith("NNP") or is_person(reading, last)


def _is_held(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether "hostage" or the like says what became of several: it is no part of their name."""
    return tokens[last].text in ("hostage", "captive", "prisoner") and tokens[last - 1].tag in ("NNS", "NNPS")


_OWNERS = frozenset("the his her their its those these our".split())


def _behind_of(tokens: tuple[Token, ...], i: int, end: int) -> int:
    """Where the counted begin behind an "of": "66 of its 100 seats" are seats."""
    while i < end and tokens[i].text.lower() in _OWNERS:
        i += 1
    return i + 1 if i + 1 < end and tokens[i].pos == "NUM" else i


def _inside_phrase(tokens: tuple[Token, ...], i: int, last: int | None, priced: bool) -> bool:
    """Whether token i goes on with the noun phrase whose last noun so far is ``last``."""
    token = tokens[i]
    if last == i - 1 and _begins_another(tokens, i, last, priced):
        # "The 59 missiles Mr. Roh launched", "the $2 billion package Congress passed": a name begins
        # something else.
        return False
    if token.pos in ("NOUN", "PROPN") or token.text in ("-", "&"):
        return last is None or i == last + 1 or tokens[i - 1].text == "-"
    if last is not None:
        return False
    if token.pos == "CCONJ":
        return tokens[i - 1].pos == "ADJ" and tokens[min(i + 1, len(tokens) - 1)].pos in ("ADJ", "PROPN")
    if token.pos == "ADJ":
        return token.text.lower() not in ("dead", "injured", "wounded", "missing")
    if token.pos == "VERB":
        described = token.tag in ("VBN", "VBG") and token.dep == "amod"
        return described and (not priced or tokens[i - 1].text.lower() == "of")
    return token.pos == "ADV" or token.text in ("“", '"', "–")


_VIEWS = frozenset("support oppose approve disapprove favor favour back trust".split())


def _is_a_view(tokens: tuple[Token, ...], i: int, end: int) -> bool:
    """Whether what follows a share is what they think, taken for a noun: "42 percent support Weil"."""
    if i >= end or tokens[i].text.lower() not in _VIEWS:
        return False
    behind = tokens[i + 1] if i + 1 < end else None
    object_ = behind is not None and (behind.pos in ("PROPN", "DET", "PRON", "NOUN") or behind.tag == "VBG")
    return object_ or tokens[i].text.lower() in ("approve", "disapprove", "oppose")


def _is_compounded(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a noun is the first half of an adjective: "work-related emails", "self-employed men"."""
    behind = tokens[i + 1 : i + 4]
    if len(behind) < 3 or behind[0].text != "-" or tokens[i].end != behind[0].start:
        return False
    return behind[1].tag in ("VBN", "VBG", "JJ", "VBD") and behind[2].pos in ("NOUN", "PROPN", "ADJ", "VERB")


def _begins_another(tokens: tuple[Token, ...], i: int, last: int, priced: bool) -> bool:
    """Whether a noun behind the counted one is the subject of a clause on it."""
    if tokens[i].dep in ("nsubj", "nsubjpass") and tokens[tokens[i].head].dep == "relcl":
        return True
    if tokens[i].pos != "PROPN":
        return False
    end = i
    while end < len(tokens) and tokens[end].pos == "PROPN":
        end += 1
    told = priced and end < len(tokens) and tokens[end].tag == "VBD"
    return tokens[last].tag == "NNS" or (tokens[last].pos == "NOUN" and told)


def is_person(reading: Reading, noun: int) -> bool:
    """Whether the word for the counted is one for people."""
    word = reading.tokens[noun].text.lower()
    return bool(_PEOPLE.search(word) or _TROOPS.search(word) or _fate_of(word))


def _fate_of(word: str) -> FigureKind | None:
    return next((kind for kind, pattern in _FATES if pattern.match(word)), None)


def _is_ballot(reading: Reading, sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """Whether the number is a side of a vote: "voted 88-11", "11 senators who voted no"."""
    text = reading.text
    start, end = quantity.number.start, quantity.number.end
    tally = re.match(r"[-–](?=\d)| to \d", text[end : end + 5]) or re.search(
        r"\d[-–]$", text[max(0, start - 2) : start]
    )
    if tally and re.search(r"\b(?:vot|approv|pass|reject|adopt)\w+", text[sentence.span.start : start]):
        return True
    if _VOTING_PLACES.match(reading.tokens[last].text.lower()):
        return False
    following = [t.text.lower() for t in reading.tokens[last + 1 : min(last + 4, sentence.last)]]
    return any(_VOTED.match(w) for w in following) and not any(w in ("and", ",", "to") for w in following[:1])


def _directly(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Whether the fate word and the counted are one phrase, so that the counted are alive whatever their noun
    is: "the murder of the six priests", "six priests were killed"."""
    tokens = reading.tokens
    i = last + 1
    while i < sentence.last and tokens[i].lemma in ("be", "have", "get", "also"):
        i += 1
    if i < sentence.last and i > last + 1 and _fate_of(tokens[i].text.lower()) and tokens[i].pos == "VERB":
        return True
    i = first - 1
    while i > sentence.first and tokens[i].text.lower() in _BEFORE_COUNTED:
        i -= 1
    return i >= sentence.first and bool(_FATAL_DEED.match(tokens[i].text.lower()))


def _lost(reading: Reading, sentence: Sentence, first: int, last: int) -> bool:
    """Whether lives ended: "the 17 lives lost", "claimed 17 lives"."""
    text = reading.text
    behind = text[reading.tokens[last].end : sentence.span.end]
    start = reading.tokens[first].start
    if _SPARED_BEHIND.match(behind):
        return False
    took = _TOOK_BEFORE.search(text[sentence.span.start : start]) and not _UNCOUNTED.match(text, start)
    return bool(_LOST_BEHIND.match(behind) or took)


def _fate_before(reading: Reading, first: int) -> bool:
    return first > 0 and _fate_of(reading.tokens[first - 1].text.lower()) is not None


def _fate(
    reading: Reading, sentence: Sentence, first: int, last: int
) -> tuple[FigureKind, int, float] | None:
    """The fate word nearest to the number's phrase (tokens first..last), its token, and how far it is."""
    tokens = reading.tokens
    if _NO_FATE.search(reading.text[sentence.span.start : sentence.span.end]):
        return None
    options: list[tuple[float, int, FigureKind]] = []
    for i in range(max(sentence.first, first - _FAR), min(sentence.last, last + _REACH)):
        kind = _fate_of(tokens[i].text.lower())
        if (
            kind is None
            or tokens[i].entity in ("PERSON", "ORG")
            or _is_of_others(reading, i, range(first, last + 1))
        ):
            continue
        cost = _cost(reading, i, first, last)
        if cost is not None:
            options.append((cost, i, kind))
    if not options:
        return None
    after = last + 1
    while after < sentence.last and tokens[after].text.lower() in ("more", "others"):
        after += 1
    goes_on = tokens[after].text.lower() if after < sentence.last else ""
    if goes_on in _OWN_CLAUSE and tokens[first - 1].text in ("and", ",", "&") and first > sentence.first:
        # "Scores who perished and thousands more who lost their homes": theirs is told behind them.
        options = [o for o in options if o[1] >= first]
        if not options:
            return None
    behind = [o for o in options if o[1] > last and o[0] <= _RIGHT_BEHIND and o[2] in _WENT]
    if behind and _is_another_predicate(reading, min(options)[1], first):
        # "110 dead and 300 more homeless", "90 have been killed and 300 more driven out": each its own.
        options = behind
    cost, at, kind = min(options)
    return (_joined_kind(reading, sentence, at) or kind), at, cost


# What who does it has undergone: "three died".
_UNDERGONE = frozenset("die perish drown flee vanish disappear".split())


def _by_its_verb(
    reading: Reading, sentence: Sentence, noun: int | None
) -> tuple[FigureKind, int, float] | None:
    """What befell the counted by the verb that they are subject or object of, however far it stands.

    "86 members of the forces, who include ..., were killed", "three civilians, two women and a man, died".
    """
    if noun is None:
        return None
    tokens = reading.tokens
    at, role = tokens[noun].head, tokens[noun].dep
    verb = tokens[at]
    kind = _fate_of(verb.text.lower())
    if kind is None or verb.pos != "VERB" or not sentence.first <= at < sentence.last:
        return None
    if (
        role == "nsubjpass"
        or (role == "nsubj" and verb.lemma in _UNDERGONE)
        or (role == "dobj" and at < noun)
    ):
        return (_joined_kind(reading, sentence, at) or kind), at, 0.0
    return None


_RIGHT_BEHIND = 2.5
_WENT = frozenset({"displaced", "missing", "detained"})
"""Fates of those who stand behind the dead of a sentence without being hurt."""
_PREDICATE = 5
"""Words before a fate within which its number stands: "90 people have been killed"."""
_OWN_CLAUSE = frozenset({"who", "whose", "whom"})


def _is_another_predicate(reading: Reading, at: int, first: int) -> bool:
    """Whether a fate word before a number is told of the number before it: "110 dead and 300 ..."."""
    tokens = reading.tokens
    if at >= first or tokens[first - 1].text not in ("and", ",", "or"):
        return False
    return at + 1 == first - 1 and any(t.pos == "NUM" for t in tokens[max(0, at - _PREDICATE) : at])


def _is_of_others(reading: Reading, at: int, phrase: range) -> bool:
    """Whether the fate is not theirs: it befell others, or describes a thing ("his dying words")."""
    token = reading.tokens[at]
    if at not in phrase and token.text.lower() in _THEMSELVES and not _is_said_of(reading, at, phrase):
        return True
    if _had_part(reading, at, phrase) or (
        token.tag == "NNS" and reading.tokens[at - 1].text.lower() == "mass"
    ):
        return True
    describes = token.dep == "amod" and token.text.lower().endswith("ing")
    if describes and token.head not in phrase and token.head != at:
        return reading.tokens[token.head].pos == "NOUN" and not is_person(reading, token.head)
    if _counts_its_own(reading, at, phrase) or _has_its_own_subject(reading, at, phrase):
        return True
    if _befell_another(reading, at, phrase):
        return True
    if at >= phrase.stop and _is_a_toll(reading, at):
        between = reading.text[reading.tokens[phrase.stop - 1].end : token.start]
        if _ANOTHER_TOLL.search(between):
            return True
    return _did_it(reading, at, phrase) or _befell_the_next(reading, at, phrase)


def _had_part(reading: Reading, at: int, phrase: range) -> bool:
    """Whether the counted are those who are held to have done it: "three men involved in the killing"."""
    tokens, link = reading.tokens, reading.tokens[at].head
    if tokens[at].dep != "pobj" or tokens[link].dep != "prep":
        return False
    over = tokens[link].head
    subjects = [c for c in reading.children.get(over, ()) if tokens[c].dep in ("nsubj", "nsubjpass")]
    theirs = tokens[over].head in phrase or any(c in phrase for c in subjects)
    return tokens[over].lemma.lower() in _TO_BLAME and theirs


_TO_BLAME = frozenset(
    "involve implicate charge accuse suspect convict responsible arrest indict want question try "
    "sentence".split()
)


# Nouns for those whom something befell: they count themselves and nobody beside them.
_THEMSELVES = frozenset({"patients", "prisoners", "hostages", "captives"})


def _is_said_of(reading: Reading, at: int, phrase: range) -> bool:
    """Whether the noun tells what the counted are: "40 of the hostages", "the hostages, 40 of them women"."""
    tokens = reading.tokens
    head = tokens[at].head
    if tokens[at].dep in ("attr", "appos", "oprd", "conj") or (tokens[at].dep == "pobj" and head != at):
        over = tokens[head].head if tokens[at].dep == "pobj" else head
        return over in phrase or any(tokens[k].head in (head, at, over) for k in phrase)
    return any(tokens[k].head == at or tokens[tokens[k].head].head == at for k in phrase)


def _has_its_own_subject(reading: Reading, at: int, phrase: range) -> bool:
    """Whether a fate is told of others by a verb of theirs, and the counted do something else.

    "In the town where the brothers were killed, thousands came out": nobody else was killed.
    """
    tokens, children = reading.tokens, reading.children
    if tokens[at].pos != "VERB" or at in phrase:
        return False
    theirs = [c for c in children.get(at, ()) if tokens[c].dep in ("nsubj", "nsubjpass")]
    if not theirs or any(k in phrase or set(reading.subtree(k)) & set(phrase) for k in theirs):
        return False
    acting = [k for k in phrase if tokens[k].dep == "nsubj" and tokens[tokens[k].head].pos == "VERB"]
    # "Killed 70 people sheltering in basements": they are the killed.
    acting = [k for k in acting if tokens[tokens[k].head].tag != "VBG" or tokens[tokens[k].head].head != at]
    return any(tokens[k].head != at and not _fate_of(tokens[tokens[k].head].text.lower()) for k in acting)


def _befell_another(reading: Reading, at: int, phrase: range) -> bool:
    """Whether a verb has an object of its own elsewhere: "charged 13 men with a plot to hurt the mayor"."""
    tokens = reading.tokens
    if tokens[at].pos != "VERB" or at in phrase or at in reading.above(phrase[0]):
        return False
    objects = [c for c in reading.children.get(at, ()) if tokens[c].dep in ("dobj", "obj")]
    return bool(objects) and not any(set(reading.subtree(c)) & set(phrase) for c in objects)


def _counts_its_own(reading: Reading, at: int, phrase: range) -> bool:
    """Whether a noun of death is joined behind, with a number of its own: "900 cases and deaths pass 50"."""
    tokens = reading.tokens
    if at < phrase.stop or tokens[at].text.lower() not in _TOLLS:
        return False
    joined = tokens[at - 1].text.lower() in ("and", ",", "while") and at - 1 >= phrase.stop
    behind = tokens[at + 1 : at + _PREDICATE]
    return joined and any(t.pos == "NUM" for t in behind) and any(t.pos == "VERB" for t in behind)


_TOLLS = frozenset({"deaths", "fatalities", "toll"})


def _is_a_toll(reading: Reading, at: int) -> bool:
    return any(t.text.lower() == "toll" for t in reading.tokens[at : at + 2])


def _befell_the_next(reading: Reading, at: int, phrase: range) -> bool:
    """Whether a further verb has its own number: "sickened 110 and killed four", "shot 14, killing five"."""
    tokens = reading.tokens
    further = at >= phrase.stop and tokens[at].pos == "VERB" and tokens[at].dep in ("conj", "advcl")
    return further and at + 1 < len(tokens) and _has_own_number(tokens, at + 1)


def _did_it(reading: Reading, at: int, phrase: range) -> bool:
    """Whether the counted are those who did it to somebody: "three men hunted and killed him"."""
    tokens, verb = reading.tokens, at
    if tokens[at].pos != "VERB" or tokens[at].tag == "VBN":
        return False
    if not any(tokens[k].dep in ("dobj", "obj") for k in reading.children.get(at, ())):
        return False
    while tokens[verb].dep == "conj" and tokens[verb].head != verb:
        verb = tokens[verb].head
    return any(
        tokens[k].dep == "nsubj" and k in phrase for v in {at, verb} for k in reading.children.get(v, ())
    )


def _cost(reading: Reading, at: int, first: int, last: int) -> float | None:
    """How far the fate word is from the number; None where another number or clause stands between."""
    tokens = reading.tokens
    if first <= at <= last:
        return 0.0
    between = range(at + 1, first) if at < first else range(last + 1, at)
    if at > last and all(tokens[k].lemma in ("be", "have", "get", "also", "so", "far") for k in between):
        return 0.0
    cost = float(len(between)) + (0.5 if at > last else 0.0)
    for k in between:
        word = tokens[k].text.lower()
        if tokens[k].pos == "NUM" and tokens[k].entity not in ("DATE", "TIME"):
            if tokens[k - 1].text.lower() not in ("and", ",", "&"):
                return None
        elif _CLAUSE_BREAK.match(word):
            cost += 6.0
        elif word == ",":
            cost += 2.0
    reach = _FAR if tokens[at].text.lower() in ("toll", "tolls", "count") and at < first else _REACH
    return (cost if reach == _REACH else cost / 2) if cost <= reach else None


def _joined_kind(reading: Reading, sentence: Sentence, at: int) -> FigureKind | None:
    """Killed or injured together ("dead and wounded") are casualties."""
    tokens = reading.tokens
    here = _fate_of(tokens[at].text.lower())
    for step in (1, -1):
        link, other = at + step, at + 2 * step
        if sentence.first <= other < sentence.last and _JOINED.match(tokens[link].text.lower()):
            there = _fate_of(tokens[other].text.lower())
            last = max(at, other) + 1
            if last < sentence.last and _has_own_number(tokens, last):
                return None
            if {here, there} == {"killed", "injured"}:
                return "casualties"
    return None


_NEARLY = frozenset("almost nearly around roughly up to as many over".split())


def _has_own_number(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a number of its own follows: "left nine dead and injured dozens"."""
    while at + 1 < len(tokens) and tokens[at].text.lower() in _BEFORE_COUNTED | _NEARLY:
        at += 1
    return tokens[at].pos == "NUM" or tokens[at].text.lower() in _VAGUE_NUMBERS


def _goes_on(reading: Reading, before: Counted, first: int, last: int) -> bool:
    """Whether the number goes on with what the one before counts: "and three children", "100 in Saqba"."""
    tokens = reading.tokens
    start = max(before.at, before.noun if before.noun is not None and before.noun < first else before.at) + 1
    words = [t.text.lower() for t in tokens[start:first]]
    if _GOES_ON.match(" ".join(words)):
        return True
    following = tokens[last + 1].text.lower() if last + 1 < len(tokens) else "."
    return following in ("in", "at", "near") and all(
        tokens[k].pos in ("PROPN", "ADP", "NOUN", "PUNCT", "CCONJ", "VERB", "AUX")
        for k in range(start, first)
    )
