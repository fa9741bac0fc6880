"""Proves that the desk's files are served, and under which policy. What it does in a browser is tried in `tests/desk/`."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest

import promptport_local.desk

FOLDER = Path(promptport_local.desk.__file__).parent
FILES = sorted(each.name for each in FOLDER.iterdir() if each.suffix in (".css", ".html", ".js", ".svg"))
MEDIA = {"css": "text/css", "html": "text/html", "js": "text/javascript", "svg": "image/svg+xml"}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_served_as_what_it_is_and_under_the_policy(control: httpx.Client, name: str) -> None:
    answer = control.get("/" if name == "desk.html" else f"/{name}")
    assert answer.content == (FOLDER / name).read_bytes()
    assert answer.headers["Content-Type"].partition(";")[0] == MEDIA[name.rpartition(".")[2]]
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
    assert (answer.headers["X-Frame-Options"], answer.headers["Cache-Control"]) == ("DENY", "no-store")


def test_nothing_else_of_the_folder_is_served(control: httpx.Client) -> None:
    for path in ("/__init__.py", "/desk.html", "/desk/desk.js", "/../app.py", "/%2e%2e/app.py"):
        assert control.get(path).status_code == 404


def test_the_files_hold_no_inline_script_or_style_and_name_no_other_host() -> None:
    text = {name: (FOLDER / name).read_text("utf-8") for name in FILES}
    page = text["desk.html"]
    assert re.findall(r"<script[^>]*>[^<]|<style|\son\w+=|\sstyle=", page) == []
    everything = "".join(text.values()).replace("http://www.w3.org/2000/svg", "")
    assert "://" not in everything
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", everything)


def test_what_is_linked_and_imported_is_there() -> None:
    named = [
        found
        for each in FILES
        for found in re.findall(r'(?:href="/|src="/|from "\./)([\w.]+)"', (FOLDER / each).read_text("utf-8"))
    ]
    assert len(named) > 10
    assert {"desk.css", "desk.js"} <= set(named) <= {*FILES}
