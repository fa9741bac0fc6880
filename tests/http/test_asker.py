"""Proves who asks, with the key of a moment: an answer of a function counts from then on, and what is made of a key is one's."""

from __future__ import annotations

from promptport.http.asker import Asker, account_of, credential_of
from promptport.http.key import AskedKey
from promptport.platform import Principal


def test_a_key_that_nobody_knows_yet() -> None:
    """No account, no credential, and a proof that proves nothing; both variants of a client have the same."""
    asked = AskedKey(lambda: "key")
    one, other = Asker(key=asked), Asker(key=asked)
    assert one.principal == Principal("", "")
    assert one.proof == other.proof
    assert len(one.proof) == 64
    assert "hidden" in repr(one.proof)
    assert Asker(key=AskedKey(lambda: "key")).proof != one.proof
    asked.keep("key")
    assert one.principal == Principal(account_of("key"), credential_of("key"))
    assert one.proof == Asker(key="key").proof


def test_an_account_with_a_name() -> None:
    """It is known before the key is, and outlives it."""
    asked = AskedKey(lambda: "key")
    asker = Asker(key=asked, within=("workspace",))
    asker.name_account("prod")
    before = asker.account
    asked.keep("key")
    assert asker.account == before
    assert asker.credential == credential_of("key", "workspace")
    other = Asker(key="key", within=("another",))
    other.name_account("prod")
    assert other.account != asker.account  # which are called alike by mistake


def test_what_is_made_of_a_key_is_ones() -> None:
    """Where another thread has another key meanwhile, it is made anew."""
    asked = AskedKey(lambda: "key")
    asked.keep("first")
    asker = Asker(key=asked)
    made: list[str] = []

    def make() -> str:
        made.append(str(asked.value))
        if len(made) == 1:
            asked.keep("second")
        return made[-1]

    assert asker.settled(make) == (Principal(account_of("second"), credential_of("second")), "second")
    assert made == ["first", "second"]
