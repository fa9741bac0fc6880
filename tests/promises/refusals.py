"""What a client serves where the platform gives no good answer, as data: answers, situations, and what each comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, NamedTuple

from promptport.testing import Platform
from promptport_local.prompts import read_prompts

NAME = "kept"
TEXT = "What is kept."
PAGE = "<html><head><title>Sign in</title></head><body>Please sign in.</body></html>"
HTML = {"headers": {"Content-Type": "text/html"}, "body": PAGE}
LOGIN = {"headers": {"Location": "https://login.example/"}}
DAY = 86_400.0  # seconds
COPY, ERROR, FALLBACK = "copy", "error", "fallback"


class Vendor(NamedTuple):
    """A platform, by what the tables need of it.

    Attributes:
        name: Its name.
        secret: The setting that holds its key, of which an account may have several.
        account: The setting that says which account it is.
        rotating: What it answers until a client has shown another key, before a row's own answer.
    """

    name: str
    secret: str
    account: str
    rotating: tuple[Mapping[str, Any], ...] = ({"status": 401},)

    def settings(self, platform: Platform, **more: Any) -> dict[str, Any]:
        """What a client of the local platform is opened with, which sends nothing twice."""
        found: dict[str, Any] = import_module(f"promptport_local.{self.name}").settings(platform.url(self.name))
        return {**found, "retries": 0, **more}

    def put(self, platform: Platform, text: str = TEXT, label: str = "production") -> None:
        """Hold a prompt that says a text, in a version with a label."""
        versions = [{"messages": [{"role": "user", "content": text}], "labels": [label]}]
        platform.backend(self.name).load(read_prompts([{"name": NAME, "versions": versions}]))


# Scope's key is shown for a token alone, which is asked for again once it was refused.
VENDORS = {
    each.name: each
    for each in (
        Vendor("xr2", "api_key", "api_key"),
        Vendor("promptrails", "api_key", "api_key"),
        Vendor(
            "scope",
            "api_secret",
            "api_key",
            ({"status": 401, "operation": "prompts_get_production"}, {"status": 401, "operation": "auth_login"}),
        ),
        Vendor("promptic", "api_key", "api_key"),
        Vendor("langfuse", "secret_key", "public_key"),
    )
}

# Of the account or its credential: copies answer the credential that fetched them alone.
REFUSALS: dict[str, dict[str, Any]] = {
    "401": {"status": 401, "json": {"error": "unauthorized", "detail": "no such key"}},
    "401 with a page": {"status": 401, **HTML},
    "403": {"status": 403, "json": {"error": "forbidden"}},
    "403 with a page": {"status": 403, **HTML},
    "407": {"status": 407, "body": ""},
}
# Whatever else is no good answer: copies answer the account.
OUTAGES: dict[str, dict[str, Any]] = {
    **{
        str(status): {"status": status, "json": {"detail": "no"}}
        for status in (400, 402, 405, 408, 409, 410, 422, 429, 451)
    },
    **{str(status): {"status": status, "json": {"detail": "no"}} for status in (500, 502, 503, 504, 599)},
    "503 with a page": {"status": 503, **HTML},
    "404 of a path": {"status": 404, "json": {"detail": "Not Found"}},
    "404 of a framework": {"status": 404, "json": {"statusCode": 404, "message": "Cannot GET /", "error": "Not Found"}},
    "404 with a page": {"status": 404, **HTML},
    "404 without a word": {"status": 404, "body": ""},
    **{f"{status} to a login": {"status": status, "body": "", **LOGIN} for status in (301, 302, 303, 307, 308)},
    "a login page": {"status": 200, **HTML},
    "a list": {"status": 200, "json": []},
    "a text": {"status": 200, "json": "prompt"},
    "JSON that is cut": {"status": 200, "body": '{"data": {"name": "ke'},
    "nothing": {"status": 200, "body": ""},
    "a broken connection": {"drop": True},
}
ANSWERS = {**REFUSALS, **OUTAGES}


class Situation(NamedTuple):
    """What is kept, who asks, and when; and what then is served.

    Attributes:
        refused: What is served after a refusal.
        failed: What is served in an outage.
        kept: Whether there is a copy.
        key: Whose it is: that of the `same` key, of another key of the same account (`rotated`), or of `another` account.
        days: How long ago the first such answer came.
        asked: Whether a function answers the key.
        more: What the client is opened with besides.
    """

    refused: str
    failed: str
    kept: bool = True
    key: str = "same"
    days: float = 0.0
    asked: bool = False
    more: Mapping[str, Any] = {}


SITUATIONS = {
    "nothing is kept": Situation(ERROR, ERROR, kept=False),
    "the same key": Situation(COPY, COPY),
    "the same key, of an account with a name": Situation(COPY, COPY, more={"account": "team"}),
    "the same key, which a function answers": Situation(COPY, COPY, asked=True),
    "another key of the account": Situation(ERROR, COPY, key="rotated", more={"account": "team"}),
    "another account": Situation(ERROR, ERROR, key="another"),
    "six days later": Situation(COPY, COPY, days=6.9),
    "seven days later": Situation(ERROR, COPY, days=7.1),
    "an hour later, where that is the end": Situation(ERROR, COPY, days=0.1, more={"refusal_ttl": 3600.0}),
    "where refusals are to raise": Situation(ERROR, COPY, more={"on_refusal": "raise"}),
}


class Case(NamedTuple):
    """A row of the table.

    Attributes:
        answer: What the platform answers.
        situation: What is kept, who asks, and when.
        place: Where copies are kept.
        fallback: Whether the caller has something else to go on with.
    """

    answer: str
    situation: str
    place: str
    fallback: bool

    @property
    def refused(self) -> bool:
        """Whether it is the account that is refused."""
        return self.answer in REFUSALS

    @property
    def expected(self) -> str:
        """What it must come to."""
        about = SITUATIONS[self.situation]
        found = about.refused if self.refused else about.failed
        return FALLBACK if found == ERROR and self.fallback else found


def cases(place: str, size: float, turn: int) -> Iterator[Case]:
    """The table for a place; at less than full size every situation, with a refusal and an outage that others take in their turn.

    Args:
        place: Where copies are kept.
        size: How large the measurement is.
        turn: Whose turn it is.
    """
    for at, situation in enumerate(SITUATIONS):
        for group in (tuple(REFUSALS), tuple(OUTAGES)):
            if size == 1:
                yield from (Case(answer, situation, place, fallback) for answer in group for fallback in (False, True))
            else:
                yield Case(group[(turn + 7 * at) % len(group)], situation, place, (turn + at) % 2 == 1)
