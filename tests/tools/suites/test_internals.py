"""Proves which tests are set aside: those that touch a vendor's internals, themselves or by what they use."""

from __future__ import annotations

import pytest

from tools.suites.internals import internals

pytestmark = pytest.mark.one_python("maintainers run it on the oldest")

HEAD = """
import httpx
from unittest.mock import patch
import xr2_sdk
from xr2_sdk._http import send
from xr2_sdk import client as c
"""


def touched(source: str, conftest: str = "", more: tuple[str, ...] = ()) -> list[str]:
    """What the one test of a file touches."""
    found = internals({"t/conftest.py": conftest, "t/test_a.py": HEAD + source}, ["xr2_sdk"], more)
    (names,) = found.values() or [[]]
    return names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("def test_a():\n    send()", ["xr2_sdk._http"]),
        ("def test_a():\n    xr2_sdk._cache.clear()", ["xr2_sdk._cache"]),
        ("def test_a(client):\n    client._session.get()", ["_session"]),
        ("def test_a():\n    from xr2_sdk.x import _y\n    _y()", ["xr2_sdk.x._y"]),
        ("@patch('xr2_sdk.x._Y')\ndef test_a(y): ...", ["xr2_sdk.x._Y"]),
        ("def test_a(client):\n    patch.object(client, '_session')", ["_session"]),
        ("def test_a(monkeypatch):\n    monkeypatch.setattr(c, '_send', 1)", ["_send"]),
        ("M = 'xr2_sdk.x'\n@patch(f'{M}._y')\ndef test_a(y): ...", ["_y"]),
        ("@patch.multiple('xr2_sdk.x', _y=1)\ndef test_a(y): ...", ["_y"]),
        ("def test_a(client):\n    patch.object(client, attribute='_y')", ["_y"]),
        ("class TestA:\n    def setup_method(self):\n        send()\n    def test_a(self): ...", ["xr2_sdk._http"]),
        (
            "class TestA:\n    def make(self):\n        return c.C()._s\n    def test_a(self):\n        self.make()",
            ["_s"],
        ),
        ("def helper():\n    return send()\ndef test_a():\n    helper()", ["xr2_sdk._http"]),
        ("import pytest\n@pytest.fixture(autouse=True)\ndef f():\n    send()\ndef test_a(): ...", ["xr2_sdk._http"]),
    ],
)
def test_what_is_internal(source: str, names: list[str]) -> None:
    assert touched(source) == names


@pytest.mark.parametrize(
    "source",
    [
        "def test_a():\n    xr2_sdk.client.xR2Client()",
        "def test_a():\n    httpx._client",
        "def test_a(monkeypatch):\n    monkeypatch.setattr(httpx, '_x', 1)",
        "def test_a():\n    xr2_sdk.__version__",
        "def test_a(row):\n    row._asdict()",
        "class Fake:\n    def __init__(self):\n        self._calls = 0\ndef test_a():\n    Fake()._calls",
        "def _helper(): ...\ndef test_a():\n    _helper()",
        "def test_a():\n    patch('xr2_sdk.client.C')",
        "def unused():\n    send()\ndef test_a(): ...",
    ],
)
def test_what_is_not(source: str) -> None:
    assert touched(source) == []


def test_a_fixture_of_the_folder_counts() -> None:
    fixture = "import pytest\n@pytest.fixture\ndef client():\n    return make()._inner\n"
    assert touched("def test_a(client): ...", fixture) == ["_inner"]


def test_a_module_can_be_called_internal() -> None:
    assert touched("def test_a():\n    c.C()") == []
    assert touched("def test_a():\n    c.C()", more=("xr2_sdk.client",)) == ["xr2_sdk.client"]
    assert touched("@patch('xr2_sdk.client.C')\ndef test_a(y): ...", more=("xr2_sdk.client",)) == ["xr2_sdk.client"]
