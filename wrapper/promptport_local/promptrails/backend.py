"""PromptRails' behaviour without HTTP: its records, what runs on them, and how they get there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from promptport_local.backend import Table
from promptport_local.clock import read, written
from promptport_local.contract import Contract
from promptport_local.environment import Environment
from promptport_local.masking import mask
from promptport_local.promptrails.a2a import Tasks
from promptport_local.promptrails.approvals import Approvals
from promptport_local.promptrails.chats import Chats
from promptport_local.promptrails.fixture import FIXTURE
from promptport_local.promptrails.kind import Json
from promptport_local.promptrails.kinds import KINDS
from promptport_local.promptrails.media import Media
from promptport_local.promptrails.memories import Memories
from promptport_local.promptrails.prompts import versions_of
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.refusal import Options, Refusal
from promptport_local.promptrails.runs import Runs
from promptport_local.promptrails.sources import Sources
from promptport_local.promptrails.sums import Sums
from promptport_local.promptrails.tools import Tools
from promptport_local.promptrails.versions import Versions
from promptport_local.promptrails.webhooks import Webhooks
from promptport_local.prompts import Prompt
from promptport_local.schemas import judge_of, judged
from promptport_local.strict_json import check_json

DEEPEST = 100
"""How deeply a record may be nested: it comes back inside of others, and an answer may have twice as many levels."""

_SHOWN = 20
_FLAG = {"type": "boolean"}
_SEED_JUDGE = judge_of(
    {
        "type": "object",
        "properties": {
            **{name: {"type": "array", "items": {"type": "object"}} for name in KINDS},
            "keys": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["token"],
                    "properties": {"token": {"type": "string", "minLength": 1}, "active": _FLAG, "allowed": _FLAG},
                    "additionalProperties": False,
                },
            },
            "options": {
                "type": "object",
                "properties": {"failure": {"type": ["string", "null"], "minLength": 1}, "flat_errors": _FLAG},
                "additionalProperties": False,
            },
        },
        "additionalProperties": False,
    }
)
# What may be seeded beside the fields of a kind.
_BESIDE = {"credentials": "value", "agent_versions": "prompt_ids"}


class Backend:
    """The local PromptRails. Use it to seed and to inspect, in-process.

    Args:
        contract: PromptRails' contract.
        environment: What it lives on.

    Attributes:
        records: Everything that it holds, by kind (`agents`, `prompt_versions`, `executions`, …).
        versions: Makes and promotes versions.
        runs: Runs agents and prompts.
        approvals: Decides requests for approval.
        chats: Takes turns in chat sessions.
        memories: Searches what agents remember.
        sums: Sums up costs, sessions, scores and metrics.
        tools: Discovers, calls and installs tools.
        sources: Queries data sources, checks connections.
        media: Makes pictures, speech and films.
        webhooks: Makes triggers, and is called by them.
        tasks: Takes tasks from other agents.
    """

    def __init__(self, contract: Contract, environment: Environment) -> None:
        self.records = Records(contract, environment)
        self.versions = Versions(self.records)
        self.runs = Runs(self.records, self.versions)
        self.approvals = Approvals(self.records, self.runs)
        self.chats = Chats(self.records, self.runs)
        self.memories = Memories(self.records)
        self.sums = Sums(self.records)
        self.tools = Tools(self.records)
        self.sources = Sources(self.records, self.versions, self.runs)
        self.media = Media(self.records)
        self.webhooks = Webhooks(self.records, self.runs)
        self.tasks = Tasks(self.records, self.runs)
        self._keys = environment.collection("keys")

    @property
    def options(self) -> Options:
        """How it behaves where PromptRails leaves a choice. Change its fields."""
        return self.records.options

    @options.setter
    def options(self, options: Options) -> None:
        self.records.options = options

    def authenticate(self, token: str) -> Json:
        """The record of an API key.

        Raises:
            Refusal: 401; it is not known, or was revoked. 403; it may not be used from here.
        """
        key: Json | None = self._keys.get(token)
        if key is None or not key["active"]:
            raise Refusal(401, "unauthorized", "The API key is not known, or was revoked.")
        if not key["allowed"]:
            raise Refusal(403, "forbidden", "The API key may not be used from this address.")
        return key

    def reset(self) -> None:
        """Return to the fixture and the usual options, and begin randomness anew."""
        with self.records.transaction():
            self.records.reset()
            self.seed(FIXTURE)

    def seed(self, data: Mapping[str, Any]) -> None:
        """Add what is given as data, in place of what has the same id.

        Args:
            data: Lists of records by the kinds of `promptrails.kinds`, in the order of that table, each of any of the
                fields that it is shown with (but records inside of it): what is left out is as in a record that a client
                makes. A version that `is_current` takes the place of the one that was; a credential may have a `value`.
                Besides `keys`, each of `token`, `active` (False for one that was revoked: 401) and `allowed` (False for
                one that may not be used from here: 403); and `options`, an object with the fields of `Options`.

        Raises:
            ValueError: Something in it is not so; then nothing was added.
        """
        check_json(data, DEEPEST)
        problems = judged(_SEED_JUDGE, data, ("promptrails",))
        if problems:
            raise ValueError("; ".join(f"{'.'.join(map(str, each.where))} {each.text}" for each in problems))
        with self.records.transaction():
            for key in data.get("keys", []):
                self._keys.put(key["token"], value={"active": True, "allowed": True, **key})
            for name in KINDS:
                for index, given in enumerate(data.get(name, [])):
                    self._put(name, given, f"promptrails.{name}.{index}")
        for option, value in data.get("options", {}).items():
            setattr(self.options, option, value)

    def load(self, prompts: Sequence[Prompt]) -> None:
        """Add prompts that the server was given; one whose name is held already gets their versions in place of its own.

        PromptRails' versions have a system and a user prompt. What else there is is kept: an assistant's prompt and the
        settings of the model as `config`, the variables as `input_schema`. The version in production is current.
        """
        with self.records.transaction():
            for prompt in prompts:
                held = self.records.all("prompts", name=prompt.name)
                owner = held[0] if held else self.records.add("prompts", name=prompt.name)
                for each in self.records.all("prompt_versions", prompt_id=owner["id"]):
                    self.records.remove("prompt_versions", each["id"])
                for given in versions_of(prompt):
                    self.versions.create("prompt_versions", owner["id"], given)

    def add_key(self, token: str, **fields: bool) -> None:
        """Add an API key, or change one.

        Args:
            token: The key.
            fields: `active` and `allowed`, as in `seed`.

        Raises:
            ValueError: A field is not known or not of its type.
        """
        self.seed({"keys": [{"token": token, **fields}]})

    def state(self) -> Json:
        """Everything it holds, as JSON, the keys masked; no secret of a record is ever kept where it is shown."""
        with self.records.transaction():
            kept = {name: self.records.all(name) for name in KINDS}
            shown = {
                name: [{field: value for field, value in each.items() if field[0] != "_"} for each in records]
                for name, records in kept.items()
            }
            keys = [{**each, "token": mask(each["token"])} for each in self._keys.all()]
            return {"keys": keys, **shown, "options": vars(self.options).copy()}

    def tables(self) -> list[Table]:
        """What it holds, for the page; of each kind the newest."""
        with self.records.transaction():
            keys = [(mask(each["token"]), _word(each["active"] and each["allowed"])) for each in self._keys.all()]
            tables = [Table("API keys", ("Key", "Good"), keys)]
            for name, kind in KINDS.items():
                held = self.records.collection(name)
                rows = [[_word(each.get(column)) for column in kind.columns] for each in held.last(_SHOWN)]
                tables.append(Table(_title(name), [_title(each) for each in kind.columns], rows, len(held)))
            return tables

    def _put(self, name: str, given: Json, where: str) -> None:
        kind = KINDS[name]
        allowed = {*self.records.fields(name), _BESIDE.get(name)}
        if strange := sorted(set(given) - allowed):
            raise ValueError(f"{where} holds a field that is not known: {', '.join(strange)}")
        fields = {key: value for key, value in given.items() if key != "prompt_ids"}
        try:
            self.records.check(name, {"id": "", **fields})
            for key, value in fields.items():
                if key.endswith("_at") and value is not None:
                    fields[key] = written(read(value))
            if kind.parent is not None and kind.parent.known:
                self.records.find(kind.parent.kind, str(given.get(kind.parent.field)))
        except Refusal as no:
            raise ValueError(f"{where}: {no.message}") from None
        except ValueError as error:
            raise ValueError(f"{where}: {error}") from None
        former = self.records.known(name, fields.get("id")) or {}
        hidden = {key: value for key, value in former.items() if key.startswith("_")}
        if "promote_version" in kind.operations and kind.parent is not None:
            beside = {key: fields[key] for key in ("id", "created_at", "prompts") if key in fields}
            current = {"set_current": fields.get("is_current", False)}
            self.versions.create(name, fields[kind.parent.field], {**given, **current}, **beside)
        else:
            self.records.add(name, **hidden, **(kind.derive(fields) if kind.derive else fields))


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _title(name: str) -> str:
    return name.replace("_", " ").capitalize()
