"""Words by which an answer answers, points back, or turns down what was said: one expression a use."""

from __future__ import annotations

import re

from atstake.brief.compose.subjects import BEFORE_VERB
from atstake.facts.tables import alternatives

# "can decide this.", "denied the accusation": the answer needs what it answers.
POINTS_BACK = re.compile(
    r"\b(?:this|that|it|so|them|these|those|(?:the|this|that|these|those|such|all|any|both) "
    r"(?:accusation|allegation|charge|claim|report|suggestion|assertion|demand|proposal|offer|call|request|"
    r"figure|number|estimate|account|version|description|criticism)s?|(?:any )?such \w+)\W*$"
    r"|\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|contradict(?:s|ed)?|disput(?:e|es|ed))"
    r" (?:this|that|it|them)"
    r"(?=[,;.]| (?:in|on|at|to|as|when|while|and|but|again|too)\b)",
    re.IGNORECASE,
)
_WHAT_IS_SAID = (
    r"(?:idea|notion|suggestion|report|account|charge|claim|plan|proposal|offer|request|demand|theory"
    r"|characteri[sz]ation|description|assertion|story|criticism|concern)"
)
# "said that was false", "rejected such a plan", "the notion": somewhere it points at what it answers; in
# "said that plans ..." the word opens a clause.
REFERS = re.compile(
    rf"\b(?:this|these|those|such)\b|\bthat(?=\s*$|\s*[^\w\s“\"‘(]|\s+(?:is|was|were|are|{_WHAT_IS_SAID})\b)"
    rf"|\b(?:the|any)\s+(?:\w+\s+)?{_WHAT_IS_SAID}s?\b|\b\w+[’']s?\s+(?:characteri[sz]ation|account|claim)s?\b"
    r"|\bdisagree|\b(?:push|hit|fir|shot|shoot)\w* back\b",
    re.IGNORECASE,
)
_WHOSE, _DO = r"(?:[\w’'.-]+ ){0,3}?", alternatives("answers", "granting")
ANSWERS = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:e|es|ed)|rebuff(?:s|ed)?"
    r"|disput(?:e|es|ed)(?! (?:how|when|why|over|about|between|with)\b)"
    r"|rebut(?:s|ted)?|repudiat(?:e|es|ed)|oppos(?:e|es|ed)|object(?:s|ed)? to"
    r"|(?:push|hit|fir|punch)(?:es|ed|ing)? back|sh(?:oot|oots|ot) back|(?:take|takes|took) issue with"
    r"|disagree[sd]?(?! (?:about|over|on)\b)"
    rf"|declin(?:e|es|ed)(?= (?:(?:the|an?|any|that|this)\b|to (?:{_DO}|comply|negotiate|meet)\b))"
    rf"|refus(?:e|es|ed)(?= (?:to|{_WHOSE}(?:demand|request|call|offer|plea|proposal|invitation|order)s?)\b)"
    rf"|contest(?:s|ed)?(?= {_WHOSE}(?:claim|account|allegation|charge|finding|assertion|notion|idea)s?\b)"
    r"|contradict(?:s|ed)?|ple(?:d|ads?|aded) not guilty"
    rf"|{alternatives('answers', 'turning')}"
    r"|(?:deny|reject|dismiss|refut|disput|contradict)ing)\b",
    re.IGNORECASE,
)
SAYS_NOT_SO = re.compile(r"den|refut|disput|contradict|rebut|repudiat", re.IGNORECASE)
ANSWERING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|refut\w*|disputed)\b", re.IGNORECASE
)
NOT_SO = re.compile(
    r"\b(?:(?<!quick )(?<!swift )(?<!went on )(?<!continued )(?<!continues )to|would|could|may|might|should"
    r"|will|can|must|cannot|not|never|nor|nobody|no one|\w+n[’']t|confirm(?:s|ed)? (?:or|nor)|almost"
    # "Let thousands dismiss it", "suggests that they reject it": nobody is told to have done so.
    r"|(?:let(?:s|ting)?|(?:suggest|propos|recommend|urg)(?:e?s|e?d|ing) that)(?:\s+[\w’'.-]+){1,4}"
    # "Holm, who had earlier denied it, now ...": what is told of her is that she no longer does.
    r"|(?:who|which) had (?:previously|earlier|once|initially|originally|at first|long)"
    r"|(?:those|people|anyone|any|some|many) who|implicitly|often|usually|generally|typically|sometimes)\s+"
    + BEFORE_VERB
    + r"$",
    re.IGNORECASE,
)
PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+)*$", re.IGNORECASE)
JUST_THAT = re.compile(r"\s+(?:this|that|it|them|these|those|the idea)\b\W*$", re.IGNORECASE)
# What is denied, refused or thrown out as an application is, not as a claim is; or so many of them.
APPLIED_FOR = re.compile(
    r"^\s+(?:(?:nearly|about|some|over|more than|only)\s+)?\d|^\s+(?:sleep|food|water|medicine|treatment)\b"
    r"|^\s+(?:(?!(?:and|that|but)\b)[\w’'.-]+\s+){0,5}?(?:access|entry|permission|funding|bail|bond|visas?|waivers?"
    r"|services?|coverage|care|due process|asylum|motions?|appeals?"
    r"|petitions?|applications?|lawsuits?|suits?|cases?|nominees?|nominations?|choices?|ads?|bids?)\b",
    re.IGNORECASE,
)
# After "refused to": verbs that yield to what somebody wants, ...
YIELDS = re.compile(
    r"^ to (?:\w+ly )?(?:accept|agree|consider|concede|negotiate"
    r"|(?:bow|cave|yield|give (?:in|up|way)|comply|compromise|budge|back down) (?:to|with|on|over)\b|talk to"
    r"|recogni[sz]e|withdraw|resign|step (?:down|aside)|allow|permit|lift|meet)\b",
    re.IGNORECASE,
)
# ... and nouns for what is wanted.
WANTED = re.compile(
    r"\b(?:demand(?!ed)|calls?(?= (?:for|to|from|by)\b)|request|propos|offer(?!ed|ing)|ultimatum|condition"
    r"|appeal)\w*",
    re.IGNORECASE,
)
# "there is still a dispute".
NOUN = re.compile(
    r"\b(?:an?|the|any|no|this|that|his|her|its|their|of|in|over)\s+(?:\w+\s+)?$", re.IGNORECASE
)
# "disagrees with her on taxes" says where somebody stands, and answers nothing.
ON_A_THING = re.compile(r"\s*with\s+(?:him|her|them|(?:[A-Z][\w.-]+\s+){1,3}?)\s*(?:on|about|over)\b")
# "with a message he disagrees with": said of the message.
OF_A_THING = re.compile(
    r"\b(?:an?|the|any|every|some)\s+\w+\s+(?:that\s+)?(?:he|she|they|it|we|I)\s+" + BEFORE_VERB + r"$"
)
# What can be turned down as something said or wanted: no laws, cases, groups, addresses.
SAID_OR_WANTED = re.compile(
    r"^\s+(?:against|on|at)?\s*(?:what|this|that|it|so|them|these|those|such)\b"
    rf"|\b(?:{alternatives('answers', 'turned')}"
    r"|possibilit(?:y|ies)|prospects?|assertions?|contentions?|distinctions?|rhetoric|comments?|remarks?|words"
    r"|statements?|efforts?|attempts?|moves?|bills?|deals?|measures?|amendments?|options?|advice|compromises?"
    r"|recommendations?|resolutions?|mandates?|outlines?|provisions?|labels?|designations?|narratives?"
    r"|pledges?|promises?|versions?|stor(?:y|ies)|theor(?:y|ies)|arguments?|findings?|assessments?"
    r"|conclusions?|characteri[sz]ations?"
    r"|comparisons?|approach(?:es)?|fact that|speculation|talk|polls?|views?)\b|\bas (?:an? )?[“\"‘]",
    re.IGNORECASE,
)
# ... and what was only told: no demand is a description.
OF_TOLD = re.compile(
    r"\s+(?:with|against|on|at)?\s*(?:the|that|this|any|such|his|her|its|their|[\w.]+['’]s?)\s+(?:[\w-]+\s+)?"
    r"(?:characteri[sz]ation|description|assessment|account|version|portrayal|depiction|narrative|interpretation"
    r"|comparison|accusation|allegation|insinuation)s?\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"[,;:.][”’\"']*\s")
# Verbs of which a person or a thing may be the object, which is then not wanted and not answered.
TURNS_DOWN = re.compile(alternatives("answers", "either"), re.IGNORECASE)
# To be against something answers nobody; who says so of themselves does.
FIRST_PERSON = re.compile(r"\b(?:I|we)\s+" + BEFORE_VERB + r"$", re.IGNORECASE)
