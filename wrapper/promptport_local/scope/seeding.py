"""Adding to the local Scope what is given as data: by tests, the control surface, and the fixture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from promptport_local.prompts import Prompt
from promptport_local.scope.applications import Applications
from promptport_local.scope.given import versions_of
from promptport_local.scope.prompts import Prompts
from promptport_local.scope.seeds import check_seed
from promptport_local.scope.state import ORGANISATION, State
from promptport_local.scope.tokens import Tokens
from promptport_local.strict_json import check_json


class Seeding:
    """What may be added, and changed as a person would in Scope's own pages.

    Args:
        state: What the local Scope holds.
        applications: Keeps applications.
        prompts: Keeps prompts.
        tokens: Changes tokens.
    """

    def __init__(self, state: State, applications: Applications, prompts: Prompts, tokens: Tokens) -> None:
        self._state = state
        self._applications = applications
        self._prompts = prompts
        self._tokens = tokens

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
        with self._state.environment.transaction():
            for application in data.get("applications", []):
                self._applications.put(**application)
            for prompt in data.get("prompts", []):
                self._prompts.put(**prompt)
            for version in data.get("versions", []):
                self._prompts.put_version(**version)
            for choice in data.get("promote", []):
                self._prompts.promote(**choice)
            if "revoke" in data:
                self._tokens.change(data["revoke"], {"revoked": True})
            if "expire" in data:
                self._tokens.change(data["expire"], {"expires_at": self._state.environment.moment()})
        for name, value in data.get("options", {}).items():
            setattr(self._state.options, name, value)

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
        with self._state.environment.transaction():
            self.seed({"prompts": [prompt]})
            return str(self._prompts.need(fields.get("org_id", ORGANISATION), name, by_name=True)["id"])

    def add_version(self, prompt: str, **fields: Any) -> str:
        """Add a version to a prompt: a draft, unless `status` or `is_production` say otherwise. Returns its id.

        Args:
            prompt: The prompt.
            fields: `org_id` (`my-org`), and what a version of `add_prompt` may have.

        Raises:
            ValueError: There is no such prompt, or as in `add_prompt`.
        """
        with self._state.environment.transaction():
            self.seed({"versions": [{"prompt": prompt, **fields}]})
            return str(self._prompts.need(fields.get("org_id", ORGANISATION), prompt)["versions"][-1]["id"])

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
