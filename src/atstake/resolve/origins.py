"""Origins: the documents that are one text count once.

Two documents are one text where most of the shorter stands in the longer (see ``copies``), or
where a good part does and both credit the same agency. What hangs together that way is one origin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace

from atstake.model.claims import Echo, Origin, Resolution
from atstake.model.provenance import Judgement, content_id
from atstake.model.stages import Evidence
from atstake.model.text import Document, Target
from atstake.resolve.cluster import Scheme, cluster
from atstake.resolve.copies import CopyIndex, echoes, fingerprint
from atstake.resolve.judging import constraints

# Copies of one wire text are cut and get new leads: from .4 on, 97 of 100 pairs are copies (5-gram
# containment on synthetic copies); below it the text may only quote the same speech.
CONTAINED = 0.4
# Both credit the same agency: a rewrite of its copy, not only the same quotations.
CONTAINED_WITH_CREDIT = 0.2


class Origins:
    """Fills ``origins`` and ``origin_of``."""

    name = "origins"

    def __call__(self, evidence: Evidence, so_far: Resolution) -> Resolution:
        """``so_far`` with the origins of all documents, the one with the most documents first."""
        index = index_of(evidence.documents)
        groups = _grouped(evidence.documents, index, evidence.judgements)
        origins = [_origin([evidence.documents[d] for d in group], index) for group in groups]
        origins.sort(key=lambda o: (-len(o.documents), o.id))
        of = tuple(sorted((d, o.id) for o in origins for d in o.documents))
        return replace(so_far, origins=tuple(origins), origin_of=of)


def index_of(documents: Mapping[str, Document]) -> CopyIndex:
    """The index of all documents, filed in order of their ids."""
    index = CopyIndex()
    for key in sorted(documents):
        index.add(fingerprint(documents[key]))
    return index


def same_text(a: Document, b: Document, contained: float) -> bool:
    """Whether so much shared text makes the two one origin."""
    shared_credit = {c.agency for c in a.agencies} & {c.agency for c in b.agencies}
    return contained >= (CONTAINED_WITH_CREDIT if shared_credit else CONTAINED)


def _grouped(
    documents: Mapping[str, Document], index: CopyIndex, judgements: tuple[Judgement, ...]
) -> tuple[tuple[str, ...], ...]:
    """The documents that are one text. Each pair that shares enough is a block of its own."""
    shared = {key: dict(index.near(index[key])) for key in documents}
    scheme = Scheme[Document](
        blocks=lambda d: ("\n".join(sorted((d.id, other))) for other in shared[d.id]),
        score=lambda a, b: shared[a.id][b.id] if same_text(a, b, shared[a.id][b.id]) else None,
        threshold=CONTAINED_WITH_CREDIT,
    )
    by_document = constraints(judgements, "origin", _known(documents))
    return cluster(documents, scheme, by_document)


def _known(documents: Mapping[str, Document]) -> Callable[[Target], str | None]:
    return lambda target: target.document if target.document in documents else None


def _origin(documents: list[Document], index: CopyIndex) -> Origin:
    """The origin of documents that are one text; the earliest leads, undated ones come last."""
    ordered = sorted(documents, key=lambda d: (d.published or "9999", d.id))
    lead = ordered[0]
    shared: list[Echo] = []
    for copy in ordered[1:]:
        shared.extend(echoes(lead, copy, (index[lead.id], index[copy.id])))
    credits: dict[str, int] = defaultdict(int)
    for document in ordered:
        for agency in {c.agency for c in document.agencies}:
            credits[agency] += 1
    agencies = tuple(sorted(credits, key=lambda a: (-credits[a], a)))
    names = tuple(d.id for d in ordered)
    return Origin(content_id("origin", lead.id), names, agencies, tuple(shared))
