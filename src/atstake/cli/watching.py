"""The command that watches feeds."""

from __future__ import annotations

import re
from pathlib import Path

import click

from atstake.cli.making import opened
from atstake.config import ModelName
from atstake.errors import UsageError

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_LEAST = 30
"""Seconds: who asks a server more often is a burden to it."""


def seconds(given: str) -> int:
    """A length of time ("90s", "10m", "2h", "1d") in seconds. Raises ``UsageError``."""
    found = re.fullmatch(r"(\d{1,6})\s*(s|m|h|d)", given.strip().lower())
    length = int(found[1]) * _SECONDS[found[2]] if found else 0
    if length < _LEAST:
        raise UsageError(f"--every {given}: write it as 10m, 2h or 1d; {_LEAST}s is the least")
    return length


@click.command()
@click.argument("dossier", type=click.Path(path_type=Path))
@click.argument("feeds", nargs=-1, required=True)
@click.option(
    "--every", default="10m", show_default=True, help="How often each feed is asked: 90s, 10m, 2h, 1d."
)
@click.option("--once", is_flag=True, help="Look once and end; exit code 1 where a feed could not be had.")
@click.option("--model", type=click.Choice(["best", "fast"]), default="best", show_default=True,
              help="Which attribution model reads.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Print only what fails.")
def watch(
    dossier: Path, feeds: tuple[str, ...], every: str, once: bool, model: ModelName, quiet: bool
) -> int:
    """Read feeds again and again, add what is new, print what changed, one line each. Ctrl-C ends it.

    FEEDS are addresses or files (RSS, Atom, JSON Feed). Only they are fetched, nothing they link to. A feed
    that fails is asked again later and stops nothing.

    \b
    Examples:
      atstake watch story.atstake https://example.org/world.rss
      atstake watch story.atstake a.rss b.atom --every 1h
      atstake watch story.atstake a.rss --once
    """
    length = seconds(every)

    def say(line: str) -> None:
        if not quiet:
            click.echo(line)

    def warn(line: str) -> None:
        click.echo(line, err=True)

    with opened(dossier, {"model": model, "model_path": None, "workers": None}) as story:
        try:
            had = story.watch(*feeds, every=length, once=once, say=say, warn=warn)
        except KeyboardInterrupt:
            if once:
                raise
            say("ended; what was read is kept")
            return 0
    return 0 if had else 1
