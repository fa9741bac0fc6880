"""What the tests of the local Promptic are given."""

from __future__ import annotations

import pytest

from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

from ..conftest import PROMPTIC_KEY


@pytest.fixture
def me(promptic: Backend) -> Caller:
    return promptic.caller(PROMPTIC_KEY)
