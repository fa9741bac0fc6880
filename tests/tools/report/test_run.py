"""Proves the whole report: eight edits of a contract of ours, of a kind each, are named and graded, and the version judged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools.report.run import Problem, report

from .conftest import repository

pytestmark = pytest.mark.one_python("the generator and git do the same on all")

NEW = """
  /api/v1/ping:
    get:
      operationId: ping
      tags: [client]
      responses: {"204": {description: It is there.}}
"""
EDITS = [  # what stands in openapi/xr2.yaml, what is to stand there, and the entry
    ("\n\ncomponents:", f"\n{NEW}\ncomponents:", "added xr2: ping: is new: GET /api/v1/ping"),
    ("summary: Check the API key and", "deprecated: true\n      summary: Check the API key and",
     "deprecated xr2: check_api_key: is deprecated"),
    ("        slug: {type: string, description: The prompt's slug.}\n        source_name:\n",
     "        slug: {type: string, description: The prompt's slug.}\n        team: {type: string}\n        source_name:\n",
     "breaking xr2: GetPromptRequest.team: is new, and must be given (of get_prompt)"),
    ("required: [slug, source_name]", "required: [slug, team, source_name]", ""),
    ("enum: [draft, testing,", "enum: [draft, review, testing,",
     "added xr2: GetPromptRequest.status: has a new value, review (of get_prompt)"),
    ("        user: {type: string, description: Name of the user who owns the key.}\n", "        user: {type: integer}\n",
     "breaking xr2: CheckAPIKeyResponse.user: is integer; it was string (of check_api_key)"),
    ("      required: [ok, user]\n", "      required: [user]\n", ""),
    ("        ok: {type: boolean, description: Always true in a successful answer.}\n", "",
     "breaking xr2: CheckAPIKeyResponse.ok: is gone (of check_api_key)"),
    ("  /api/v1/events:\n", "  /api/v2/events:\n",
     "changed xr2: track_event: is sent as POST /api/v2/events; it was POST /api/v1/events"),
    ("x-repeatable: answered", "x-repeatable: false",
     "changed xr2: track_event: is not sent again, whatever is answered: such a call fails at once"),
]  # fmt: skip


def test_eight_edits_are_named_and_graded(tmp_path: Path) -> None:
    """None is committed, and `generated/` is left alone; the same changes are one break or more until the version says so."""
    repository(tmp_path)
    contract = tmp_path / "openapi" / "xr2.yaml"
    text = contract.read_text()
    for old, new, _ in EDITS:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    contract.write_text(text.replace("example: {ok: true, user: alice}", "example: {user: 1}"))
    found = report(tmp_path)

    wanted = {wanted for *_, wanted in EDITS if wanted}
    assert len(wanted) == 8
    assert {f"{each.grade} {each.line}" for each in found.entries if each.side == "wire"} == wanted
    python = {f"{each.grade} {each.where}" for each in found.entries if each.side == "python"}
    assert {
        "added promptport_api.xr2.api.client.Client.ping",
        "breaking promptport_api.xr2.models.CheckAPIKeyResponse.ok",
        "breaking promptport_api.xr2.models.CheckAPIKeyResponse.user",
        "breaking promptport_api.xr2.api.client.Client.get_prompt(team)",
    } <= python
    assert not [each for each in found.entries if each.grade == "breaking" and "ping" in each.where]
    assert found.code == 1
    assert "takes a major version: keep what was, or write 0.2.0 in wrapper/promptport/_version.py" in found.text()
    assert "- **Breaking:** xr2, `CheckAPIKeyResponse.ok` is gone" in found.text()
    said = json.loads(found.json())
    assert (said["code"], said["since"], said["versions"]) == (1, "HEAD", {"old": "0.1.0", "new": "0.1.0"})
    assert said["counts"]["breaking"] == found.breaking == sum(each["grade"] == "breaking" for each in said["entries"])
    assert "def ping" not in (tmp_path / "generated/promptport_api/xr2/api/client/__init__.py").read_text()

    breaks = found._replace(new="0.2.0")
    assert (breaks.code, breaks.verdict.endswith("as 0.2.0 may.")) == (0, True)


def test_nothing_has_changed(tmp_path: Path) -> None:
    repository(tmp_path)
    found = report(tmp_path, "HEAD")
    assert (found.entries, found.code) == ([], 0)
    assert "Nothing that users notice has changed." in found.text()


def test_what_cannot_be_reported_on_says_why(tmp_path: Path) -> None:
    """A contract that the generator refuses, with its line; a commit that isn't there."""
    repository(tmp_path)
    with pytest.raises(Problem, match="no commit v9"):
        report(tmp_path, "v9")
    with (tmp_path / "openapi" / "xr2.yaml").open("a") as file:
        file.write("x-repeatble: true\n")
    with pytest.raises(Problem, match=r"xr2\.yaml: .*line \d+: .*x-repeatable"):
        report(tmp_path)
