"""What a status page shows of a client: the platform's state, and each prompt's age, source and last error, as plain data."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict  # those of Python before 3.12 can't be an answer of FastAPI's


class ErrorHealth(TypedDict):
    """An error, without any secret.

    Keys:
        kind: How the call failed, as `CallError.kind` has it; `missing` where there is no such prompt.
        status: The HTTP status; 0 where there was none.
        message: What went wrong.
        hint: What to do about it; None where nobody knows.
        at: When, in seconds since 1970.
    """

    kind: str
    status: int
    message: str
    hint: str | None
    at: float


class PlatformHealth(TypedDict):
    """The platform, as this client has met it.

    Keys:
        name: Its name.
        origin: Its address, or the folder.
        state: `answering`; `failing`, or `refused` where it refuses the account, since it last answered; `unknown` where nothing
            was asked yet.
        since: Since when it fails or refuses, or when it answered last, in seconds since 1970; None where nothing was asked.
        error: The last failure since it answered.
    """

    name: str
    origin: str
    state: Literal["answering", "failing", "refused", "unknown"]
    since: float | None
    error: ErrorHealth | None


class PromptHealth(TypedDict):
    """A prompt that was asked for.

    Keys:
        name: Its name.
        version: The version that was asked for.
        label: The label that was asked for.
        source: Where a call would get it from without a question, in the terms of `Origin.source`; None where no copy is there,
            or none that may still be served, since the credential was refused or the prompt withdrawn.
        age: Seconds since the platform gave what is kept; None where nothing is.
        error: How the last question for it failed; None where it was answered.
    """

    name: str
    version: int | str | None
    label: str | None
    source: str | None
    age: float | None
    error: ErrorHealth | None


class ReportsHealth(TypedDict):
    """What has become of what was reported, by all clients of the account in this process; the books always balance.

    Keys:
        kind: `events` or `scores`.
        accepted: How many were accepted.
        adopted: How many were taken over from processes that have ended.
        delivered: How many the platform has taken.
        waiting: How many are still to be delivered.
        aside: How many were set aside, by reason; `promptport events` lists them.
        dropped: How many were not accepted, by reason.
        duplicates: Of how many the platform says that it had them already.
    """

    kind: Literal["events", "scores"]
    accepted: int
    adopted: int
    delivered: int
    waiting: int
    aside: dict[str, int]
    dropped: dict[str, int]
    duplicates: int


class Health(TypedDict):
    """What `Client.health` answers; JSON can hold it.

    Keys:
        platform: The platform's state.
        prompts: What was asked for, by name.
        reports: The books of events and scores, as far as this client has reported any.
    """

    platform: PlatformHealth
    prompts: list[PromptHealth]
    reports: list[ReportsHealth]
