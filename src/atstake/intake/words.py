"""The word lists behind the rules for furniture and credits, each with its source.

Labels of pages: whole lines that recur in the articles of at least two outlets of the
Article-Bias-Prediction corpus (Baly et al. 2020; 7,900 articles counted), and the default labels of
share widgets (AddThis, ShareThis, Jetpack). Agencies: members of the European Alliance of News
Agencies and of the Organization of Asia-Pacific News Agencies, and the international wires.
"""

from __future__ import annotations

SHARE_PHRASES = (
    r"share (?:this|the)(?: (?:article|story|page|post))?(?: (?:on|via|with) \w+)?:?",
    r"share (?:on|via|with|to) (?:facebook|twitter|x|linkedin|whatsapp|email|reddit|pinterest|flipboard)",
    r"click to (?:share on|email|print)[\w ]{0,40}\(opens in new window\)",
    r"copy(?:/| and )paste the [\w ]{1,30}embed (?:link|code)(?: below)?:?",
    r"cop(?:y|ied)(?: (?:the )?(?:link|url|embed code))? to (?:the )?clipboard",
    r"copy (?:the )?(?:link|url)", r"listen to (?:this )?article(?: \d+:\d\d)?",
    r"email this (?:article|story|page)", r"print this (?:article|story|page)", r"tweet this",
)  # fmt: skip
"""Labels that only share buttons have."""

SHARE_WORDS = (
    "share", "shares", "tweet", "retweet", "pin", "pin it", "post", "email", "e-mail", "print", "facebook",
    "twitter", "linkedin", "whatsapp", "reddit", "pinterest", "flipboard", "pocket", "telegram", "tumblr",
    "messenger", "comments?", "comment", "close button", "close", "copied", "save",
)  # fmt: skip
"""Labels that are share buttons beside another one, but could be a heading on their own."""

ADVERTISEMENTS = (
    r"(?:advertisement[\s:.]*)+(?:continue reading (?:the main story|below))?", r"ad", r"advertising",
    r"sponsored(?: content)?", r"paid content", r"story continued below",
    r"story continues below(?: (?:this )?ad(?:vertisement)?)?",
    r"article continues (?:after|below)(?: (?:this )?ad(?:vertisement)?)?",
    r"continue reading below(?: advertisement)?",
    r"(?:advertisement )?thanks for watching!(?: visit website)?", r"loading\.\.\.",
    r"scroll to continue(?: with content)?",
)  # fmt: skip

RELATED_HEADINGS = (
    r"you (?:might|may)(?: also)? (?:like|be interested in)(?: these)?",
    r"(?:related|recommended)(?: (?:articles?|stories|content|topics|news|coverage|links|reading|for you))?",
    r"more (?:on|from) (?:this(?: (?:story|topic))?|the web|our site)",
    r"(?:most|top) (?:read|popular|viewed|shared)(?: (?:stories|articles|news))?",
    r"(?:read|see|watch)(?: (?:more|next|also))", r"also (?:see|read)", r"further reading",
    r"latest (?:news|stories)", r"trending(?: (?:now|stories))?", r"don[’']t miss", r"up next",
    r"what to read next", r"from our partners", r"related (?:to this )?(?:articles?|stories)",
    r"keep reading", r"go deeper",
)  # fmt: skip

LINK_LABELS = (
    r"read more(?: (?:on|about|from) [^:]{1,40})?", r"see also", r"also see", r"read also", r"also read",
    r"read next", r"must read", r"read this(?: next)?",
    r"related(?: (?:article|story|stories|coverage|content))?", r"recommended",
    r"watch(?: (?:live|now|more|the video))?", r"more", r"photos?", r"pictures", r"gallery", r"slideshow",
    r"videos?", r"full coverage", r"special coverage", r"you may also like", r"don[’']t miss",
    r"also on [\w.]+", r"in pictures", r"live blog", r"interactive", r"quiz", r"cartoons?", r"go deeper",
    r"related links?",
)  # fmt: skip
"""Words before a colon that introduce a link to another page."""

LINK_VERBS = (
    "follow", "find out", "read", "learn", "see", "click", "watch", "listen", "visit", "view", "explore",
    "check out", "get",
)  # fmt: skip
"""First words of a line that is one link, where it ends in "here"."""

NEWSLETTER_VERBS = (
    "sign up", "subscribe", "get", "join", "download", "receive", "register", "want", "let", "stay",
    "upgrade", "like what you", "thank you for signing up", "by signing up", "to receive",
)  # fmt: skip

NEWSLETTER_WORDS = (
    r"newsletters?", r"in(?:to)? your inbox", r"to your inbox", r"meet your inbox", r"email alerts?",
    r"our app", r"news alerts", r"privacy policy", r"\bapp for (?:more|ios|android)", r"e-mail newsletter",
    r"breaking news alerts",
)  # fmt: skip

PHOTO_CREDITS = (
    r"\((?:AP|Reuters|AFP|EPA|Getty|UPI)(?: Photo)?(?:/[^()\n]{2,60}|, File)\)",
    r"\((?:Photo|Image|Picture|Credit)s?(?: credits?)?(?: by|:)[^()\n]{2,80}\)",
    r"\([^()\n]{2,60}/(?:AP|AFP|Reuters|EPA|Getty(?: Images)?|Associated Press|USA Today)"
    r"(?:/[^()\n]{2,40})?\)",
    r"\((?:Pixabay|Unsplash|Getty Images|Shutterstock|iStock)\)", r"REUTERS/[A-Z][\w.’' -]{2,50}",
    r"(?:[A-Z][\w.’'-]+ ){1,3}?[A-Z][\w.’'-]*/(?:AP|AFP|Reuters|EPA|Getty Images|AFP/Getty Images"
    r"|The (?:Washington|New York) \w+)",
    r"(?:[A-Z][\w.’'-]+ ){1,3}?[A-Z][\w.’'-]*/(?:Pool|Handout|File)(?: Photo)?(?:/| via )"
    r"(?:AP|AFP|Reuters|REUTERS|EPA|Getty Images)",
    r"(?:Photo|Image|Picture)(?: credit)?: [^\n]{2,80}", r"(?:Photographer|Photograph): [^\n]{2,80}",
)  # fmt: skip
"""What a caption ends in."""

LEADING_LABELS = (r"story highlights?",)
"""Labels of a summary that run into its first sentence."""

AGENCIES: dict[str, str] = {
    "Reuters": "Reuters", "Thomson Reuters": "Reuters", "AFP": "AFP", "Agence France-Presse": "AFP",
    "Agence France Presse": "AFP", "AP": "AP", "Associated Press": "AP", "APTN": "APTN",
    "AP Television": "APTN", "UPI": "UPI", "United Press International": "UPI", "dpa": "dpa", "DPA": "dpa",
    "Deutsche Presse-Agentur": "dpa", "EFE": "EFE", "ANSA": "ANSA", "Xinhua": "Xinhua", "TASS": "TASS",
    "Tass": "TASS", "Itar-Tass": "TASS", "ITAR-TASS": "TASS", "Interfax": "Interfax",
    "RIA Novosti": "RIA Novosti", "RIA": "RIA Novosti", "Kyodo": "Kyodo", "Kyodo News": "Kyodo",
    "Yonhap": "Yonhap", "PTI": "PTI", "Press Trust of India": "PTI", "IANS": "IANS", "PA": "PA",
    "PA Media": "PA", "Press Association": "PA", "AAP": "AAP", "Anadolu": "Anadolu Agency",
    "Anadolu Agency": "Anadolu Agency", "AA": "Anadolu Agency", "SANA": "SANA", "KUNA": "KUNA",
    "WAM": "WAM", "IRNA": "IRNA", "MENA": "MENA", "QNA": "QNA", "Petra": "Petra", "Bloomberg": "Bloomberg",
    "Bloomberg News": "Bloomberg", "Canadian Press": "Canadian Press", "Belga": "Belga", "Lusa": "Lusa",
    "NTB": "NTB", "Ritzau": "Ritzau", "TT": "TT", "APA": "APA", "PAP": "PAP", "CTK": "CTK", "MTI": "MTI",
    "Tanjug": "Tanjug", "Ukrinform": "Ukrinform", "Bernama": "Bernama", "Antara": "Antara", "JIJI": "Jiji",
    "Jiji": "Jiji", "KCNA": "KCNA",
}  # fmt: skip
"""Names that agencies are credited under -> the name used for them."""

SITE_LABELS = (
    r"privacy policy", r"cookie policy", r"terms of (?:use|service)", r"contact us", r"about us", r"careers",
    r"press releases", r"comment via \w+", r"community standards", r"advertise with us", r"site ?map",
    r"newsletters", r"all rights reserved", r"corporate",
)  # fmt: skip
"""Labels of the foot of a site."""

REGIONS = frozenset("D.C. Ont. Que. B.C. Alta.".split())
"""How datelines shorten parts of states besides those of ``facts.american_states`` (the agencies' usage)."""

LABELS_NOT_SPEAKERS = frozenset(
    "UPDATE UPDATED UPDATES WATCH READ MORE RELATED EDITORIAL EXCLUSIVE ANALYSIS OPINION COMMENTARY NOTE "
    "PHOTOS PHOTO VIDEO VIDEOS BREAKING SOURCE SOURCES CORRECTION EDITOR SEE FILE LIVE FACT FACTS CLAIM "
    "VERDICT WHAT WHERE WHEN WHO WHY HOW POLL REVIEW PREVIEW DATELINE PS NB FYI RATING RULING BACKGROUND "
    "CONTEXT LOCATION TIME DATE SUBJECT TO FROM CC RE TITLE HEADLINE OUTLET PUBLISHER SUMMARY".split()
)
"""First words in capitals before a colon that name no speaker (labels of news copy and of mail)."""

TAG = (
    r"(?:</?(?:a|abbr|aside|b|blockquote|br|button|center|cite|div|em|embed|figcaption|figure|font|footer|"
    r"form|h[1-6]|hr|i|iframe|img|input|li|link|meta|noscript|object|ol|p|param|picture|q|s|script|section|"
    r"small|source|span|strong|style|sub|sup|svg|table|tbody|td|th|time|tr|u|ul|video)"
    r"(?:\s[^<>\n]{0,300})?/?>|<!--[^\n]{0,300}?-->)"
)
"""An HTML tag (the elements of the HTML standard that stand in an article's body)."""
