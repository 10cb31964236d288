"""A progress bar on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

Progress = Callable[[int, int, str], None]


@contextmanager
def count(label: str, quiet: bool) -> Iterator[Callable[[int, str], None] | None]:
    """A callback (done, name) for work whose end nobody knows."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    began = time.monotonic()

    def draw(done: int, name: str) -> None:
        rate = done / max(time.monotonic() - began, 0.001)
        click.echo(f"\r{label} {done:,} ({rate:.1f} a second) {name[-40:]:40}", nl=False, err=True)

    try:
        yield draw
    finally:
        click.echo(f"\r{'':90}\r", nl=False, err=True)


@contextmanager
def bar(label: str, quiet: bool) -> Iterator[Progress | None]:
    """A callback (done, of, name) that draws a bar, or None where nobody would see one."""
    if quiet or not sys.stderr.isatty():
        yield None
        return

    def draw(done: int, of: int, name: str) -> None:
        filled = round(24 * done / max(of, 1))
        line = f"\r{label} [{'#' * filled}{'.' * (24 - filled)}] {done}/{of} {name[:40]:40}"
        click.echo(line, nl=False, err=True)

    try:
        yield draw
    finally:
        click.echo(f"\r{'':90}\r", nl=False, err=True)
