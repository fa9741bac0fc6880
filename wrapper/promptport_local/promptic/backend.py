"""The local Promptic without HTTP: its fixture, prompts from files, and everything it holds."""

from __future__ import annotations

from collections.abc import Sequence

from promptport_local.backend import Table
from promptport_local.masking import mask
from promptport_local.promptic.fixture import fixture
from promptport_local.promptic.records import KINDS, Json, Options
from promptport_local.promptic.scores import best_of
from promptport_local.promptic.seeding import Seeding
from promptport_local.prompts import Prompt

_SHOWN = 20
# By kind: the title, and the columns with what stands in them.
_TABLES = {
    "keys": ("API keys", {"Key": "token", "Workspace": "workspaceId", "Active": "active"}),
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
    "runs": ("Runs", {"Component": "component", "Name": "name", "Id": "id"}),
    "annotations": ("Annotations", {"Trace": "traceDbId", "Rating": "rating", "Comment": "comment", "User": "userId"}),
    "evaluations": ("Evaluations", {"Component": "component", "Name": "name", "Status": "status", "Id": "id"}),
    "logins": ("Logins of devices", {"Code": "user_code", "Program": "client_id", "Used": "used"}),
}


class Backend(Seeding):
    """The local Promptic: state and behaviour, to seed and to inspect in-process.

    Every operation of the contract is a method of its name. The first argument is the caller,
    from `caller`; ids, the body or the query follow.

        promptic = server.backend("promptic")
        me = promptic.caller("pk_local_dev")
        component = promptic.create_component(me, {"name": "c"})["id"]
    """

    def reset(self) -> None:
        """Return to the fixture and the usual options; ids begin anew."""
        with self._environment.transaction():
            self._environment.clear()
            self.options = Options()
            self.seed(fixture(self._environment.now()))

    def load(self, prompts: Sequence[Prompt]) -> None:
        """Add prompts that the server was given, in place of those with the same names: an experiment a version.

        The version in production is deployed. `config` may say the `model` and the `provider`.
        """
        self.seed({"components": [{"name": each.name, "experiments": _experiments(each)} for each in prompts]})

    def state(self) -> Json:
        """Everything it holds, as JSON, keys and tokens masked."""
        with self._environment.transaction():
            held = {name: self._collection(name).all() for name in ("workspaces", *KINDS)}
            for name, secret in (("keys", "token"), ("sessions", "token"), ("logins", "device_code")):
                held[name] = [{**each, secret: mask(each[secret])} for each in self._collection(name).all()]
        return {**held, "options": vars(self.options).copy()}

    def tables(self) -> list[Table]:
        """What it holds, for the page."""
        with self._environment.transaction():
            components = {each["id"]: each for each in self._collection("components").all()}
            prompts = {each["id"]: self._prompt(each) for each in components.values()}
            tables = []
            for kind, (title, columns) in _TABLES.items():
                newest = self._collection(kind).last(_SHOWN)
                rows = []
                for each in newest:
                    component = components.get(each.get("aiComponentId"), {"name": ""})
                    shown = {**each, "component": component["name"], "prompt": prompts.get(each.get("id"))}
                    rows.append([_cell(field, shown.get(field)) for field in columns.values()])
                tables.append(Table(title, list(columns), rows, len(self._collection(kind))))
        return tables

    def _prompt(self, component: Json) -> str:
        """The text of a component's deployed prompt; nothing where it has none."""
        deployment = self._find("deployments", component["workspaceId"], component["id"])
        return best_of(self._under("iterations", deployment["experimentId"]))["prompt"] if deployment else ""


def _cell(field: str, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return mask(str(value)) if field == "token" else "" if value is None else str(value)


def _experiments(prompt: Prompt) -> list[Json]:
    """The versions of a prompt that the server was given, as experiments that are over."""
    experiments = []
    for version in prompt.versions:
        # Promptic has no developer: who says that is its system.
        messages = [
            {**each, "role": "system" if each["role"] == "developer" else each["role"]} for each in version.said
        ]
        fields = {"targetModel": version.config.get("model"), "provider": version.config.get("provider")}
        experiments.append(
            {
                "name": f"version {version.number}",
                **{name: value for name, value in fields.items() if value is not None},
                "taskType": "textGeneration",
                "promptMessages": messages,
                "iterations": [{"promptMessages": messages}],
                "deployed": version is prompt.live,
            }
        )
    return experiments
