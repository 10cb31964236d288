"""The command of editors' decisions."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from atstake.errors import UsageError

_VERBS = "merge split oppose reject confirm relabel pin hide note withhold redact undo list".split()


@click.command()
@click.argument("dossier", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("verb", type=click.Choice(_VERBS))
@click.argument("what", nargs=-1)
@click.option(
    "--by", envvar="ATSTAKE_EDITOR", default=getpass.getuser, help="Who decides; default: the user."
)
@click.option("--kind", default="", help="What kind of thing is meant (actor, claim, dispute, ...).")
@click.option("--why", default="", help="A reason, kept with a merge, a split or an undo.")
def review(dossier: Path, verb: str, what: tuple[str, ...], by: str, kind: str, why: str) -> int:
    """Decide, as an editor: the next brief follows it, and `undo` takes it back. Nothing is overwritten.

    WHAT is an id, a line's key, an actor's name, words of the coverage, or a place DOCUMENT:START-END.

    \b
    Examples:
      atstake review story.atstake merge "Sergey Lavrov" "Sergei Lavrov"
      atstake review story.atstake split "Ford" article-7
      atstake review story.atstake oppose "words of a statement" "words of the answer" denies
      atstake review story.atstake hide "words of a line"
      atstake review story.atstake withhold interview-7        (private: in no output)
      atstake review story.atstake redact "Jane Doe"           (a protected source)
      atstake review story.atstake relabel title "What is at stake in Moscow"
      atstake review story.atstake undo last
      atstake review story.atstake list
    """
    from atstake.pipeline import Story

    with Story.open(dossier, create=False) as story:
        if verb == "list":
            for entry in story.history():
                click.echo(entry.line())
            return 0
        if not what:
            raise UsageError(f"{verb}: say on what; see `atstake review --help`")
        judgement = story.review(verb, what, by=by, kind=kind, why=why)
    click.echo(f"{judgement.id}: {verb} by {judgement.by}; the next `atstake brief` follows it")
    return 0
