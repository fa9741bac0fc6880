"""What the local xR2 holds, and how it gets there: keys, prompts, versions, event definitions, A/B tests."""

from __future__ import annotations

import random
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from promptport_local.clock import read, written
from promptport_local.jsontext import check_json
from promptport_local.masking import mask
from promptport_local.platform import Environment, Table
from promptport_local.prompts import Prompt
from promptport_local.xr2.fixture import FIXTURE
from promptport_local.xr2.records import Collections, Json, Options, check_seed
from promptport_local.xr2.versions import versions_of

OWNER = "alice"
WORKSPACE = "default"
_SHOWN = 20


class Holdings:
    """The state of the local xR2.

    Args:
        environment: What it lives on.

    Attributes:
        options: How it behaves where xR2 has behaved in more than one way. Change its fields, or replace it.
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._store = environment.store
        self._held = Collections(environment.store)
        self._random: random.Random = environment.randomness("xr2")
        self.options = Options()

    def reset(self) -> None:
        """Return to the fixture and the usual options, and begin randomness anew."""
        with self._store.transaction():
            self._store.clear("xr2.")
            self._random = self._environment.randomness("xr2")
            self.options = Options()
            self.seed(FIXTURE)

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
        with self._store.transaction():
            for key in data.get("keys", []):
                self._put_key(**key)
            for prompt in data.get("prompts", []):
                self._put_prompt(**prompt)
            for event in data.get("events", []):
                self._put_event(**event)
            for test in data.get("ab_tests", []):
                self._put_ab_test(**test)
        for name, value in data.get("options", {}).items():
            setattr(self.options, name, value)

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
        with self._store.transaction():
            prompt = self._prompt(owner, slug)
            prompt["versions"].append(self._version(prompt, version))
            self._held.prompts.put(owner, slug, value=prompt)
        return int(prompt["versions"][-1]["version_number"])

    def publish(self, slug: str, version_number: int, owner: str = OWNER) -> None:
        """Put a version into production; the one that was there becomes `inactive`.

        Raises:
            ValueError: There is no such prompt or version.
        """
        with self._store.transaction():
            prompt = self._prompt(owner, slug)
            if all(each["version_number"] != version_number for each in prompt["versions"]):
                raise ValueError(f"the prompt {slug!r} has no version {version_number}")
            moment = written(self._environment.now())
            for each in prompt["versions"]:
                if each["version_number"] == version_number:
                    each.update(status="production", deployed_at=moment, updated_at=moment)
                elif each["status"] == "production":
                    each.update(status="inactive", updated_at=moment)
            self._held.prompts.put(owner, slug, value=prompt)

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

    @property
    def events(self) -> list[Json]:
        """The events that were recorded, oldest first, with everything that came with them."""
        return self._held.tracked.all()

    @property
    def traces(self) -> list[Json]:
        """The traces that were minted, oldest first."""
        return self._held.traces.all()

    @property
    def prompts(self) -> list[Json]:
        """The prompts with their versions."""
        return self._held.prompts.all()

    @property
    def ab_tests(self) -> list[Json]:
        """The A/B tests with their counters."""
        return self._held.ab_tests.all()

    def state(self) -> Json:
        """Everything it holds, as JSON, the keys masked."""
        with self._store.transaction():
            return {
                "keys": [{**key, "token": mask(key["token"])} for key in self._held.keys.all()],
                "prompts": self.prompts,
                "event_definitions": self._held.events.all(),
                "ab_tests": self.ab_tests,
                "traces": self.traces,
                "events": self.events,
                "usage": self._held.usage.all(),
                "options": vars(self.options).copy(),
            }

    def tables(self) -> list[Table]:
        """What it holds, for the page."""
        with self._store.transaction():
            return [
                Table("API keys", ("Key", "User", "Active"), [_key_row(key) for key in self._held.keys.all()]),
                Table(
                    "Prompts",
                    ("Slug", "Version", "Status", "System", "User", "Variables"),
                    [_version_row(prompt, each) for prompt in self.prompts for each in prompt["versions"]],
                ),
                Table(
                    "Event definitions", ("Name", "Metadata"), [_event_row(each) for each in self._held.events.all()]
                ),
                Table("A/B tests", ("Name", "Prompt", "Status", "Served A", "Served B", "Of"), self._test_rows()),
                Table(
                    "Traces",
                    ("Trace", "Prompt", "Version", "When"),
                    [
                        (each["trace_id"], each["slug"], str(each["version_number"]), each["created_at"])
                        for each in self._held.traces.last(_SHOWN)
                    ],
                    len(self._held.traces),
                ),
                Table(
                    "Events",
                    ("Event", "Trace", "User", "Value", "When"),
                    [_tracked_row(each) for each in self._held.tracked.last(_SHOWN)],
                    len(self._held.tracked),
                ),
            ]

    def _test_rows(self) -> list[tuple[str, ...]]:
        names = ("name", "slug", "status", "served_a", "served_b", "total_requests")
        return [tuple(str(test[name]) for name in names) for test in self.ab_tests]

    def _prompt(self, owner: str, slug: str) -> Json:
        prompt: Json | None = self._held.prompts.get(owner, slug)
        if prompt is None:
            raise ValueError(f"{owner} has no prompt {slug!r}")
        return prompt

    def _put_key(self, token: str, **fields: Any) -> None:
        usual = {"user": OWNER, "workspace": WORKSPACE, "active": True, "owner_active": True, "quota": None}
        self._held.keys.put(token, value={"token": token, **usual, **fields})

    def _put_prompt(
        self, slug: str, versions: Sequence[Json] = (), owner: str = OWNER, workspace: str = WORKSPACE
    ) -> None:
        prompt: Json = {"slug": slug, "owner": owner, "workspace": workspace, "versions": []}
        for each in versions:
            prompt["versions"].append(self._version(prompt, each))
        self._held.prompts.put(owner, slug, value=prompt)

    def _version(self, prompt: Json, fields: Json) -> Json:
        before = prompt["versions"][-1]["version_number"] if prompt["versions"] else 0
        number = fields.get("version_number", before + 1)
        if number <= before:
            slug = prompt["slug"]
            raise ValueError(f"the prompt {slug!r}: version {number} stands behind version {before}; numbers rise")
        moment = written(self._environment.now())
        status = fields.get("status", "production")
        made = {"created_at": moment, "updated_at": moment, "deployed_at": moment if status == "production" else None}
        for name in made:
            if fields.get(name) is not None:
                try:
                    made[name] = written(read(fields[name]))
                except ValueError as error:
                    raise ValueError(f"{name} {error}") from None
        return {
            "version_number": number,
            "status": status,
            "system_prompt": fields.get("system_prompt"),
            "user_prompt": fields.get("user_prompt"),
            "assistant_prompt": fields.get("assistant_prompt"),
            "variables": fields.get("variables", []),
            "model_config": fields.get("model_config", {}),
            **made,
        }

    def _put_event(self, event_name: str, workspace: str = WORKSPACE, **fields: Any) -> None:
        usual = {"description": "", "is_active": True, "metadata_schema": []}
        definition = {"event_name": event_name, "workspace": workspace, **usual, **fields}
        self._held.events.put(workspace, event_name, value=definition)

    def _put_ab_test(self, name: str, owner: str = OWNER, workspace: str = WORKSPACE, **fields: Any) -> None:
        test = {
            "id": self._uuid(),
            "name": name,
            "owner": owner,
            "workspace": workspace,
            "status": "running",
            **fields,
            "served_a": 0,
            "served_b": 0,
            "created_at": written(self._environment.now()),
        }
        # Removed first, so that a test that is added again is the newest.
        self._held.ab_tests.remove(workspace, name)
        self._held.ab_tests.put(workspace, name, value=test)

    def _uuid(self) -> str:
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))


def _key_row(key: Json) -> tuple[str, ...]:
    return (mask(key["token"]), key["user"], "yes" if key["active"] and key["owner_active"] else "no")


def _version_row(prompt: Json, version: Json) -> tuple[str, ...]:
    names = ", ".join(str(each.get("name")) for each in version["variables"])
    texts = (version["system_prompt"] or "", version["user_prompt"] or "")
    return (prompt["slug"], str(version["version_number"]), version["status"], *texts, names)


def _event_row(definition: Json) -> tuple[str, ...]:
    fields = (
        f"{each['name']}: {each.get('type', 'string')}{', required' if each.get('required') else ''}"
        for each in definition["metadata_schema"]
    )
    return (definition["event_name"], "\n".join(fields))


def _tracked_row(event: Json) -> tuple[str, ...]:
    value = "" if event["value"] is None else f"{event['value']} {event['currency'] or ''}".strip()
    return (event["event_name"], event["trace_id"], event["user_id"] or "", value, event["timestamp"])
