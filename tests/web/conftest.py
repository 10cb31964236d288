"""The app over a copy of the sample's dossier, asked without a socket; and served to a real browser."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from app_client import Client

from atstake.config import Settings
from atstake.web.serving import _bound, _hosts, _server
from atstake.web.shelf import Shelf


@pytest.fixture
def client(models: None, dossier: Path) -> Iterator[Client]:
    shelf = Shelf([dossier], Settings(workers=1))
    yield Client(shelf)
    shelf.close()


@pytest.fixture(scope="session")
def still(models: None, sample_dossier: Path) -> Iterator[Client]:
    """For tests that change nothing."""
    shelf = Shelf([sample_dossier], Settings(workers=1))
    yield Client(shelf)
    shelf.close()


Served = Callable[..., str]


@pytest.fixture
def served(models: None) -> Iterator[Served]:
    """Serves dossiers on a socket; gives the address."""
    running = []

    def start(*dossiers: Path) -> str:
        listening = _bound("127.0.0.1", 0)
        port = listening.getsockname()[1]
        shelf = Shelf(dossiers, Settings(workers=1))
        server = _server(shelf, _hosts("127.0.0.1", port))
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        running.append((server, thread, shelf))
        return f"http://127.0.0.1:{port}"

    yield start
    for server, thread, shelf in running:
        server.should_exit = True
        thread.join(20)
        shelf.close()
