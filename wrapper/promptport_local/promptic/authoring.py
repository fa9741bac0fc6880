"""What people do on Promptic's pages: experiments that are over, which of them a component uses, and sessions that end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from promptport_local import authoring
from promptport_local.authoring import DRAFT, PRODUCTION, Impossible, PromptView, VersionView
from promptport_local.clock import read
from promptport_local.promptic.access import Access
from promptport_local.promptic.components import Components
from promptport_local.promptic.deployments import Deployments
from promptport_local.promptic.resources import USER, WORKSPACE, Caller, Json
from promptport_local.promptic.scores import best_of
from promptport_local.promptic.seeded_experiments import SeededExperiments
from promptport_local.promptic.state import State

_CALLER = Caller(WORKSPACE, USER)


class Authoring(authoring.Authoring):
    """Components of the fixture's AI application. A version is an experiment, by its id; `production` is the deployed one.

    Args:
        state: What is held.
        access: Keeps sessions.
        components: The components.
        experiments: Adds experiments that are over.
        deployments: Deploys them.
    """

    labels: ClassVar[Sequence[str] | None] = (PRODUCTION, DRAFT)
    moved: ClassVar[Sequence[str] | None] = (PRODUCTION,)
    lacks: ClassVar[Mapping[str, str]] = {
        "ab_tests": "Promptic has no A/B tests: the deployed experiment answers every call."
    }

    def __init__(
        self,
        state: State,
        access: Access,
        components: Components,
        experiments: SeededExperiments,
        deployments: Deployments,
    ) -> None:
        self._state = state
        self._access = access
        self._components = components
        self._experiments = experiments
        self._deployments = deployments

    def prompts(self) -> list[PromptView]:
        """The components of the AI application."""
        with self._state.environment.transaction():
            return [self._view(each) for each in self._state.under("components", WORKSPACE)]

    def publish(self, name: str, messages: Sequence[Json], labels: Sequence[str]) -> str:
        """Add an experiment that has come to these messages, on the model of the one before. Answers its id."""
        authoring.check_roles("Promptic", messages, ("system", "user", "assistant"))
        chosen = authoring.chosen_labels("Promptic", labels, self.labels)
        if len(set(chosen)) > 1:
            raise Impossible("An experiment of Promptic is deployed or a draft, not both.")
        said = list(messages)
        with self._state.environment.transaction():
            component = self._find(name) or self._components.create_component(_CALLER, {"name": name})
            before = self._state.under("experiments", WORKSPACE, aiComponentId=component["id"])
            model = {key: before[-1][key] for key in ("targetModel", "provider")} if before else {}
            given = {
                "name": f"version {len(before) + 1}",
                **model,
                "taskType": "textGeneration",
                "promptMessages": said,
                "iterations": [{"promptMessages": said}],
                "deployed": PRODUCTION in chosen,
            }
            self._experiments.add(_CALLER, component, given)
            return str(self._state.under("experiments", WORKSPACE, aiComponentId=component["id"])[-1]["id"])

    def label(self, name: str, version: str, label: str) -> None:
        """Deploy an experiment."""
        if label != PRODUCTION:
            raise Impossible(f"Promptic moves the label {PRODUCTION} alone, not {label!r}.")
        with self._state.environment.transaction():
            component = self._find(name)
            if component is None:
                raise ValueError(f"Promptic holds no component {name!r}")
            authoring.version_of(self._view(component), version)
            self._deployments.deploy(_CALLER, component["id"], {"experimentId": version})

    def expire_tokens(self) -> int:
        """Let all sessions end now that have not ended yet. API keys stay good."""
        with self._state.environment.transaction():
            now = self._state.environment.now()
            sessions = self._state.collection("sessions").all()
            good = [each for each in sessions if each["expiresAt"] is None or read(each["expiresAt"]) > now]
            for each in good:
                self._access.put_session(each["token"], each["userId"], self._state.moment())
        return len(good)

    def _find(self, name: str) -> Json | None:
        found = self._state.under("components", WORKSPACE, name=name)
        if len(found) > 1:
            raise ValueError(
                f"Promptic holds {len(found)} components {name!r}: {', '.join(each['id'] for each in found)}"
            )
        return found[0] if found else None

    def _view(self, component: Json) -> PromptView:
        deployment = self._state.find("deployments", WORKSPACE, component["id"])
        deployed = deployment["experimentId"] if deployment else None
        experiments = self._state.under("experiments", WORKSPACE, aiComponentId=component["id"])
        return PromptView(component["name"], [self._version(each, deployed) for each in reversed(experiments)])

    def _version(self, experiment: Json, deployed: str | None) -> VersionView:
        iterations = self._state.under("iterations", experiment["id"])
        messages = best_of(iterations)["promptMessages"] if iterations else experiment["initialPromptMessages"]
        return VersionView(
            experiment["id"],
            messages,
            [PRODUCTION] if experiment["id"] == deployed else [],
            authoring.placeholders(messages),
            experiment["experimentStatus"],
            experiment["createdAt"],
            title=experiment["name"],
        )
