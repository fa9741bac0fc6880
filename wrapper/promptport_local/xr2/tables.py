"""The tables of the page: what the local xR2 holds, in words."""

from __future__ import annotations

from promptport_local.backend import Table
from promptport_local.masking import mask
from promptport_local.xr2.state import Json, State

_SHOWN = 20


def tables(state: State) -> list[Table]:
    """What the local xR2 holds, for the page."""
    with state.environment.transaction():
        return [
            Table("API keys", ("Key", "User", "Active"), [_key_row(key) for key in state.keys.all()]),
            Table(
                "Prompts",
                ("Slug", "Version", "Status", "System", "User", "Variables"),
                [_version_row(prompt, each) for prompt in state.prompts.all() for each in prompt["versions"]],
            ),
            Table("Event definitions", ("Name", "Metadata"), [_event_row(each) for each in state.events.all()]),
            Table(
                "A/B tests",
                ("Name", "Prompt", "Status", "Served A", "Served B", "Of"),
                [_test_row(each) for each in state.ab_tests.all()],
            ),
            Table(
                "Traces",
                ("Trace", "Prompt", "Version", "When"),
                [
                    (each["trace_id"], each["slug"], str(each["version_number"]), each["created_at"])
                    for each in state.traces.last(_SHOWN)
                ],
                len(state.traces),
            ),
            Table(
                "Events",
                ("Event", "Trace", "User", "Value", "When"),
                [_tracked_row(each) for each in state.tracked.last(_SHOWN)],
                len(state.tracked),
            ),
        ]


def _test_row(test: Json) -> tuple[str, ...]:
    return tuple(str(test[name]) for name in ("name", "slug", "status", "served_a", "served_b", "total_requests"))


def _key_row(key: Json) -> tuple[str, ...]:
    return (mask(key["token"]), key["user"], "yes" if key["active"] and key["owner_active"] else "no")


def _version_row(prompt: Json, version: Json) -> tuple[str, ...]:
    names = ", ".join(str(each.get("name")) for each in version["variables"])
    texts = (version["system_prompt"] or "", version["user_prompt"] or "")
    return (prompt["slug"], str(version["version_number"]), version["status"], *texts, names)


def _event_row(definition: Json) -> tuple[str, ...]:
    fields = (
        f"{each['name']}: {each.get('type', 'string')}{', required' if each.get('required') else ''}"
        for each in definition["metadata_schema"]
    )
    return (definition["event_name"], "\n".join(fields))


def _tracked_row(event: Json) -> tuple[str, ...]:
    value = "" if event["value"] is None else f"{event['value']} {event['currency'] or ''}".strip()
    return (event["event_name"], event["trace_id"], event["user_id"] or "", value, event["timestamp"])
