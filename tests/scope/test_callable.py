"""Proves that what is a module and a function of one name is both, as in `scope_client`."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.one_python("how a module is imported is the same on all")

PROGRAM = """
from promptport import scope
from promptport.scope.client import AsyncScopeClient, ScopeClient
from promptport.scope.configuration import Configuration
from promptport.scope.resources import PromptVersion, Resource
from promptport.scope.resources.base import Resource as Base
from promptport.scope.resources.prompt_version import PromptVersion as Version

scope.configure(credentials=scope.ApiKeyCredentials("org", "key", "secret"))
assert isinstance(scope.client(), ScopeClient) and isinstance(scope.configuration(), Configuration)
assert ScopeClient is scope.ScopeClient and AsyncScopeClient is scope.AsyncScopeClient
assert Base is Resource and Version is PromptVersion is scope.PromptVersion
"""


def test_modules_that_are_functions_too() -> None:
    """In a process of its own, where nothing has been imported before."""
    done = subprocess.run([sys.executable, "-W", "error", "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
