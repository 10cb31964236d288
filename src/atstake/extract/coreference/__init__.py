"""Coreference inside one document: what names, titles and pronouns point back to, and who each source is.

Sieves from the surest to the least sure (Raghunathan et al. 2010), tuned for what attributions need; where
two readings are about as good, none is taken: words in the wrong mouth are worse than words in nobody's.
"""

from __future__ import annotations

from dataclasses import replace

from atstake.extract.coreference.bodies import named_late
from atstake.extract.coreference.chain import Chain
from atstake.extract.coreference.chains import Builder
from atstake.extract.coreference.included import with_included
from atstake.extract.coreference.joint import with_joint
from atstake.extract.coreference.nested import with_inner
from atstake.extract.coreference.parties import with_both_parties
from atstake.extract.coreference.relayed import with_relayed
from atstake.extract.coreference.scene import Scene
from atstake.extract.coreference.sources import source_mentions, unnamed_sources, with_subjects
from atstake.extract.coreference.spilled import with_quotations
from atstake.facts.organisations import organisation_sector
from atstake.model.annotations import Annotations, Mention
from atstake.model.reading import Reading


class Coreference:
    """The extractor that fills ``Mention.antecedent`` and ``Attribution.mention``."""

    name = "coreference"
    needs = frozenset({"mentions", "attributions"})
    makes = frozenset({"mentions", "attributions"})

    def __call__(self, reading: Reading, found: Annotations) -> Annotations:
        """The same mentions and attributions, with their links."""
        found = with_quotations(reading, with_subjects(reading, found))
        found = found.merged(unnamed_sources(reading, found))
        found = with_inner(reading, found, source_mentions(reading, found))
        sources = source_mentions(reading, found)
        scene = Scene(reading, found, sources)
        chains = Builder(scene)
        for mention in scene.mentions:
            chains.place(mention)
        named_late(chains)
        chains.place_speakers()
        antecedents = chains.antecedents()
        linked = Annotations(
            found.document,
            mentions=tuple(_linked(m, chains.of.get(m.id), antecedents.get(m.id)) for m in found.mentions),
            attributions=tuple(replace(a, mention=sources.get(a.id)) for a in found.attributions),
        )
        outlets = frozenset(m.id for m in found.mentions if organisation_sector(m.known) == "MED")
        told = with_both_parties(reading, with_relayed(reading, linked, outlets))
        return with_included(reading, with_joint(reading, told))


def _linked(mention: Mention, chain: Chain | None, antecedent: str | None) -> Mention:
    """The mention with its link, and with the country that its chain gives a description."""
    if chain is not None and chain.meant and mention.form == "name":
        return replace(mention, antecedent=antecedent, country=chain.country, known=chain.meant)
    if chain is None or mention.form not in ("nominal", "title"):
        return replace(mention, antecedent=antecedent)
    country, known = mention.country or chain.country, mention.known
    if mention.type == "organisation" and country != mention.country:
        known = known or chain.known
    return replace(mention, antecedent=antecedent, country=country, known=known)
