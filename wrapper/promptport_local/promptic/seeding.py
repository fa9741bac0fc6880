"""Adding to the local Promptic what is given as data: by tests, the control surface, and the fixture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from promptport_local.clock import read, written
from promptport_local.promptic.access import Access
from promptport_local.promptic.evaluations import Evaluations
from promptport_local.promptic.examples import Examples
from promptport_local.promptic.experiments import begins
from promptport_local.promptic.records import USER, WORKSPACE, Caller, Json
from promptport_local.promptic.scores import score_of
from promptport_local.promptic.seeds import check_seed
from promptport_local.promptic.spans import added, moment, nanoseconds
from promptport_local.strict_json import check_json

_MODEL = "gpt-4.1-nano"
_SPAN = ("statusMessage", "input", "output", "metadata", "model", "provider", "inputTokens", "outputTokens", "costUsd")


class Seeding(Access, Examples, Evaluations):
    """What may be added."""

    def seed(self, data: Mapping[str, Any]) -> None:
        """Add what is given as data (`promptport_local.promptic.seeds`), in place of what has the same id or name.

        Raises:
            ValueError: Something in it is not so; then nothing was added.
        """
        check_json(data)
        check_seed(data)
        with self._environment.transaction():
            for workspace in data.get("workspaces", []):
                self._seed_workspace(**workspace)
            for key in data.get("keys", []):
                self._seed_key(**key)
            for session in data.get("sessions", []):
                self._put_session(session["token"], session.get("userId", USER), session.get("expiresAt"))
            components = [(each, self._seed_component(each)) for each in data.get("components", [])]
            for trace in data.get("traces", []):
                self._seed_trace(trace)
            for given, component in components:
                for dataset in given.get("datasets", []):
                    self._seed_dataset(component, dataset)
        for name, value in data.get("options", {}).items():
            setattr(self.options, name, value)

    def add_workspace(self, id: str, **fields: Any) -> None:
        """Add a workspace: `name`, `description`, `members` (users, `user_1` alone unless given).

        Raises:
            ValueError: A field is not known or not of its type.
        """
        self.seed({"workspaces": [{"id": id, **fields}]})

    def add_key(self, token: str, **fields: Any) -> None:
        """Add an API key, or change one: `workspaceId`, `userId`, `active` (False for a revoked one).

        Raises:
            ValueError: A field is not known or not of its type, or there is no such workspace.
        """
        self.seed({"keys": [{"token": token, **fields}]})

    def add_session(self, token: str, **fields: Any) -> None:
        """Add a session token, or change one: `userId`, `expiresAt` (ISO 8601; None for never).

        Raises:
            ValueError: A field is not known or not of its type.
        """
        self.seed({"sessions": [{"token": token, **fields}]})

    def add_component(self, name: str, **fields: Any) -> Json:
        """Add a component with whatever is in it, and answer it.

        Args:
            name: Its name.
            fields: See `promptport_local.promptic.seeds`.

        Raises:
            ValueError: A field is not known or not of its type.
        """
        self.seed({"components": [{"name": name, **fields}]})
        return self._under("components", fields.get("workspaceId", WORKSPACE), name=name)[-1]

    def add_trace(self, spans: Sequence[Json], **fields: Any) -> Json:
        """Add a trace, and answer it as `get_trace` does.

        Args:
            spans: Its spans. The first is the root, and the others are parts of it, where no `parentSpanId` says
                otherwise.
            fields: See `promptport_local.promptic.seeds`.

        Raises:
            ValueError: A field is not known or not of its type.
        """
        self.seed({"traces": [{**fields, "spans": list(spans)}]})
        trace = self._collection("traces").last(1)[0]
        return {**trace, "spans": self._spans(trace)}

    def _seed_workspace(self, id: str, members: Sequence[str] = (USER,), **fields: Any) -> None:
        now = self._now()
        usual = {"name": id, "description": None, "createdAt": now, "updatedAt": now}
        self._collection("workspaces").put(id, value={"id": id, **usual, **fields, "members": list(members)})

    def _check_workspace(self, workspace: str) -> None:
        if self._collection("workspaces").get(workspace) is None:
            raise ValueError(f"there is no workspace {workspace!r}; add it first")

    def _seed_key(self, token: str, workspaceId: str = WORKSPACE, userId: str = USER, active: bool = True) -> None:  # noqa: N803 (names of the wire)
        self._check_workspace(workspaceId)
        key = {"token": token, "workspaceId": workspaceId, "userId": userId, "active": active}
        self._collection("keys").put(token, value=key)

    def _seed_component(self, given: Json) -> Json:
        caller = Caller(given.get("workspaceId", WORKSPACE), USER)
        self._check_workspace(caller.workspace)
        known = self._find("components", caller.workspace, given["id"]) if "id" in given else None
        known = known or self._component_named(caller.workspace, given["name"])
        if known is None:
            component = self.create_component(caller, given)
        else:
            changes = {name: value for name, value in given.items() if name in ("name", "description")}
            component = self._change("components", known, changes)
            for each in self._under("experiments", caller.workspace, aiComponentId=component["id"]):
                self._remove("experiments", each)
        for each in given.get("experiments", []):
            self._seed_experiment(caller, component, each)
        return component

    def _seed_experiment(self, caller: Caller, component: Json, given: Json) -> None:
        body = {"targetModel": _MODEL, **given, "aiComponentId": component["id"]}
        prompt = None
        if "promptMessages" in given:
            prompt = begins(given["promptMessages"], "multi_message")
        record = self._new_experiment(caller, body, prompt)
        self._add_observations(record["id"], given.get("observations", []))
        self._add_evaluators(record["id"], given.get("evaluators", []))
        written_by_hand = given.get("iterations", [])
        deployed = given.get("deployed", False)
        status = given.get("experimentStatus", "completed" if written_by_hand or deployed else "pending")
        if status != "pending":
            changes = {"experimentStatus": "scheduled", "scheduledAt": record["createdAt"]}
            record = self._change("experiments", record, changes)
        if status not in ("pending", "scheduled"):
            record = self._step(record)
        for number, each in enumerate(written_by_hand, 1):
            self._seed_iteration(record, number, each)
        if status == "failed":
            record = self.fail_experiment(record["id"])
        elif status == "completed" and written_by_hand:
            record = self._change("experiments", record, {"experimentStatus": status, "endedAt": self._now()})
        while status == "completed" and record["experimentStatus"] == "running":
            record = self._step(record)
        if deployed:
            if not self._under("iterations", record["id"]):
                raise ValueError(f"an experiment of {component['name']!r} has no iteration, and can't be deployed")
            self._deploy(record)

    def _seed_iteration(self, experiment: Json, number: int, given: Json) -> None:
        messages = given.get("promptMessages") or [{"role": "user", "content": given.get("prompt", "")}]
        evaluators = self._under("evaluators", experiment["id"])
        made = self._number("iterations")
        whole = given.get("overallNormalizedScore", 0.9)
        scores = [score_of(made, each, whole) for each in evaluators]
        held_out = given.get("evalNormalizedScore")
        self._keep_iteration(experiment, made, number, messages, whole, held_out, scores, self._now())

    def _seed_trace(self, given: Json) -> None:
        workspace = given.get("workspaceId", WORKSPACE)
        self._check_workspace(workspace)
        trace_id = given.get("traceId") or self._uuid().replace("-", "")
        ids = [each.get("spanId") or self._uuid().replace("-", "")[:16] for each in given["spans"]]
        spans = [
            (trace_id, self._span(each, span_id, None if at == 0 else ids[0], given.get("component")))
            for at, (each, span_id) in enumerate(zip(given["spans"], ids, strict=True))
        ]
        fields = ("id", "createdAt", "sessionId", "userId", "metadata", "tags")
        self._take(workspace, spans, {name: given[name] for name in fields if name in given})

    def _span(self, given: Json, id: str, parent: str | None, component: str | None) -> Json:
        begun = nanoseconds(read(given["startTime"]) if "startTime" in given else self._environment.now())
        length = given.get("durationMs", 0)
        return {
            "spanId": id,
            "parentSpanId": given.get("parentSpanId", parent),
            "name": given["name"],
            "kind": given.get("kind", "llm" if given.get("model") else "task"),
            "startTime": moment(begun),
            "endTime": None if length is None else moment(begun + length * 1_000_000),
            "durationMs": length,
            "status": given.get("status", "ok"),
            **{name: given.get(name) for name in _SPAN},
            "totalTokens": added(given.get("inputTokens"), given.get("outputTokens")),
            "modelParameters": given.get("modelParameters"),
            "events": [
                {
                    "name": each["name"],
                    "timestamp": written(read(each["timestamp"]), "milliseconds")
                    if "timestamp" in each
                    else moment(begun),
                    "body": each.get("body", {}),
                }
                for each in given.get("events", [])
            ],
            "begun": begun,
            "sessionId": None,
            "userId": None,
            "labels": {"component": component, "dataset": None, "run": None},
            "resource": None,
        }

    def _seed_dataset(self, component: Json, given: Json) -> None:
        workspace = component["workspaceId"]
        for each in self._under("datasets", component["id"]):
            if given.get("id", each["id"]) == each["id"] and each["name"] == given["name"]:
                self._remove("datasets", each)
        dataset = self._new_dataset(workspace, component["id"], given, self._seeded_traces(workspace, given))
        for run in given.get("runs", []):
            record = self._new_run(dataset, run, self._seeded_traces(workspace, run))
            for each in run.get("annotations", []):
                trace = self._seeded_traces(workspace, {"traceIds": [each["traceId"]]})[0]
                self._new_annotation(record, each.get("userId", USER), {**each, "traceDbId": trace["id"]})
        for each in given.get("evaluations", []):
            self._seed_evaluation(dataset, each)

    def _seed_evaluation(self, dataset: Json, given: Json) -> None:
        record = self._new_evaluation(dataset, given)
        status = given.get("status", "completed")
        if status == "failed":
            self.fail_evaluation(record["id"])
        elif status != "pending":
            self.advance_evaluation(record["id"], self.options.evaluation_steps if status == "completed" else 1)

    def _seeded_traces(self, workspace: str, given: Json) -> list[Json]:
        """Traces by their ids in OpenTelemetry or in the database."""
        found = []
        for each in given.get("traceIds", []):
            trace = self._by_otel(workspace, each) or self._find("traces", workspace, each)
            if trace is None:
                raise ValueError(f"there is no trace {each!r}")
            found.append(trace)
        return found
