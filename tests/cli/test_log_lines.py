"""Proves that what the library warns of is a line while a command runs, and nothing of it afterwards."""

from __future__ import annotations

import logging

import pytest

from promptport.cli.log_lines import warnings_shown
from promptport.cli.terminal import line

pytestmark = pytest.mark.one_python("what is shown is the same on each")
LOGGER = logging.getLogger("promptport")


def test_warnings_are_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """None of them steers a terminal; what is no warning is not shown."""
    with warnings_shown(line):
        LOGGER.warning("it is %s", "a\x1b[2J\nb")
        LOGGER.info("nothing")
        LOGGER.warning("on")
    LOGGER.warning("later")
    assert capsys.readouterr().err == "promptport: it is a?[2J b\npromptport: on\n"
