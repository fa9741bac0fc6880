"""Components: what has experiments, datasets and, deployed, a prompt."""

from __future__ import annotations

from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.state import State, chosen, listed, newest_first


class Components:
    """The components of a workspace.

    Args:
        state: What is held.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def list_components(self, caller: Caller) -> Json:
        """All components of the workspace, the newest first."""
        return listed(newest_first(self._state.under("components", caller.workspace)))

    def create_component(self, caller: Caller, body: Json) -> Json:
        """Make a component. Several may have the same name."""
        fields = {"name": body["name"], "description": body.get("description"), "costAnalysisConfig": None}
        fields.update(dict.fromkeys(("workspaceId", "aiApplicationId"), caller.workspace))
        return self._state.make("components", fields, chosen(body))

    def get_component(self, caller: Caller, component: str) -> Json:
        """A component.

        Raises:
            Refusal: 404; there is none.
        """
        return self._state.need("components", caller.workspace, component)

    def delete_component(self, caller: Caller, component: str) -> None:
        """Remove a component with everything in it. Its traces stay, and are nobody's."""
        self._state.remove("components", self.get_component(caller, component))
        for trace in self._state.under("traces", caller.workspace, aiComponentId=component):
            self._state.put("traces", {**trace, "aiComponentId": None})

    def named(self, workspace: str, name: str | None) -> Json | None:
        """The first component of this name, or None."""
        return next(iter(self._state.under("components", workspace, name=name)), None)
