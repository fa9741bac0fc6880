"""Proves that what goes wrong is told by errors of one family, and a refusal is an answer."""

from __future__ import annotations

from promptport_local.errors import CannotListen, DataError, LocalError, PortInUse, PromptError, Reason, Refusal


def test_one_family() -> None:
    """Whoever starts a server catches one; a port in use is what the system calls it as well."""
    assert all(issubclass(each, LocalError) for each in (CannotListen, PortInUse, DataError, PromptError))
    assert issubclass(PortInUse, OSError)


def test_a_refusal() -> None:
    refusal = Refusal(404, {"error": "none"}, (("X", "1"),))
    assert (refusal.status, refusal.body, refusal.headers) == (404, {"error": "none"}, (("X", "1"),))
    assert not isinstance(refusal, LocalError)


def test_every_reason_has_words() -> None:
    assert all(each.value.endswith(".") for each in Reason)
    assert len({each.value for each in Reason}) == len(Reason)
