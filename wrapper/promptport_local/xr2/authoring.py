"""What people do on xR2's pages: versions with their statuses, and A/B tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from promptport_local import authoring
from promptport_local.authoring import DRAFT, PRODUCTION, Impossible, PromptView, VersionView
from promptport_local.prompts import Prompt, Version
from promptport_local.xr2.ab_tests import AbTests
from promptport_local.xr2.given import versions_of
from promptport_local.xr2.prompts import Prompts
from promptport_local.xr2.seeding import Seeding
from promptport_local.xr2.seeds import STATUSES
from promptport_local.xr2.state import OWNER, Json, State

_ROLES = {"system": "system_prompt", "user": "user_prompt", "assistant": "assistant_prompt"}
_TWO = 2
_MOST = 10_000  # fetches that a test serves


class Authoring(authoring.Authoring):
    """Versions, statuses and A/B tests of the prompts of the fixture's owner.

    A version has one status, which is its label. `production` and `testing` move: the version that had one becomes `inactive`.
    The others stay with as many versions as have them.

    Args:
        state: What the local xR2 holds.
        prompts: Keeps prompts.
        ab_tests: Keeps A/B tests.
        seeding: Adds versions and tests.
    """

    labels: ClassVar[Sequence[str] | None] = STATUSES
    moved: ClassVar[Sequence[str] | None] = STATUSES
    lacks: ClassVar[Mapping[str, str]] = {
        "tokens": "xR2 has no tokens that expire: its clients send the API key itself."
    }

    def __init__(self, state: State, prompts: Prompts, ab_tests: AbTests, seeding: Seeding) -> None:
        self._state = state
        self._prompts = prompts
        self._ab_tests = ab_tests
        self._seeding = seeding

    def prompts(self) -> list[PromptView]:
        """The prompts of the fixture's owner."""
        with self._state.environment.transaction():
            held = [each for each in self._state.prompts.all() if each["owner"] == OWNER]
            return [PromptView(each["slug"], self._versions(each)) for each in held]

    def publish(self, name: str, messages: Sequence[Json], labels: Sequence[str]) -> str:
        """Make a version, with the settings of the one before and what that declares of its variables."""
        authoring.check_roles("xR2", messages, tuple(_ROLES), one_each=True)
        chosen = authoring.chosen_labels("xR2", labels, STATUSES)
        if len(set(chosen)) > 1:
            raise Impossible(f"A version of xR2 has one status, not {' and '.join(chosen)}.")
        with self._state.environment.transaction():
            held = self._state.prompts.get(OWNER, name)
            if held is None:
                self._prompts.put(name)
            before: Json = held["versions"][-1] if held and held["versions"] else {"variables": [], "model_config": {}}
            declared = {each["name"]: each for each in before["variables"] if isinstance(each.get("name"), str)}
            found = authoring.placeholders(messages, authoring.WORDS)
            variables = [declared.get(each) or {"name": each, "type": "string"} for each in found]
            made = Version(1, list(messages), variables, before["model_config"])
            fields = {**versions_of(Prompt(name, [made]))[0], "status": DRAFT}
            del fields["version_number"]
            version = str(self._seeding.add_version(name, **fields))
            self.label(name, version, chosen[0])
        return version

    def label(self, name: str, version: str, label: str) -> None:
        """Give a version a status."""
        authoring.chosen_labels("xR2", [label], STATUSES)
        with self._state.environment.transaction():
            prompt = self._need(name)
            number = self._number(prompt, version)
            if label == PRODUCTION:
                self._prompts.publish(name, number)
                return
            moment = self._state.environment.moment()
            for each in prompt["versions"]:
                if each["version_number"] == number:
                    each.update(status=label, updated_at=moment)
                elif label == "testing" == each["status"]:
                    each.update(status="inactive", updated_at=moment)
            self._state.prompts.put(OWNER, name, value=prompt)

    def put_first(self, name: str, version: str) -> None:
        """Put a version into production, without a test."""
        self._ab_tests.end(self._need(name))
        self.label(name, version, PRODUCTION)

    def ab_test(self, name: str, weights: Mapping[str, float]) -> None:
        """Begin a test of two versions, which xR2 draws with the same chance."""
        if len(weights) != _TWO or len(set(weights.values())) > 1:
            raise Impossible("An A/B test of xR2 is of two versions, of which each has half of the calls.")
        with self._state.environment.transaction():
            prompt = self._need(name)
            first, second = (self._number(prompt, each) for each in weights)
            self._ab_tests.end(prompt)
            self._seeding.add_ab_test(name, name, first, second, _MOST)

    def end_ab_test(self, name: str) -> None:
        """End the tests of a prompt."""
        if not self._ab_tests.end(self._need(name)):
            raise ValueError(f"no A/B test of the prompt {name!r} runs")

    def _versions(self, prompt: Json) -> list[VersionView]:
        running = self._ab_tests.running(prompt)
        tested = [running[-1][side] for side in ("version_a", "version_b")] if running else []
        return [
            VersionView(
                str(each["version_number"]),
                [{"role": role, "content": each[key]} for role, key in _ROLES.items() if each[key] is not None],
                [each["status"]],
                [str(variable.get("name")) for variable in each["variables"]],
                each["status"],
                each["created_at"],
                tested.count(each["version_number"]) / len(tested) if each["version_number"] in tested else None,
            )
            for each in reversed(prompt["versions"])
        ]

    def _need(self, name: str) -> Json:
        prompt: Json | None = self._state.prompts.get(OWNER, name)
        if prompt is None:
            raise ValueError(f"xR2 holds no prompt {name!r}")
        return prompt

    def _number(self, prompt: Json, version: str) -> int:
        return int(authoring.version_of(PromptView(prompt["slug"], self._versions(prompt)), version).version)
