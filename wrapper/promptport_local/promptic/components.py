"""Components, and which experiment's prompt each of them uses."""

from __future__ import annotations

from promptport_local.promptic.experiments import Experiments
from promptport_local.promptic.records import Caller, Json, Refusal, not_found
from promptport_local.promptic.scores import best_of, ranking, text_of
from promptport_local.promptic.state import chosen, listed


class Components(Experiments):
    """Components and deployments."""

    def list_components(self, caller: Caller) -> Json:
        """All components of the workspace, the newest first."""
        return listed(self._newest("components", caller.workspace))

    def create_component(self, caller: Caller, body: Json) -> Json:
        """Make a component. Several may have the same name."""
        fields = {"name": body["name"], "description": body.get("description"), "costAnalysisConfig": None}
        return self._make("components", {**fields, "workspaceId": caller.workspace}, chosen(body))

    def get_component(self, caller: Caller, component: str) -> Json:
        """A component."""
        return self._need("components", caller.workspace, component)

    def delete_component(self, caller: Caller, component: str) -> None:
        """Remove a component with everything in it. Its traces stay, and are nobody's."""
        record = self._need("components", caller.workspace, component)
        self._remove("components", record)
        for trace in self._under("traces", caller.workspace, aiComponentId=component):
            self._put("traces", {**trace, "aiComponentId": None})

    def get_deployment(self, caller: Caller, component: str) -> Json | None:
        """Which experiment's prompt a component uses; None where nothing is deployed."""
        self._need("components", caller.workspace, component)
        deployment = self._find("deployments", caller.workspace, component)
        if deployment is None:
            return None
        return {**deployment, "experiment": self._experiment(caller, deployment["experimentId"])}

    def deploy(self, caller: Caller, component: str, body: Json) -> Json:
        """Let a component use the best prompt of one of its experiments, in place of another.

        Raises:
            Refusal: 404 where the component or, in it, the experiment is unknown; 409 where it has no iteration yet.
        """
        self._need("components", caller.workspace, component)
        experiment = self._experiment(caller, body["experimentId"])
        if experiment["aiComponentId"] != component:
            raise not_found()
        if not self._under("iterations", experiment["id"]):
            raise Refusal(409, "The experiment has no iteration yet")
        return self._deploy(experiment)

    def undeploy(self, caller: Caller, component: str) -> None:
        """Let a component use no prompt any more."""
        self._remove("deployments", self._need("deployments", caller.workspace, component))

    def get_deployed_prompt(self, caller: Caller, component: str) -> Json | None:
        """The best prompt of the deployed experiment; None where nothing is deployed."""
        record = self._need("components", caller.workspace, component)
        deployment = self._find("deployments", caller.workspace, component)
        if deployment is None:
            return None
        experiment = self._experiment(caller, deployment["experimentId"])
        best = best_of(self._under("iterations", experiment["id"]))
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

    def _deploy(self, experiment: Json) -> Json:
        component = experiment["aiComponentId"]
        fields = {"id": component, "aiComponentId": component, "experimentId": experiment["id"]}
        return self._make("deployments", {**fields, "workspaceId": experiment["workspaceId"]})
