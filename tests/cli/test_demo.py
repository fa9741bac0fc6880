"""Proves that the demo shows what it does, and what came of it."""

from __future__ import annotations

from .commands import run


def test_demo() -> None:
    """The demo fetches, renders and tracks, shows its code, and what the platform holds afterwards."""
    done = run("demo")

    assert done.returncode == 0, done.stderr
    assert 'client.get("welcome")' in done.stdout
    assert "Welcome Alice and offer your help." in done.stdout
    assert "Books(accepted=2, adopted=0, delivered=2, waiting=0" in done.stdout
    for event in ("sign_up", "purchase_completed", "99.99 USD"):
        assert event in done.stdout.partition("What the platform holds now")[2]
