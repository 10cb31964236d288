"""The dossier: one SQLite file that holds all of a story.

    from atstake.store import Dossier

    with Dossier.open(path, create=True) as dossier:               # a newer one: DossierError, one line
        if not dossier.has(sha256_of_raw_bytes):                   # before anything is parsed
            dossier.add([article, *posts], [annotations, ...], run, raw=raw_bytes)   # one transaction
        evidence = dossier.evidence()                              # -> model.stages.Evidence
        dossier.save_resolution(resolution, run)
        dossier.record_build(Build(id, made, run.id, lines))       # keeps the resolution it was made from
        dossier.judge(judgement)                                   # -> the judgement as stored (id, at)

========================================  ================================================================
``open(path, create=, readonly=)``        opens, migrates (after a copy beside it), or raises DossierError
``add(documents, annotations, run, raw)`` True if new; False if known; InputError if an id has other text
``has(sha256)``                           whether the bytes with this hash were read already
``documents()``, ``document(id)``         ``{id: Document}`` sorted by id; one, or KeyError
``raw(id)``                               the bytes that a document was read from
``annotations(*layers)``                  ``{id: Annotations}``, only the layers named, all if none is
``state()``                               what tells two moments of the dossier apart
``unread()``                              ids of documents without annotations (after ``drop_derived``)
``annotate(annotations, run)``            replaces one document's annotations
``evidence()``                            all that resolution works on
``evidence_of(ids, judgements)``  of some documents alone
``file(filings)``, ``links()``    files documents by their traits; which are like which
``parts()``, ``part(key)``        resolved neighbourhoods of a large dossier: their keys; one (``save_part``)
``save_resolution(r, run)``               replaces the resolved objects
``resolution(stale=False)``               them; None where there are none, or something came after them
``judge(judgement)``, ``judgements()``    appends; all of them, oldest first
``runs()``                                ``{id: Run}``
``record_build(build)``, ``builds()``     appends; all, oldest first, without their lines
``build(id)``, ``resolution_of(id)``      one with its lines; the resolution that it was made from
``search(query, limit)``                  ``Hit`` s: document id, title, the words found as ``Target`` s
``drop_derived()``                        forgets annotations and resolved objects, rebuilds the search index
========================================  ================================================================

One writer and many readers at a time (WAL). Documents, judgements, runs and builds are never changed:
the file itself refuses. Every method that writes is one transaction; what it wrote is on disk when it
returns, and an interrupt (Ctrl-C, kill, power cut) before that leaves the dossier as it was.
"""

from atstake.store.dossier import Dossier, State
from atstake.store.search import Hit

__all__ = ["Dossier", "Hit", "State"]
