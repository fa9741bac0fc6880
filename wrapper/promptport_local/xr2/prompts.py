"""xR2's prompts: how they get there, and the call that chooses a version of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from promptport_local.xr2.ab_tests import AbTests
from promptport_local.xr2.database import objection
from promptport_local.xr2.errors import labelled, refused
from promptport_local.xr2.keys import Keys
from promptport_local.xr2.state import OWNER, WORKSPACE, Json, State
from promptport_local.xr2.traces import Traces
from promptport_local.xr2.versions import in_production, matching, newest_in_production, version_record


class Prompts:
    """Prompts with their versions.

    Args:
        state: What the local xR2 holds.
        keys: Whom prompts are fetched for.
        ab_tests: What chooses between two versions.
        traces: What mints a trace for each fetch.
    """

    def __init__(self, state: State, keys: Keys, ab_tests: AbTests, traces: Traces) -> None:
        self._state = state
        self._keys = keys
        self._ab_tests = ab_tests
        self._traces = traces

    def put(self, slug: str, versions: Sequence[Json] = (), owner: str = OWNER, workspace: str = WORKSPACE) -> None:
        """Keep a prompt, in place of the owner's prompt with this slug.

        Raises:
            ValueError: The numbers of its versions do not rise, or a moment is none.
        """
        prompt: Json = {"slug": slug, "owner": owner, "workspace": workspace, "versions": []}
        for each in versions:
            prompt["versions"].append(version_record(prompt, each, self._state.environment.moment))
        self._state.prompts.put(owner, slug, value=prompt)

    def append(self, slug: str, owner: str, version: Mapping[str, Any]) -> int:
        """Add a version to a prompt. Returns its number.

        Raises:
            ValueError: There is no such prompt; or as in `put`.
        """
        with self._state.environment.transaction():
            prompt = self._need(owner, slug)
            record = version_record(prompt, dict(version), self._state.environment.moment)
            prompt["versions"].append(record)
            self._state.prompts.put(owner, slug, value=prompt)
        return int(record["version_number"])

    def publish(self, slug: str, version_number: int, owner: str = OWNER) -> None:
        """Put a version into production; the one that was there becomes `inactive`.

        Raises:
            ValueError: There is no such prompt or version.
        """
        with self._state.environment.transaction():
            prompt = self._need(owner, slug)
            if all(each["version_number"] != version_number for each in prompt["versions"]):
                raise ValueError(f"the prompt {slug!r} has no version {version_number}")
            moment = self._state.environment.moment()
            for each in prompt["versions"]:
                if each["version_number"] == version_number:
                    each.update(status="production", deployed_at=moment, updated_at=moment)
                elif each["status"] == "production":
                    each.update(status="inactive", updated_at=moment)
            self._state.prompts.put(owner, slug, value=prompt)

    def get_prompt(
        self, key: Json, slug: str, source_name: str, version_number: int | None = None, status: str | None = None
    ) -> Json:
        """Choose a version of a prompt and mint a trace for it.

        xR2 looks among the prompts of the key's owner. Without a number and a status a running A/B test chooses, or it
        is the version in production; with either no test takes part. A number of 0 matches nothing.

        Args:
            key: The caller's key, from `authenticate`.
            slug: The prompt.
            source_name: The caller's label for itself, echoed.
            version_number: Only this version.
            status: Only versions of this status, the newest of them.

        Raises:
            Refusal: 401 where the key's owner is gone; 429 where the quota is used up; 404 where nothing matches, with one
                of xR2's four labels, or where the owner has no workspace; 500 where xR2 fails.
        """
        self._keys.need_owner(key)
        self._keys.check_quota(key)
        self._storable(slug)
        user = key["user"]
        prompt: Json | None = self._state.prompts.get(user, slug)
        if prompt is None:
            message = f"{user} has no prompt {slug!r}."
            raise labelled("Prompt not found", message, slug=slug, api_key_owner=user, source_name=source_name)
        test: Json | None = None
        variant = None
        version: Json | None = None
        if version_number is None and status is None:
            self._keys.need_workspace(key)
            test, variant, version = self._ab_tests.choose(prompt)
            if test is None:
                version = in_production(prompt)
            elif version is None:  # it is gone, and was counted
                test, variant, version = None, None, self._instead(prompt)
        else:
            version = matching(prompt, version_number, status)
        self._keys.need_workspace(key)
        self._storable(source_name)
        with self._state.environment.transaction():
            trace_id = self._traces.mint(prompt, version, source_name)
            self._keys.count(user)
        answer = {
            "slug": slug,
            "source_name": source_name,
            **{name: value for name, value in version.items() if name != "model_config"},
            "trace_id": trace_id,
            "ab_test_id": test["id"] if test else None,
            "ab_test_name": test["name"] if test else None,
            "ab_test_variant": variant,
        }
        if self._state.options.model_config:
            answer["model_config"] = version["model_config"]
        return answer

    def _instead(self, prompt: Json) -> Json:
        """The version that stands in for one that an A/B test has chosen and that is gone. xR2 stumbles where none does."""
        if not self._state.options.wrap_500:
            return in_production(prompt)
        version = newest_in_production(prompt)
        if version is None:
            raise refused(500, "Error retrieving prompt: there is no version")
        return version

    def _storable(self, text: str) -> None:
        why = objection(text) if self._state.options.wrap_500 else None
        if why:
            raise refused(500, f"Error retrieving prompt: {why}")

    def _need(self, owner: str, slug: str) -> Json:
        prompt: Json | None = self._state.prompts.get(owner, slug)
        if prompt is None:
            raise ValueError(f"{owner} has no prompt {slug!r}")
        return prompt
