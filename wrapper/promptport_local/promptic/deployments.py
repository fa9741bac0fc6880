"""Deployments: which experiment's prompt each component uses."""

from __future__ import annotations

from promptport_local.promptic.components import Components
from promptport_local.promptic.errors import not_found, refused
from promptport_local.promptic.experiments import Experiments
from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.scores import best_of, ranking, text_of
from promptport_local.promptic.state import State


class Deployments:
    """The deployments of a workspace, one a component at most.

    Args:
        state: What is held.
        components: The components.
        experiments: The experiments.
    """

    def __init__(self, state: State, components: Components, experiments: Experiments) -> None:
        self._state = state
        self._components = components
        self._experiments = experiments

    def get_deployment(self, caller: Caller, component: str) -> Json | None:
        """Which experiment's prompt a component uses; None where nothing is deployed."""
        self._components.get_component(caller, component)
        deployment = self._state.find("deployments", caller.workspace, component)
        if deployment is None:
            return None
        return {**deployment, "experiment": self._experiments.read(caller, deployment["experimentId"])}

    def deploy(self, caller: Caller, component: str, body: Json) -> Json:
        """Let a component use the best prompt of one of its experiments, in place of another.

        Raises:
            Refusal: 404 where the component or, in it, the experiment is unknown; 409 where it has no iteration yet.
        """
        self._components.get_component(caller, component)
        experiment = self._experiments.need(caller, body["experimentId"])
        if experiment["aiComponentId"] != component:
            raise not_found()
        if not self._state.under("iterations", experiment["id"]):
            raise refused(409, "The experiment has no iteration yet")
        return self.make(experiment)

    def undeploy(self, caller: Caller, component: str) -> None:
        """Let a component use no prompt any more."""
        self._state.remove("deployments", self._state.need("deployments", caller.workspace, component))

    def get_deployed_prompt(self, caller: Caller, component: str) -> Json | None:
        """The best prompt of the deployed experiment; None where nothing is deployed."""
        record = self._components.get_component(caller, component)
        deployment = self._state.find("deployments", caller.workspace, component)
        if deployment is None:
            return None
        experiment = self._experiments.read(caller, deployment["experimentId"])
        best = best_of(self._state.under("iterations", experiment["id"]))
        messages = best["promptMessages"]
        return {
            "prompt": text_of(messages),
            "promptMessages": messages,
            "promptFormat": experiment["promptFormat"],
            "model": experiment["targetModel"],
            "provider": experiment["provider"],
            "componentId": component,
            "componentName": record["name"],
            "experimentId": experiment["id"],
            "iterationId": best["id"],
            "score": ranking(best),
            "schemaSnapshot": best["schemaSnapshot"],
        }

    def make(self, experiment: Json) -> Json:
        """Deploy an experiment that has an iteration."""
        component = experiment["aiComponentId"]
        fields = {"id": component, "aiComponentId": component, "experimentId": experiment["id"]}
        return self._state.make("deployments", {**fields, "workspaceId": experiment["workspaceId"]})
