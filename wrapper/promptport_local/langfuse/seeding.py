"""Adding to the local Langfuse what is given as data: by tests, the control surface, and the fixture."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from promptport_local.clock import read, written
from promptport_local.langfuse.given import versions_of
from promptport_local.langfuse.keys import Keys
from promptport_local.langfuse.seeds import check_seed
from promptport_local.langfuse.state import Json, State
from promptport_local.langfuse.versions import give_labels, version_record, with_latest
from promptport_local.prompts import Prompt
from promptport_local.strict_json import check_json

_IDS = uuid.UUID("6b4ce1d5-6a1f-4d0a-9f0e-8f3f4f3b2a11")


class Seeding:
    """What may be added. No rule of Langfuse's is asked: what its own pages can make, and its past, may be added too.

    Args:
        state: What the local Langfuse holds.
        keys: Keeps keys.
    """

    def __init__(self, state: State, keys: Keys) -> None:
        self._state = state
        self._keys = keys

    def seed(self, data: Mapping[str, Any]) -> None:
        """Add what is given as data, in place of what has the same name.

        Args:
            data: Any of `keys` and `prompts`: lists of objects whose fields are the parameters of `add_key` and
                `add_prompt`; and `options`, an object with the fields of `Options`.

        Raises:
            ValueError: Something in it is not so; then nothing was added.
        """
        check_json(data)
        check_seed(data)
        with self._state.environment.transaction():
            for pair in data.get("keys", []):
                self._keys.put(**pair)
            for prompt in data.get("prompts", []):
                self._put(**prompt)
        for name, value in data.get("options", {}).items():
            setattr(self._state.options, name, value)

    def load(self, prompts: Sequence[Prompt]) -> None:
        """Add prompts that the server was given; a prompt whose name is held already is replaced."""
        given = [{"name": each.name, "tags": each.versions[-1].tags, "versions": versions_of(each)} for each in prompts]
        self.seed({"prompts": given})

    def add_key(self, public_key: str, secret_key: str, **fields: Any) -> None:
        """Add a pair of keys, in place of the one with this secret key.

        Args:
            public_key: The public key.
            secret_key: The secret key, by which the pair is found.
            fields: `kind`: `project`, or `organisation` for a pair that may not read prompts (403).

        Raises:
            ValueError: A field is not known or not of its type.
        """
        self.seed({"keys": [{"public_key": public_key, "secret_key": secret_key, **fields}]})

    def add_prompt(self, name: str, versions: Sequence[Mapping[str, Any]], tags: Sequence[str] = ()) -> None:
        """Add a prompt, in place of the one with this name.

        Args:
            name: Its name.
            versions: Its versions, oldest first, all of them texts or all of them chats. Each has `prompt` and may have
                `version` (one more than the version before), `labels` (they leave the versions before; the last version
                has `latest` besides), `config`, `commitMessage`, `id`, `createdAt`, `updatedAt` and `createdBy`.
            tags: Its tags.

        Raises:
            ValueError: A field is not known or not of its type, a number does not rise, or texts and chats are mixed.
        """
        self.seed({"prompts": [{"name": name, "tags": list(tags), "versions": [dict(each) for each in versions]}]})

    def _put(self, name: str, versions: Sequence[Json], tags: Sequence[str] = ()) -> None:
        kinds = {"text" if isinstance(each["prompt"], str) else "chat" for each in versions}
        if len(kinds) > 1:
            raise ValueError(f"the prompt {name!r}: its versions are texts or chats, not both")
        prompt: Json = {"name": name, "type": kinds.pop(), "tags": list(tags), "versions": []}
        present = self._state.moment() if any("createdAt" not in each for each in versions) else ""
        for given in versions:
            _append(prompt, given, present)
        self._state.prompts.put(name, value=prompt)


def _append(prompt: Json, given: Json, present: str) -> None:
    """Add a version to a prompt's record. Its moments stay as they were given, whatever labels move."""
    before = prompt["versions"][-1]["version"] if prompt["versions"] else 0
    number = given.get("version", before + 1)
    if number <= before:
        raise ValueError(
            f"the prompt {prompt['name']!r}: version {number} stands behind version {before}; numbers rise"
        )
    made = _moment(given.get("createdAt")) or present
    fields = {**given, "createdAt": made, "updatedAt": _moment(given.get("updatedAt")) or made}
    # No random id: a prompt file that is read again at the next start keeps the ids of its versions.
    ident = given.get("id") or str(uuid.uuid5(_IDS, f"{prompt['name']}/{number}"))
    moments = [each["updatedAt"] for each in prompt["versions"]]
    version = version_record(ident, number, fields, made)
    prompt["versions"].append(version)
    give_labels(prompt, version, with_latest(given.get("labels", [])), made)
    for each, moment in zip(prompt["versions"], [*moments, fields["updatedAt"]], strict=True):
        each["updatedAt"] = moment


def _moment(text: str | None) -> str | None:
    return None if text is None else written(read(text), "milliseconds")
