"""What people do on Scope's pages: versions, which of them is in production, and tokens that expire."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from promptport_local import authoring
from promptport_local.authoring import DRAFT, PRODUCTION, Impossible, PromptView, VersionView
from promptport_local.clock import read
from promptport_local.prompts import Prompt, Version, text_of
from promptport_local.scope.given import versions_of
from promptport_local.scope.prompts import Prompts
from promptport_local.scope.seeding import Seeding
from promptport_local.scope.state import ORGANISATION, Json, State


class Authoring(authoring.Authoring):
    """Versions of the prompts of the fixture's organisation. `production` is a label that moves; a `draft` has none.

    Args:
        state: What the local Scope holds.
        prompts: Keeps prompts.
        seeding: Adds versions, and lets tokens expire.
    """

    labels: ClassVar[Sequence[str] | None] = (PRODUCTION, DRAFT)
    moved: ClassVar[Sequence[str] | None] = (PRODUCTION,)
    lacks: ClassVar[Mapping[str, str]] = {
        "ab_tests": "Scope has no A/B tests: the version in production answers every call."
    }

    def __init__(self, state: State, prompts: Prompts, seeding: Seeding) -> None:
        self._state = state
        self._prompts = prompts
        self._seeding = seeding

    def prompts(self) -> list[PromptView]:
        """The prompts of the fixture's organisation."""
        held = [each for each in self._state.prompts.all() if each["org_id"] == ORGANISATION]
        return [_view(each) for each in held]

    def publish(self, name: str, messages: Sequence[Json], labels: Sequence[str]) -> str:
        """Make a version, with the metadata and the tags of the one before; its author is nobody. Answers its id."""
        authoring.check_roles("Scope", messages, ("system", "developer", "user", "assistant"))
        chosen = authoring.chosen_labels("Scope", labels, self.labels)
        if len(set(chosen)) > 1:
            raise Impossible("A version of Scope is in production or a draft, not both.")
        with self._state.environment.transaction():
            held = self._prompts.find(ORGANISATION, name, by_name=True)
            if held is None:
                self._prompts.put(name)
            before = held["versions"][-1] if held and held["versions"] else {}
            kind = "chat" if isinstance(before.get("content"), list) else ""
            variables = [{"name": each} for each in authoring.placeholders(messages, authoring.WORDS)]
            made = Version(1, list(messages), variables, before.get("metadata") or {}, kind=kind)
            given = versions_of(Prompt(name, [made]))[0]
            fields = {key: given[key] for key in ("content", "variables", "metadata")}
            live = {"is_production": True} if PRODUCTION in chosen else {}
            ident = self._need(name)["id"]
            return self._seeding.add_version(ident, **fields, tags=before.get("tags") or [], **live)

    def label(self, name: str, version: str, label: str) -> None:
        """Put a version into production."""
        if label != PRODUCTION:
            raise Impossible(f"Scope moves the label {PRODUCTION} alone, not {label!r}.")
        with self._state.environment.transaction():
            prompt = self._need(name)
            authoring.version_of(_view(prompt), version)
            self._prompts.promote(prompt["id"], version)

    def expire_tokens(self) -> int:
        """Let all tokens expire now that have not expired yet."""
        with self._state.environment.transaction():
            moment = self._state.environment.now()
            good = [each["access_token"] for each in self._state.tokens.all() if read(each["expires_at"]) > moment]
            if good:
                self._seeding.expire(*good)
        return len(good)

    def _need(self, name: str) -> Json:
        found = self._prompts.find(ORGANISATION, name, by_name=True)
        if found is None:
            raise ValueError(f"Scope holds no prompt {name!r}")
        return found


def _view(prompt: Json) -> PromptView:
    return PromptView(prompt["name"], [_version(each) for each in reversed(prompt["versions"])])


def _version(version: Json) -> VersionView:
    messages = _messages(version["content"])
    declared = version["variables"]
    return VersionView(
        version["id"],
        messages,
        [PRODUCTION] if version["is_production"] else [],
        authoring.placeholders(messages, authoring.WORDS) if declared is None else declared,
        version["status"],
        version["created_at"],
        title=f"version {version['version_number']}",
    )


def _messages(content: object) -> list[Json]:
    """A content as messages of texts, as clients take it: what is no list of messages is one text of the user."""
    if isinstance(content, list) and all(isinstance(each, dict) and "role" in each for each in content):
        return [{"role": str(each["role"]), "content": text_of({"content": None, **each}) or ""} for each in content]
    return [] if content is None else [{"role": "user", "content": text_of({"content": content}) or ""}]
