"""What the page shows of the local Promptic."""

from __future__ import annotations

from promptport_local.backend import Table
from promptport_local.masking import mask
from promptport_local.promptic.resources import Json
from promptport_local.promptic.scores import best_of
from promptport_local.promptic.state import State

_SHOWN = 20
# By collection: the title, and the columns with what stands in them.
_TABLES = {
    "keys": ("API keys", {"Key": "token", "AI application": "workspaceId", "Active": "active"}),
    "components": ("Components", {"Name": "name", "Id": "id", "Deployed prompt": "prompt"}),
    "experiments": (
        "Experiments",
        {"Component": "component", "Name": "name", "Model": "targetModel", "Status": "experimentStatus", "Id": "id"},
    ),
    "traces": (
        "Traces",
        {
            "Name": "name",
            "Component": "component",
            "Status": "status",
            "When": "startTime",
            "Trace": "traceId",
            "Id": "id",
        },
    ),
    "datasets": ("Datasets", {"Component": "component", "Name": "name", "Id": "id"}),
    "artifacts": (
        "Artifacts",
        {"Name": "name", "Type": "mimeType", "Bytes": "sizeBytes", "Trace": "traceId", "Id": "id"},
    ),
    "runs": ("Runs", {"Component": "component", "Name": "name", "Id": "id"}),
    "annotations": ("Annotations", {"Trace": "traceDbId", "Rating": "rating", "Comment": "comment", "User": "userId"}),
    "evaluations": ("Evaluations", {"Component": "component", "Name": "name", "Status": "status", "Id": "id"}),
    "logins": ("Logins of devices", {"Code": "user_code", "Program": "client_id", "Used": "used"}),
}


def tables(state: State) -> list[Table]:
    """What is held, in words; of each collection the newest."""
    with state.environment.transaction():
        components = {each["id"]: each for each in state.collection("components").all()}
        prompts = {each["id"]: _deployed_text(state, each) for each in components.values()}
        shown = []
        for name, (title, columns) in _TABLES.items():
            rows = []
            for each in state.collection(name).last(_SHOWN):
                component = components.get(each.get("aiComponentId"), {"name": ""})
                row = {**each, "component": component["name"], "prompt": prompts.get(each.get("id"))}
                rows.append([_cell(field, row.get(field)) for field in columns.values()])
            shown.append(Table(title, list(columns), rows, len(state.collection(name))))
    return shown


def _deployed_text(state: State, component: Json) -> str:
    """The text of a component's deployed prompt; nothing where it has none."""
    deployment = state.find("deployments", component["workspaceId"], component["id"])
    return best_of(state.under("iterations", deployment["experimentId"]))["prompt"] if deployment else ""


def _cell(field: str, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return mask(str(value)) if field == "token" else "" if value is None else str(value)
