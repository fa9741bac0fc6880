"""What people do on Langfuse's pages: versions and their labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar

from promptport_local import authoring
from promptport_local.authoring import Impossible, PromptView, VersionView
from promptport_local.errors import Refusal
from promptport_local.langfuse.prompts import Prompts
from promptport_local.langfuse.reading import LATEST, read_creation
from promptport_local.langfuse.state import Json, State

_PLACE = "placeholder"


class Authoring(authoring.Authoring):
    """Versions and labels, by Langfuse's own rules: those of its API, of which what is made here is no exception.

    Args:
        state: What the local Langfuse holds.
        prompts: Makes versions, and gives labels.
    """

    labels: ClassVar[Sequence[str] | None] = None
    moved: ClassVar[Sequence[str] | None] = None
    lacks: ClassVar[Mapping[str, str]] = {
        "ab_tests": "Langfuse has no A/B tests: an application chooses between versions by their labels.",
        "tokens": "Langfuse has no tokens that expire: its clients send a pair of keys.",
    }

    def __init__(self, state: State, prompts: Prompts) -> None:
        self._state = state
        self._prompts = prompts

    def prompts(self) -> list[PromptView]:
        """The prompts of the project."""
        return [_view(each) for each in self._state.prompts.all()]

    def publish(self, name: str, messages: Sequence[Json], labels: Sequence[str]) -> str:
        """Make a version, with the config of the one before: a text where it is one message of the user, else a chat."""
        with self._state.environment.transaction(), _in_words():
            held = self._state.prompts.get(name)
            single = len(messages) == 1 and messages[0]["role"] == "user"
            text = single and (held is None or held["type"] == "text")
            given = {
                "name": name,
                "type": "text" if text else "chat",
                "prompt": messages[0]["content"] if text else [_message(each) for each in messages],
                "labels": list(authoring.chosen_labels("Langfuse", labels, None)),
                "config": held["versions"][-1]["config"] if held else {},
            }
            return str(self._prompts.create(read_creation(given))["version"])

    def label(self, name: str, version: str, label: str) -> None:
        """Give a label to a version; another that had it loses it."""
        if label == LATEST:
            raise Impossible(f"Langfuse gives the label {LATEST!r} itself, to the newest version.")
        with self._state.environment.transaction(), _in_words():
            prompt = self._state.prompts.get(name)
            if prompt is None:
                raise ValueError(f"Langfuse holds no prompt {name!r}")
            authoring.version_of(_view(prompt), version)
            self._prompts.give(name, int(version), [label])


def _view(prompt: Json) -> PromptView:
    versions = sorted(prompt["versions"], key=lambda each: -int(each["version"]))
    return PromptView(prompt["name"], [_version(each) for each in versions])


def _version(version: Json) -> VersionView:
    said = version["prompt"]
    messages = [{"role": "user", "content": said}] if isinstance(said, str) else [_shown(each) for each in said]
    return VersionView(
        str(version["version"]),
        messages,
        version["labels"],
        authoring.placeholders(each for each in messages if each["role"] != _PLACE),
        created=version["createdAt"],
        title=version["commitMessage"],
    )


def _message(message: Json) -> Json:
    if message["role"] == _PLACE:
        return {"type": _PLACE, "name": message["content"]}
    return {"role": message["role"], "content": message["content"]}


def _shown(message: Json) -> Json:
    return {"role": _PLACE, "content": message["name"]} if message.get("type") == _PLACE else dict(message)


@contextmanager
def _in_words() -> Iterator[None]:
    """A block in which what Langfuse refuses is told in words.

    Raises:
        ValueError: It refuses something.
    """
    try:
        yield
    except Refusal as refusal:
        found = refusal.body.get("error")
        issues = list(dict.fromkeys(_texts(found))) if isinstance(found, list) else []
        raise ValueError("; ".join(issues) or str(refusal.body["message"])) from None


def _texts(issues: Iterable[Any]) -> Iterator[str]:
    """What issues say; of a union what both of its members do, since one of them was not meant."""
    for each in issues:
        if each["code"] == "invalid_union":
            first, second = (list(_texts(some)) for some in each["errors"])
            yield from [text for text in first if text in second] or [*first, *second]
        else:
            yield f"{'.'.join(map(str, each['path']))}: {each['message'].removeprefix('Invalid input: ')}"
