"""Proves that credentials go where a contract's security schemes say, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.errors import ConfigurationError
from promptport.http.schemes import SchemeRules
from promptport.model import Operation, Scheme

SCHEMES = {
    "token": Scheme("bearer"), "pair": Scheme("basic"), "head": Scheme("header", "X-Key"), "asked": Scheme("query", "api key"),
    "one": Scheme("cookie", "one"), "two": Scheme("cookie", "two"),
}  # fmt: skip


def operation(*security: str, **more: Any) -> Operation:
    return Operation("things_get", "GET", "/", "https://one.example", security=security, **more)


def test_where_they_go() -> None:
    rules = SchemeRules(SCHEMES, {"token": "t", "head": "h", "asked": "q", "one": "1;", "two": "2", "pair": ("u", "p")})
    assert rules.headers(operation("token")) == [("Authorization", "Bearer t")]
    assert rules.headers(operation("pair")) == [("Authorization", "Basic dTpw")]
    assert rules.headers(operation("head")) == [("X-Key", "h")]
    assert (rules.headers(operation("asked")), rules.query(operation("asked"))) == ([], [("api key", "q")])
    both = operation("one", "two", alternatives=(("one", "two"),))
    assert (rules.headers(both), rules.query(both)) == ([("Cookie", "one=1%3B; two=2")], [])


def test_the_first_alternative_for_which_all_is_there() -> None:
    """To say nothing is the last."""
    rules = SchemeRules(SCHEMES, {"token": "t"})
    both = (("token", "head"), (), ("token",))
    assert rules.headers(operation("token", "head", alternatives=both)) == [("Authorization", "Bearer t")]
    assert SchemeRules(SCHEMES, {}).headers(operation("token", "head", alternatives=both)) == []
    with pytest.raises(ConfigurationError, match="things_get: give credentials for 'pair' or 'head'"):
        rules.headers(operation("pair", "head"))
    with pytest.raises(ConfigurationError, match="give credentials for 'token' with 'head'"):
        rules.headers(operation("token", "head", alternatives=(("token", "head"),)))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"tokn": "a"}, "There is no scheme 'tokn'; there are token, pair"),
        ({"token": ("a", "b")}, "'token' must be a text"),
        ({"token": ""}, "'token' must be a text"),
        ({"pair": "a:b"}, "'pair' must be a tuple of user and password"),
    ],
)
def test_credentials_that_no_scheme_takes(given: Any, says: str) -> None:
    with pytest.raises(ConfigurationError, match=says):
        SchemeRules(SCHEMES, given)


@pytest.mark.parametrize("given", ["planted\r\nX-Evil: 1", "planted\0", "plant\xe9d", " ", "planted "])
@pytest.mark.parametrize("name", ["token", "head"])
def test_credentials_that_no_header_takes(name: str, given: str) -> None:
    """It is told before anything is sent, and without them: a library would repeat them in its own words."""
    with pytest.raises(ConfigurationError, match=f"The credential for '{name}' (is blank|has)") as raised:
        SchemeRules(SCHEMES, {name: given})
    assert "plant" not in str(raised.value)
    assert SchemeRules(SCHEMES, {"head": "Token t"}).headers(operation("head")) == [("X-Key", "Token t")]
    SchemeRules(SCHEMES, {"one": given, "asked": given})  # which are encoded


def test_who_asks() -> None:
    """The same credentials are the same account, in whatever order; a header that says who asks is for no caller to set."""
    several: list[dict[str, Any]] = [{"token": "t", "pair": ("u", "p")}, {"pair": ("u", "p"), "token": "t"},
                                     {"token": "t", "pair": ("u", "q")}, {}]  # fmt: skip
    one, same, other, nobody = (SchemeRules(SCHEMES, given) for given in several)
    assert one.principal == same.principal != other.principal
    assert one.proof == same.proof != other.proof
    assert (nobody.account, nobody.credential) == ("", "")
    for name in ("X-Key", "authorization", "Cookie"):
        with pytest.raises(ConfigurationError, match="says who asks"):
            one.check_headers({name: "other"})
    one.check_headers({"X-Trace": "1"})


def test_none_of_them_is_seen() -> None:
    """Neither the pair as it is sent."""
    rules = SchemeRules(SCHEMES, {"token": "hush-hush", "pair": ("user", "pass-word")})
    assert rules.hide("hush-hush pass-word dXNlcjpwYXNzLXdvcmQ= user") == "[hidden] [hidden] [hidden] user"
    assert "hush" not in repr(rules.headers(operation("token")))
