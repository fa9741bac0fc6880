"""Proves the surface of a version (`docs/wire/scope.md` 3.5): fields under both names, what is absent, and that it is frozen."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest

from promptport.scope import PromptVersion, Resource, ValidationError

PYTHON: dict[str, Any] = {
    "id": "v-2", "prompt_id": "prompt_1", "version_number": 2, "content": "Hi {{name}}", "variables": ["name"],
    "status": "published", "is_production": True, "prompt_type": "text", "metadata": {"model": "gpt-4", "nested": {"a": [1]}},
    "created_at": "2026-01-15T09:00:00Z", "updated_at": "2026-01-15T09:30:00Z",
}  # fmt: skip
RUBY: dict[str, Any] = {
    "version_id": "v-2", "prompt_id": "prompt_1", "name": "greeting", "version": 2, "content": "Hi {{name}}",
    "variables": ["name"], "status": "published", "prompt_type": "text", "metadata": {}, "tags": ["a"],
    "created_at": "2026-01-15T09:00:00Z", "created_by": "alice", "promoted_at": None, "promoted_by": None,
}  # fmt: skip


def read(data: dict[str, Any]) -> Any:
    """A version from the wire."""
    found = PromptVersion.from_dict(data)
    assert isinstance(found, PromptVersion)
    assert isinstance(found, Resource)
    return found


def test_fields_as_the_python_client_has_them() -> None:
    """Every field is an attribute and an item."""
    version = read(PYTHON)
    for name, value in PYTHON.items():
        assert getattr(version, name) == version[name] == version.get(name) == value
        assert name in version
    assert version.to_dict() == PYTHON
    assert (version.name, version.tags, version.get("name", "d"), "name" in version) == (None, None, "d", False)
    with pytest.raises(KeyError):
        version["nme"]
    with pytest.raises(AttributeError, match="nme"):
        version.nme  # noqa: B018 # asking is what is proven


def test_fields_as_the_ruby_client_has_them() -> None:
    """The id and the number are found under their other names, and so are they in what is made of the version."""
    version = read(RUBY)
    assert (version.id, version["id"], version.version_number, version["version_number"]) == ("v-2", "v-2", 2, 2)
    assert (version.name, version.tags, version.created_by, version.promoted_at) == ("greeting", ["a"], "alice", None)
    assert version.is_production is False
    assert "v-2" in repr(version)
    assert version.raw_data["version_id"] == json.loads(version.to_json())["version_id"] == "v-2"
    assert read({"prompt_id": "p", "id": "a", "version_id": "b"}).id == "a"


@pytest.mark.parametrize(
    ("field", "absent", "null"),
    [
        ("content", "", ""), ("variables", [], None), ("metadata", {}, {}), ("is_production", False, None),
        ("type", "text", "text"), ("status", None, None), ("updated_at", None, None), ("id", None, None),
        ("version_number", None, None),
    ],
)  # fmt: skip
def test_what_is_absent_or_null(field: str, absent: Any, null: Any) -> None:
    """`docs/wire/scope.md` 2.2: a version needs no more than the id of its prompt."""
    wire = "prompt_type" if field == "type" else field
    assert getattr(read({"prompt_id": "p"}), field) == absent
    assert getattr(read({"prompt_id": "p", wire: None}), field) == null


@pytest.mark.parametrize("kind", ["text", "chat", "other"])
def test_type(kind: str) -> None:
    """`type` is the wire's `prompt_type`; an empty one is `text`."""
    assert read({"prompt_id": "p", "prompt_type": kind}).type == kind
    assert read({"prompt_id": "p", "prompt_type": ""}).type == "text"


@pytest.mark.parametrize("status", ["draft", "published", "archived", "retired"])
def test_status(status: str) -> None:
    """A question for each status that is known."""
    version = read({"prompt_id": "p", "status": status})
    asked = {"draft": version.is_draft, "published": version.is_published, "archived": version.is_archived}
    assert asked == {name: name == status for name in asked}


def test_metadata() -> None:
    """A plain dict; `get_metadata` gives what is there, also where it is false, and the default only where nothing is."""
    version = read(
        {"prompt_id": "p", "metadata": {"zero": 0, "empty": "", "null": None, "no": False, "deep": {"a": [1]}}}
    )
    assert type(version.metadata) is dict
    found = [version.get_metadata(name, "default") for name in ("zero", "empty", "null", "no", "absent")]
    assert found == [0, "", None, False, "default"]
    assert version.get_metadata("absent") is None
    for key in (1, None, ["a"], b"a"):
        with pytest.raises(ValidationError, match="`key`"):
            version.get_metadata(key)


def test_nothing_handed_out_leads_back() -> None:
    """A version is shared by all who find it in the cache: whatever one of them changes is a copy."""
    data = {
        **PYTHON,
        "tags": ["t"],
        "content": [{"role": "user", "content": "x"}],
        "custom": {"a": {"b": [1]}},
        "list": [[1]],
    }
    version = read(copy.deepcopy(data))
    for handed in (
        version.metadata, version["metadata"], version.get("metadata"), version.get_metadata("nested"), version.raw_data,
        version.to_dict()["metadata"], version["custom"], version.get("custom"), version.to_dict()["custom"],
    ):  # fmt: skip
        handed["model"] = "changed"
    version.metadata["nested"]["a"].append(2)
    version["custom"]["a"]["b"].append(2)
    for handed in (version.variables, version["variables"], version.tags, version.content, version.list):
        handed.append("changed")
    version.content[0]["content"] = "changed"
    version.list[0].append(2)
    version.custom.to_dict()["a"] = "changed"
    assert version.to_dict() == data


def test_it_cannot_be_changed() -> None:
    """Neither by attribute nor by item, known or not."""
    version = read(PYTHON)
    for name in ("content", "id", "metadata", "new", "type"):
        with pytest.raises(AttributeError):
            setattr(version, name, "x")
        with pytest.raises(TypeError):
            version[name] = "x"
    with pytest.raises(AttributeError):
        del version.content
    assert version.to_dict() == PYTHON


def test_what_the_contract_does_not_know() -> None:
    """Unknown fields are kept; objects in them have attributes too, but for those that Scope's own client leaves plain."""
    author = {"name": "A", "links": [{"url": "u"}], "meta": {"q": 1}, "fullName": "A B"}
    version = read(
        {**PYTHON, "author": author, "meta": {"a": 1}, "_links": {"self": {}}, "errors": [{"a": 1}], "newField": 7}
    )

    assert (version.author.name, version.author.links[0].url, version.author.full_name) == ("A", "u", "A B")
    assert version.author == version["author"] == author
    assert [type(each) for each in (version.author.meta, version.meta, version["_links"], version.errors[0])] == [
        dict
    ] * 4
    assert (version.newField, version.new_field, version["newField"]) == (7, 7, 7)
    assert type(version["author"]) is dict
    with pytest.raises(AttributeError):
        version.author.nme  # noqa: B018 # asking is what is proven
    with pytest.raises(AttributeError):
        version.author.name = "x"


def test_equal_by_content() -> None:
    """To a version and to a dict with the same content; not to another's."""
    assert read(PYTHON) == read(dict(PYTHON)) == PYTHON
    assert read(PYTHON) != read({**PYTHON, "content": "x"})
    assert read(PYTHON) != 5
    assert len(read(PYTHON)) == len(PYTHON)
    assert (
        len({read(PYTHON), read(PYTHON), PromptVersion(dict(PYTHON))}) == 1
    )  # as `scope_client` makes one, and finds it again


def test_made_by_hand() -> None:
    """As tests of applications make one: by place and by name, and in a class of their own, whose constructor it may be."""

    class Own(PromptVersion):
        def __init__(self, data: dict[str, Any], client: object = None) -> None:
            super().__init__(data, client=client)

    made = PromptVersion(PYTHON)
    assert made == read(PYTHON)
    assert PromptVersion(data=PYTHON) == PromptVersion(PYTHON, None) == PromptVersion(data=PYTHON, client=None) == made
    assert isinstance(Own(PYTHON), PromptVersion)
    assert Own(PYTHON).to_dict() == made.to_dict()
    assert Own(PYTHON).content == made.content


@pytest.mark.parametrize("data", [PYTHON, RUBY, {**PYTHON, "custom": {"a": 1}}, {"prompt_id": "p", "variables": None}])
def test_copies_and_pickles(data: dict[str, Any]) -> None:
    """They are equal, can be rendered, and hold nothing of the original."""
    version = read(data)
    if data.get("variables"):
        assert version.render(name="A") == "Hi A"
    for twin in (pickle.loads(pickle.dumps(version)), copy.copy(version), copy.deepcopy(version)):
        assert type(twin) is PromptVersion
        assert (twin, repr(twin), twin.to_dict()) == (version, repr(version), version.to_dict())
        assert twin.render_values({}) == "" if "content" not in data else twin.render(name="B") == "Hi B"


def test_as_json() -> None:
    """With the options of `json.dumps`; dates as they came."""
    version = read({**PYTHON, "content": "Grüße"})
    assert json.loads(version.to_json()) == version.to_dict() == {**PYTHON, "content": "Grüße"}
    assert "Grüße" in version.to_json(ensure_ascii=False, indent=2)
    assert '"created_at": "2026-01-15T09:00:00Z"' in version.to_json()
