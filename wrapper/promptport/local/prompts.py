"""A folder of prompt files, for the local platform to hold.

One file is one prompt, in TOML or JSON, named after its slug:

    # welcome.toml
    system_prompt = "You are a friendly assistant. Answer in {{language}}."
    user_prompt = "Welcome {{customer_name}}."
    variables = [
        {name = "customer_name", type = "string", required = true},
        {name = "language", type = "string", required = false, default = "en"},
    ]

A prompt with several versions lists them, oldest first; they are numbered from 1:

    [[versions]]
    user_prompt = "Hi {{customer_name}}."
    status = "deprecated"

    [[versions]]
    user_prompt = "Welcome {{customer_name}}."

`slug` says another name than the file's. `status` is `production` unless it is given. `model_config` is a table.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from promptport.local.clock import written
from promptport.local.errors import PromptFileError
from promptport.local.jsontext import BrokenJson, check_json, read_json
from promptport.local.schemas import judge_of, judged

_TEXT = {"type": ["string", "null"]}
_VERSION: dict[str, Any] = {
    "system_prompt": _TEXT,
    "user_prompt": _TEXT,
    "assistant_prompt": _TEXT,
    "status": {"enum": ["draft", "testing", "production", "inactive", "deprecated"]},
    "variables": {
        "type": "array",
        "items": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "minLength": 1}}},
    },
    "model_config": {"type": "object"},
}
_VERSION_SCHEMA = {
    "type": "object",
    "properties": _VERSION,
    "additionalProperties": False,
    "anyOf": [{"required": [name]} for name in ("system_prompt", "user_prompt", "assistant_prompt")],
}
_JUDGE = judge_of(
    {
        "type": "object",
        "required": ["slug", "versions"],
        "properties": {
            "slug": {"type": "string", "minLength": 1},
            "versions": {"type": "array", "minItems": 1, "items": _VERSION_SCHEMA},
        },
        "additionalProperties": False,
    }
)


@dataclass(frozen=True)
class PromptFile:
    """One prompt from a file.

    Attributes:
        slug: Its name.
        versions: Its versions, oldest first. Each may have `system_prompt`, `user_prompt`, `assistant_prompt` (one at
            least), `status`, `variables` and `model_config`.
    """

    slug: str
    versions: tuple[dict[str, Any], ...]


def read_prompts(folder: str | os.PathLike[str]) -> list[PromptFile]:
    """All prompts of a folder, in the order of their file names. Files that are neither TOML nor JSON are left alone.

    Raises:
        PromptFileError: The folder cannot be read or holds no prompt, a file is broken, or two files name one prompt.
    """
    path = Path(folder)
    try:
        files = sorted(each for each in path.iterdir() if each.suffix in (".toml", ".json") and each.is_file())
    except OSError as error:
        raise PromptFileError(f"the folder of prompts {path} cannot be read: {error.strerror}") from error
    if not files:
        raise PromptFileError(f"the folder of prompts {path} holds no file that ends in .toml or .json")
    prompts: dict[str, tuple[PromptFile, Path]] = {}
    for file in files:
        prompt = _read(file)
        if prompt.slug in prompts:
            raise PromptFileError(f"{prompts[prompt.slug][1]} and {file} are both named {prompt.slug!r}")
        prompts[prompt.slug] = (prompt, file)
    return [prompt for prompt, _ in prompts.values()]


def _read(file: Path) -> PromptFile:
    try:
        raw = file.read_bytes()
        content = read_json(raw) if file.suffix == ".json" else _plain(tomllib.loads(raw.decode("utf-8")))
        check_json(content)
    except BrokenJson as error:
        raise PromptFileError(f"{file}: {error} (at {error.offset})") from error
    except OSError as error:
        raise PromptFileError(f"{file} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise PromptFileError(f"{file}: the text is not UTF-8 (at byte {error.start})") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PromptFileError(f"{file}: {error}") from error
    if not isinstance(content, dict):
        raise PromptFileError(f"{file}: a prompt is an object, this is something else")
    slug = content.pop("slug", file.stem)
    whole = {"slug": slug, **content} if "versions" in content else {"slug": slug, "versions": [content]}
    problems = judged(_JUDGE, whole)
    if problems:
        told = "; ".join(f"{'.'.join(map(str, each.where)) or 'the prompt'} {each.text}" for each in problems)
        raise PromptFileError(f"{file}: {told}")
    return PromptFile(slug, tuple(whole["versions"]))


def _plain(value: Any) -> Any:
    """A value of TOML as JSON has it: moments as texts."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, datetime):
        return written(value)
    if isinstance(value, date | time):
        return value.isoformat()
    return value
