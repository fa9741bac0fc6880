"""What the local Scope holds, and how it gets there: applications, prompts, versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from promptport_local.backend import Table
from promptport_local.clock import written
from promptport_local.environment import Environment
from promptport_local.masking import mask
from promptport_local.prompts import Prompt
from promptport_local.scope.fixture import FIXTURE
from promptport_local.scope.ids import prompt_id, ulid
from promptport_local.scope.records import Collections, Json, Options, check_seed
from promptport_local.scope.versions import version_record, versions_of, with_production
from promptport_local.strict_json import check_json

ORGANISATION = "my-org"
_SHOWN = 20


class Holdings:
    """The state of the local Scope. A prompt is named by its name or its id, wherever one is asked for.

    Args:
        environment: What it lives on.

    Attributes:
        options: How it behaves where Scope leaves a choice. Change its fields, or replace it.
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._held = Collections(environment)
        self.options = Options()

    def reset(self) -> None:
        """Return to the fixture and the usual options, forget every token, and begin randomness anew."""
        with self._environment.transaction():
            self._environment.clear()
            self.options = Options()
            self.seed(FIXTURE)

    def seed(self, data: Mapping[str, Any]) -> None:
        """Add what is given as data, in place of what has the same name.

        Args:
            data: Any of `applications`, `prompts`, `versions`, `promote`: lists of objects whose fields are the
                parameters of `add_application`, `add_prompt`, `add_version` and `promote`; `revoke` and `expire`: a
                list of tokens, or `all`; and `options`, an object with the fields of `Options`. They are done in this
                order.

        Raises:
            ValueError: Something in it is not so; then nothing was added.
        """
        check_json(data)
        check_seed(data)
        with self._environment.transaction():
            for application in data.get("applications", []):
                self._put_application(**application)
            for prompt in data.get("prompts", []):
                self._put_prompt(**prompt)
            for version in data.get("versions", []):
                self._put_version(**version)
            for choice in data.get("promote", []):
                self._promote(**choice)
            if "revoke" in data:
                self._change_tokens(data["revoke"], {"revoked": True})
            if "expire" in data:
                self._change_tokens(data["expire"], {"expires_at": self._moment()})
        for name, value in data.get("options", {}).items():
            setattr(self.options, name, value)

    def load(self, prompts: Sequence[Prompt]) -> None:
        """Add prompts that the server was given; a prompt whose name is held already is replaced."""
        self.seed({"prompts": [{"name": each.name, "versions": versions_of(each)} for each in prompts]})

    def add_application(self, api_key: str, api_secret: str | None = None, **fields: Any) -> None:
        """Add an application, or change one: what is not given stays as it is.

        Args:
            api_key: Its key.
            api_secret: Its secret; a new application needs one.
            fields: `org_id` (its organisation, `my-org`), `enabled` (False where it may no longer log in: 403),
                `can_read` (False where it may log in, and no prompt is for it: 403).

        Raises:
            ValueError: A field is not known or not of its type, or a new application has no secret.
        """
        secret = {} if api_secret is None else {"api_secret": api_secret}
        self.seed({"applications": [{"api_key": api_key, **secret, **fields}]})

    def add_prompt(self, name: str, versions: Sequence[Mapping[str, Any]] = (), **fields: Any) -> str:
        """Add a prompt, in place of the organisation's prompt with this name, whose id it takes over. Returns its id.

        Args:
            name: Its name. One that has the form of an id is found by the id alone.
            versions: Its versions, oldest first. Each may have `version_number` (one more than the version before), `id`
                (`version-1` and so on), `status` (`published`), `is_production` (where none says it, the last one that is
                published), `content` (a text, or a list of messages), `variables` (names, or None to let all pass),
                `prompt_type` (by the content), `metadata`, `tags`, `created_at`, `updated_at`, `promoted_at` (ISO 8601;
                the present moment, `promoted_at` only where it is in production), `created_by` and `promoted_by`.
            fields: `id` (minted) and `org_id` (`my-org`).

        Raises:
            ValueError: A field is not known or not of its type; an id is no id of a prompt, or taken; two versions have
                one id, or are both in production, or one is that is not published.
        """
        prompt = {"name": name, "versions": [dict(each) for each in versions], **fields}
        with self._environment.transaction():
            self.seed({"prompts": [prompt]})
            return str(self._prompt(fields.get("org_id", ORGANISATION), name, by_name=True)["id"])

    def add_version(self, prompt: str, **fields: Any) -> str:
        """Add a version to a prompt: a draft, unless `status` or `is_production` say otherwise. Returns its id.

        Args:
            prompt: The prompt.
            fields: `org_id` (`my-org`), and what a version of `add_prompt` may have.

        Raises:
            ValueError: There is no such prompt, or as in `add_prompt`.
        """
        with self._environment.transaction():
            self.seed({"versions": [{"prompt": prompt, **fields}]})
            return str(self._prompt(fields.get("org_id", ORGANISATION), prompt)["versions"][-1]["id"])

    def promote(self, prompt: str, version_id: str, **fields: Any) -> None:
        """Put a version into production, published if it was not; the one that was there stays published.

        Args:
            prompt: The prompt.
            version_id: The version.
            fields: `org_id` (`my-org`) and `by` (who does it).

        Raises:
            ValueError: There is no such prompt or version.
        """
        self.seed({"promote": [{"prompt": prompt, "version_id": version_id, **fields}]})

    def revoke(self, *access_tokens: str) -> None:
        """Revoke tokens; without arguments, all that were issued.

        Raises:
            ValueError: A token was not issued here.
        """
        self.seed({"revoke": list(access_tokens) or "all"})

    def expire(self, *access_tokens: str) -> None:
        """Let tokens expire now; without arguments, all that were issued.

        Raises:
            ValueError: A token was not issued here.
        """
        self.seed({"expire": list(access_tokens) or "all"})

    @property
    def applications(self) -> list[Json]:
        """The applications, secrets included."""
        return self._held.applications.all()

    @property
    def prompts(self) -> list[Json]:
        """The prompts with their versions."""
        return self._held.prompts.all()

    @property
    def tokens(self) -> list[Json]:
        """The tokens that were issued, oldest first: to whom, until when, whether revoked, how many calls they opened."""
        return self._held.tokens.all()

    @property
    def counts(self) -> dict[str, int]:
        """How many exchanges issued a token (`issued`) or were refused (by code), and how many calls tokens opened."""
        with self._environment.transaction():
            refused = {each["code"]: each["count"] for each in self._held.refused.all()}
            calls = sum(each["calls"] for each in self._held.tokens.all())
            usual = {"issued": len(self._held.tokens), "invalid_credentials": 0, "application_disabled": 0}
            return {**usual, **refused, "calls": calls}

    def state(self) -> Json:
        """Everything it holds, as JSON; keys, secrets and tokens masked."""
        with self._environment.transaction():
            return {
                "applications": [_masked(each, "api_key", "api_secret") for each in self.applications],
                "prompts": self.prompts,
                "tokens": [_masked(each, "access_token", "api_key") for each in self.tokens],
                "counts": self.counts,
                "options": vars(self.options).copy(),
            }

    def tables(self) -> list[Table]:
        """What it holds, for the page."""
        with self._environment.transaction():
            return [
                Table(
                    "Applications",
                    ("Organisation", "Key", "Enabled", "Reads prompts"),
                    [
                        (each["org_id"], mask(each["api_key"]), _word(each["enabled"]), _word(each["can_read"]))
                        for each in self.applications
                    ],
                ),
                Table(
                    "Prompts",
                    ("Name", "Id", "Version", "Version id", "Status", "Production", "Content", "Variables"),
                    [_version_row(prompt, each) for prompt in self.prompts for each in prompt["versions"]],
                ),
                Table(
                    "Tokens",
                    ("Token", "Organisation", "Issued", "Expires", "Revoked", "Calls"),
                    [_token_row(each) for each in self._held.tokens.last(_SHOWN)],
                    len(self._held.tokens),
                ),
            ]

    def _moment(self) -> str:
        return written(self._environment.now())

    def _find(self, org_id: str, prompt: str, by_name: bool = False) -> Json | None:
        """An organisation's prompt, by its id where the text has the form of one, else by its name."""
        ident = None if by_name else prompt_id(prompt)
        if ident is not None:
            owner, prompt = self._held.names.get(ident) or (None, prompt)
            if owner != org_id:
                return None
        found: Json | None = self._held.prompts.get(org_id, prompt)
        return found

    def _prompt(self, org_id: str, prompt: str, by_name: bool = False) -> Json:
        found = self._find(org_id, prompt, by_name)
        if found is None:
            raise ValueError(f"{org_id} has no prompt {prompt!r}")
        return found

    def _put_application(self, api_key: str, org_id: str = ORGANISATION, **fields: Any) -> None:
        usual = {"org_id": org_id, "api_key": api_key, "enabled": True, "can_read": True}
        application = {**(self._held.applications.get(org_id, api_key) or usual), **fields}
        if "api_secret" not in application:
            raise ValueError("a new application needs an api_secret")
        self._held.applications.put(org_id, api_key, value=application)

    def _put_prompt(
        self, name: str, versions: Sequence[Json] = (), org_id: str = ORGANISATION, id: str | None = None
    ) -> None:
        held = self._find(org_id, name, by_name=True)
        ident = prompt_id(id) if id is not None else held["id"] if held else self._minted_prompt()
        if ident is None:
            raise ValueError(f"the id of a prompt is prompt_ and a ULID, not {id!r}")
        if self._held.names.get(ident) not in (None, [org_id, name]):
            raise ValueError(f"the id {ident} is another prompt's")
        if held:
            self._held.names.remove(held["id"])
        self._held.names.put(ident, value=[org_id, name])
        prompt: Json = {"id": ident, "name": name, "org_id": org_id, "versions": []}
        try:
            chosen = with_production(versions)
        except ValueError as error:
            raise ValueError(f"the prompt {name!r}: {error}") from None
        for each in chosen:
            self._append(prompt, {"status": "published", **each})
        self._held.prompts.put(org_id, name, value=prompt)

    def _put_version(self, prompt: str, org_id: str = ORGANISATION, **fields: Any) -> None:
        record = self._prompt(org_id, prompt)
        production = fields.get("is_production", False)
        if production:
            for each in record["versions"]:
                each["is_production"] = False
        self._append(record, {"status": "published" if production else "draft", **fields})
        self._held.prompts.put(org_id, record["name"], value=record)

    def _promote(self, prompt: str, version_id: str, org_id: str = ORGANISATION, by: str | None = None) -> None:
        record = self._prompt(org_id, prompt)
        if all(each["id"] != version_id for each in record["versions"]):
            raise ValueError(f"the prompt {prompt!r} has no version {version_id!r}")
        moment = self._moment()
        for each in record["versions"]:
            each["is_production"] = each["id"] == version_id
            if each["is_production"]:
                each.update(status="published", promoted_at=moment, promoted_by=by, updated_at=moment)
        self._held.prompts.put(org_id, record["name"], value=record)

    def _append(self, prompt: Json, fields: Json) -> None:
        """Add a version to a prompt's record."""
        taken = {each["id"] for each in prompt["versions"]}
        before = prompt["versions"][-1]["version_number"] if prompt["versions"] else 0
        number = fields.get("version_number", before + 1)
        if number <= before:
            raise ValueError(
                f"the prompt {prompt['name']!r}: version {number} stands behind version {before}; numbers rise"
            )
        # No random id: a prompt file that is read again at the next start keeps the ids of its versions.
        ident = fields.get("id") or next(each for n in count(number) if (each := f"version-{n}") not in taken)
        if ident in taken:
            raise ValueError(f"the prompt {prompt['name']!r} has two versions {ident!r}")
        prompt["versions"].append(version_record(ident, number, fields, self._moment))

    def _change_tokens(self, chosen: Sequence[str] | str, change: Json) -> None:
        for access_token in [each["access_token"] for each in self.tokens] if chosen == "all" else chosen:
            token = self._held.tokens.get(access_token)
            if token is None:
                raise ValueError("a token was not issued here")
            self._held.tokens.put(access_token, value={**token, **change})

    def _minted_prompt(self) -> str:
        # With a seed and a file the same digits come again after a restart.
        while True:
            ident = f"prompt_{ulid(self._environment.now(), self._environment.random)}"
            if self._held.names.get(ident) is None:
                return ident


def _masked(record: Json, *names: str) -> Json:
    return {**record, **{name: mask(record[name]) for name in names}}


def _word(flag: bool) -> str:
    return "yes" if flag else "no"


def _version_row(prompt: Json, version: Json) -> tuple[str, ...]:
    content = version["content"]
    return (
        prompt["name"],
        prompt["id"],
        str(version["version_number"]),
        version["id"],
        version["status"],
        _word(version["is_production"]),
        content if isinstance(content, str) else str(content),
        "any" if version["variables"] is None else ", ".join(version["variables"]),
    )


def _token_row(token: Json) -> tuple[str, ...]:
    revoked = _word(token["revoked"])
    return (
        mask(token["access_token"]),
        token["org_id"],
        token["issued_at"],
        token["expires_at"],
        revoked,
        str(token["calls"]),
    )
