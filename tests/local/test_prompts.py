"""Proves that a folder of prompt files is loaded whole or, with a text that names the file and the reason, not at all."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from promptport.local import PromptFileError, Server
from promptport.local.prompts import read_prompts

WELCOME = """
system_prompt = "Answer in {{language}}."
user_prompt = '''
Welcome {{name}}.
'''
variables = [{name = "name", required = true}, {name = "since", default = 2026-01-01}]
"""
GREETING = '{"slug": "greet/all", "versions": [{"user_prompt": "a", "status": "draft"}, {"user_prompt": "b"}]}'


def test_both_formats_both_forms(tmp_path: Path) -> None:
    (tmp_path / "welcome.toml").write_text(WELCOME)
    (tmp_path / "greeting.json").write_text(GREETING)
    (tmp_path / "notes.md").write_text("not a prompt")
    greeting, welcome = read_prompts(tmp_path)
    assert (greeting.slug, len(greeting.versions)) == ("greet/all", 2)
    assert (welcome.slug, welcome.versions[0]["user_prompt"]) == ("welcome", "Welcome {{name}}.\n")
    assert welcome.versions[0]["variables"][1]["default"] == "2026-01-01"


def test_they_are_served_in_place_of_the_fixtures(tmp_path: Path) -> None:
    (tmp_path / "welcome.toml").write_text(WELCOME)
    (tmp_path / "greeting.json").write_text(GREETING)
    with Server(prompts=tmp_path) as server:
        for _ in range(2):
            prompts = {each["slug"]: each["versions"] for each in server.backend("xr2").prompts}
            assert set(prompts) == {"welcome", "greet/all"}
            assert prompts["welcome"][0]["system_prompt"] == "Answer in {{language}}."
            answer = httpx.post(
                server.url("xr2") + "/api/v1/get-prompt",
                json={"slug": "greet/all", "source_name": "x"},
                headers={"Authorization": "Bearer YOUR_PRODUCT_API_KEY"},
                trust_env=False,
            )
            assert (answer.json()["version_number"], answer.json()["user_prompt"]) == (2, "b")
            server.reset()
        assert server.violations == []


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.toml", b"user_prompt = ", "Invalid value"),
        ("a.toml", b"user_prompt = '\xff'", "not UTF-8"),
        ("a.toml", b"user_prompt = 5", r"user_prompt must be string or null"),
        ("a.toml", b"user_promt = 'x'", r"holds a field that is not known|none of the kinds"),
        ("a.toml", b"status = 'live'\nuser_prompt = ''", "must be one of draft"),
        ("a.toml", b"user_prompt = 'x'\nmodel_config = {t = nan}", "infinite or not a number"),
        ("a.toml", b"user_prompt = 'x'\nvariables = [{required = true}]", r"variables\.0\.name is required"),
        ("a.toml", b"slug = ''\nuser_prompt = 'x'", "slug"),
        ("a.json", b"[]", "a prompt is an object"),
        ("a.json", b"{", "Expecting"),
        ("a.json", b'{"versions": []}', "versions"),
        ("a.json", b'{"user_prompt": "\\ud800"}', "surrogate"),
        ("a.json", b"[" * 100_000, "nested too deeply"),
        ("a.json", b'{"slug": "good", "user_prompt": "x"}', r"a\.json.*good\.toml.*both named 'good'"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    (tmp_path / "good.toml").write_text("user_prompt = 'x'")
    (tmp_path / name).write_bytes(content)
    with pytest.raises(PromptFileError, match=reason) as caught:
        Server(prompts=tmp_path).start()
    assert str(tmp_path / name) in str(caught.value)


def test_a_folder_that_is_missing_or_empty_is_named(tmp_path: Path) -> None:
    with pytest.raises(PromptFileError, match=r"nowhere cannot be read"):
        read_prompts(tmp_path / "nowhere")
    with pytest.raises(PromptFileError, match=r"holds no file that ends in \.toml or \.json"):
        read_prompts(tmp_path)
