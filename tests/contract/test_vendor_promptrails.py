"""Proves that PromptRails' own client, unmodified, finds in the local platform what it knows, with state.

Every resource is made, read, changed, listed with each filter, removed and not found any more, with the ids of earlier
answers, on two platforms whose data differ: an answer that is fixed would be the same on both.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import promptrails
import pytest
from promptrails.exceptions import NotFoundError

from promptport import Client
from promptport.platform import Variable
from promptport.testing import Platform
from promptport_local.promptrails import settings

from .promptrails_clients import Asked, told


class Life(NamedTuple):
    """How a kind of record is made, read, changed, listed and removed by the vendor's client; `{…}` is the platform's name.

    Attributes:
        resource: The client's resource.
        make: The arguments of its creation.
        change: The arguments of its change; None where it can't be changed.
        filters: The filters of its list that find it, each of them by itself.
        suffix: What the names of the methods end in.
        listed: The resource of the list, where it is another.
    """

    resource: str
    make: dict[str, Any]
    change: dict[str, Any] | None
    filters: tuple[str, ...] = ()
    suffix: str = ""


LIVES = {
    "agents": Life(
        "agents",
        {"name": "Agent {}", "type": "chain", "description": "d {}"},
        {"name": "Agent {} changed", "status": "archived"},
        ("type", "name"),
    ),
    "prompts": Life("prompts", {"name": "Prompt {}", "description": "d {}"}, {"description": "changed {}"}),
    "credentials": Life(
        "credentials",
        {"name": "C {}", "type": "openai", "category": "llm", "value": "sk-{}-0123456789", "schema_type": "s"},
        {"name": "C {} changed", "is_default": True},
    ),
    "data_sources": Life("data_sources", {"name": "D {}", "type": "mysql"}, {"name": "D {} changed"}),
    "chat sessions": Life(
        "chat", {"agent_id": "agent-id", "title": "T {}", "metadata": {"k": "{}"}}, None, suffix="_session"
    ),
    "mcp_tools": Life(
        "mcp_tools",
        {"name": "Tool {}", "type": "api", "config": {"k": "{}"}, "schema": {"type": "object"}, "credential_id": "credential-id",
         "template_id": "template-id", "status": "draft"},
        {"name": "Tool {} changed", "is_active": False, "config": {"k": "{} changed"}},
    ),
    "scores": Life(
        "scores",
        {"trace_id": "trace {}", "name": "n {}", "value": 0.5, "string_value": "s {}", "data_type": "d {}", "source": "s {}",
         "span_id": "span {}", "config_id": "config {}", "comment": "c {}"},
        {"value": 0.75, "comment": "changed {}"},
        ("trace_id", "name", "source", "data_type", "config_id"),
    ),
    "score configs": Life(
        "scores",
        {"name": "n {}", "data_type": "categorical", "min_value": 1.0, "max_value": 9.0, "categories": [{"label": "{}"}],
         "description": "d {}"},
        {"is_active": False, "max_value": 10.0},
        suffix="_config",
    ),
    "webhook_triggers": Life(
        "webhook_triggers",
        {"name": "Hook {}", "agent_id": "agent {}", "generate_secret": True},
        {"name": "Hook {} changed", "is_active": False},
        ("agent_id",),
    ),
}  # fmt: skip


def filled(value: Any, name: str) -> Any:
    if isinstance(value, dict):
        return {key: filled(each, name) for key, each in value.items()}
    if isinstance(value, list):
        return [filled(each, name) for each in value]
    return value.replace("{}", name) if isinstance(value, str) else value


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_a_life(both: list[Asked], life: Life) -> None:
    """Create, read, change, list with each filter, delete, not found; what two platforms answer differs."""
    seen = [lived(asked, life) for asked in both]
    assert seen[0].keys() == seen[1].keys()
    assert {name for name in seen[0] if seen[0][name] != seen[1][name]} >= {"id", "created_at"}


def lived(asked: Asked, life: Life) -> dict[str, Any]:
    resource = getattr(asked.client, life.resource)
    act = {verb: getattr(resource, f"{verb}{life.suffix}") for verb in ("create", "get", "delete")}
    if life.change is not None:
        act["update"] = getattr(resource, f"update{life.suffix}")
    everything = getattr(resource, f"list{life.suffix}s" if life.suffix else "list")
    given = filled(life.make, asked.name)
    before = everything().meta.total
    made = act["create"](**given)
    read = act["get"](made.id)
    unshown = set() if life.resource == "scores" else {"value", "generate_secret"}
    shown = {name: value for name, value in given.items() if name not in unshown}
    assert {name: getattr(read, name) for name in shown} == shown
    once = {"token", "secret"}  # of a webhook, told when it is made and never again
    assert {name: value for name, value in told(made).items() if name not in once} == {
        name: value for name, value in told(read).items() if name not in once
    }
    if life.change is not None:
        changes = filled(life.change, asked.name)
        changed = act["update"](made.id, **changes)
        assert {name: getattr(changed, name) for name in changes} == changes
        assert told(act["get"](made.id)) == told(changed) == {**told(read), **changes}
        shown |= changes
    page = everything(page=1, limit=1)
    assert (page.meta.total, page.meta.page, page.meta.limit, page.meta.pages) == (before + 1, 1, 1, before + 1)
    assert [each.id for each in page.data] == [made.id]
    assert everything(page=before + 2, limit=1).data == []
    other = act["create"](**{**given, **dict.fromkeys(life.filters, "other")})
    for name in life.filters:
        found = everything(**{name: shown[name]})
        assert ([each.id for each in found.data], found.meta.total) == ([made.id], 1), name
        assert made.id not in [each.id for each in everything(**{name: "other"}).data]
        assert everything(**{name: ""}).meta.total == before + 2
    for each in (other.id, made.id):
        assert act["delete"](each) is None
    for gone in [each for verb, each in act.items() if verb != "create"]:
        with pytest.raises(NotFoundError) as no:
            gone(made.id)
        assert (no.value.status_code, no.value.code) == (404, "not_found")
    assert everything().meta.total == before
    return told(read)


@pytest.mark.parametrize("owner", ["agents", "prompts", "data_sources"])
def test_versions(both: list[Asked], owner: str) -> None:
    """Versions are made, listed newest first, promoted; their owner shows the current one."""
    for asked in both:
        resource = getattr(asked.client, owner)
        made = resource.create(**filled(LIVES[owner].make, asked.name))
        given = {
            "agents": {"config": promptrails.SimpleAgentConfig("prompt-id"), "input_schema": {"a": 1}, "output_schema": {"b": 1}},
            "prompts": {
                "user_prompt": "Hi {{ x }} " + asked.name, "system_prompt": "S", "llm_model_id": "llm-model-id",
                "fallback_llm_model_id": "claude-id", "temperature": 0.5, "max_tokens": 9, "top_p": 0.5, "config": {"c": 1},
            },
            "data_sources": {"query_template": "SELECT {{ x }}", "credential_id": "credential-id", "parameters": [{"name": "x"}],
                             "connection_config": {"host": asked.name}},
        }[owner]  # fmt: skip
        first = resource.create_version(made.id, version="1", set_current=True, message=asked.name, **given)
        second = resource.create_version(made.id, version="2", **given)
        assert {name: getattr(second, name) for name in given if name != "config"} == {
            name: value for name, value in given.items() if name != "config"
        }
        assert [(each.version, each.is_current) for each in resource.list_versions(made.id)] == [
            ("2", False),
            ("1", True),
        ]
        promoted = resource.promote_version(made.id, second.id)
        assert (promoted["id"], promoted["is_current"]) == (second.id, True)
        assert [each.is_current for each in resource.list_versions(made.id)] == [True, False]
        if owner != "data_sources":
            assert resource.get(made.id).current_version.id == second.id
        for owner_id, version_id in (("invalid-id", first.id), (made.id, "invalid-id")):
            with pytest.raises(NotFoundError):
                resource.promote_version(owner_id, version_id)
        resource.delete(made.id)
        with pytest.raises(NotFoundError):
            resource.list_versions(made.id)


@pytest.mark.parametrize("release", ["0.3.0", "0.9.2"])
def test_versions_that_any_client_makes(release: str) -> None:
    """What `Client` makes is what the vendor's client finds, whatever release the server is; and the other way round."""
    schema = {
        "type": "object",
        "properties": {
            "language": {"type": "string", "description": "What in.", "enum": ["en", "de"], "default": "en"}
        },
        "required": [],
    }
    with Platform(releases={"promptrails": release}) as platform:
        given = settings(platform.url("promptrails"))
        with (
            Client("promptrails", disk=False, release=release, **given) as ours,
            promptrails.PromptRails(**given) as theirs,
        ):
            language = Variable("language", "string", False, "en", "What in.", ("en", "de"))
            said = [{"role": "system", "content": "S {{ language }}"}, {"role": "user", "content": "U"}]
            made = ours.create_version(
                "mine", said, variables=[language], config={"a": [1]}, labels=["production"], note="n", description="d"
            )
            (found,) = [each for each in theirs.prompts.list(limit=100).data if each.name == "mine"]
            version = theirs.prompts.get(found.id).current_version
            assert (found.description, version.id, version.version) == ("d", made.id, made.version)
            assert (version.system_prompt, version.user_prompt) == ("S {{ language }}", "U")
            assert (version.input_schema, version.config, version.message) == (schema, {"a": [1]}, "n")
            other = theirs.prompts.create_version(
                found.id,
                version="x",
                user_prompt="Two {{language}}",
                input_schema=schema,
                message="m",
                set_current=True,
            )
            fetched = ours.get("mine", refresh=True)
            assert (fetched.id, fetched.version, fetched.note, fetched.variables) == (other.id, "x", "m", (language,))
            ours.label("mine", "production", version=str(made.version))
            assert theirs.prompts.get(found.id).current_version.id == made.id
            ours.delete("mine")
            with pytest.raises(NotFoundError):
                theirs.prompts.get(found.id)
