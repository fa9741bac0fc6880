"""Adding to the local xR2 what is given as data: by tests, the control surface, and the fixture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from promptport_local.prompts import Prompt
from promptport_local.strict_json import check_json
from promptport_local.xr2.ab_tests import AbTests
from promptport_local.xr2.events import Events
from promptport_local.xr2.given import versions_of
from promptport_local.xr2.keys import Keys
from promptport_local.xr2.prompts import Prompts
from promptport_local.xr2.seeds import check_seed
from promptport_local.xr2.state import OWNER, Json, State


class Seeding:
    """What may be added.

    Args:
        state: What the local xR2 holds.
        keys: Keeps keys.
        prompts: Keeps prompts.
        events: Keeps event definitions.
        ab_tests: Keeps A/B tests.
    """

    def __init__(self, state: State, keys: Keys, prompts: Prompts, events: Events, ab_tests: AbTests) -> None:
        self._state = state
        self._keys = keys
        self._prompts = prompts
        self._events = events
        self._ab_tests = ab_tests

    def seed(self, data: Mapping[str, Any]) -> None:
        """Add what is given as data, in place of what has the same name.

        Args:
            data: Any of `keys`, `prompts`, `events` (definitions), `ab_tests`: lists of objects whose fields are the
                parameters of `add_key`, `add_prompt`, `define_event` and `add_ab_test`; and `options`, an object with
                the fields of `Options`.

        Raises:
            ValueError: Something in it is not so; then nothing was added.
        """
        check_json(data)
        check_seed(data)
        with self._state.environment.transaction():
            for key in data.get("keys", []):
                self._keys.put(**key)
            for prompt in data.get("prompts", []):
                self._prompts.put(**prompt)
            for event in data.get("events", []):
                self._events.put(**event)
            for test in data.get("ab_tests", []):
                self._ab_tests.put(**test)
        for name, value in data.get("options", {}).items():
            setattr(self._state.options, name, value)

    def load(self, prompts: Sequence[Prompt]) -> None:
        """Add prompts that the server was given; a prompt whose slug is held already is replaced."""
        self.seed({"prompts": [{"slug": each.name, "versions": versions_of(each)} for each in prompts]})

    def add_key(self, token: str, **fields: Any) -> None:
        """Add an API key, or change one.

        Args:
            token: The key.
            fields: `user` (its owner, `alice`), `workspace` (the owner's, None for an owner without one), `active`
                (False for a revoked key), `owner_active` (False for a deleted owner), `quota` (successful fetches a
                day, by UTC; None for no limit).

        Raises:
            ValueError: A field is not known or not of its type.
        """
        self.seed({"keys": [{"token": token, **fields}]})

    def add_prompt(self, slug: str, versions: Sequence[Mapping[str, Any]] = (), **fields: Any) -> None:
        """Add a prompt, in place of the owner's prompt with this slug.

        Args:
            slug: Its slug.
            versions: Its versions, oldest first. Each may have `version_number` (one more than the version before),
                `status` (`production`), `system_prompt`, `user_prompt`, `assistant_prompt`, `variables`, `model_config`,
                `created_at`, `updated_at`, `deployed_at` (ISO 8601; the present moment, `deployed_at` only where it is in
                production).
            fields: `owner` (`alice`) and `workspace` (`default`).

        Raises:
            ValueError: A field is not known or not of its type.
        """
        self.seed({"prompts": [{"slug": slug, "versions": [dict(each) for each in versions], **fields}]})

    def add_version(self, slug: str, owner: str = OWNER, **fields: Any) -> int:
        """Add a version to a prompt, a draft unless `status` says otherwise. Returns its number.

        Raises:
            ValueError: There is no such prompt, or a field is not known or not of its type.
        """
        version = {"status": "draft", **fields}
        check_seed({"prompts": [{"slug": slug, "versions": [version]}]})
        return self._prompts.append(slug, owner, version)

    def define_event(self, event_name: str, metadata_schema: Sequence[Json] = (), **fields: Any) -> None:
        """Define an event, in place of the workspace's definition with this name.

        Args:
            event_name: Its name.
            metadata_schema: The fields of its metadata, each with `name` and any of `type` (`string`, `number` or
                `boolean`; others are not checked), `required`, `description`.
            fields: `workspace` (`default`), `description`, `is_active`.

        Raises:
            ValueError: A field is not known or not of its type.
        """
        self.seed({"events": [{"event_name": event_name, "metadata_schema": list(metadata_schema), **fields}]})

    def add_ab_test(
        self, name: str, slug: str, version_a: int, version_b: int, total_requests: int = 100, **fields: Any
    ) -> None:
        """Add an A/B test, in place of the workspace's test with this name.

        Args:
            name: Its name.
            slug: The prompt.
            version_a: The number of one version, of any status.
            version_b: The number of the other. xR2 serves production where there is no such version.
            total_requests: How many fetches it serves, 1 to 10,000.
            fields: `owner` (`alice`), `workspace` (`default`), `status` (`running`).

        Raises:
            ValueError: A field is not known, not of its type or out of range.
        """
        test = {"name": name, "slug": slug, "version_a": version_a, "version_b": version_b}
        self.seed({"ab_tests": [{**test, "total_requests": total_requests, **fields}]})
