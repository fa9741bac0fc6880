"""Proves that what `docs/when-a-platform-changes.md` shows runs as it stands, and names what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from promptport_api.promptrails.api.approvals import Approvals

from promptport import promptic, promptrails
from promptport.testing import Platform

from .pages import Page

ROOT = Path(__file__).parents[2]
PAGE = Page("docs/when-a-platform-changes.md")
TEXT = PAGE.text
BOTH, NAMED, IN_A_TEST = PAGE.blocks()

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


def test_what_has_ended_is_marked_as_the_page_says() -> None:
    (said,) = re.findall(r"\*(Gone since .*)\*", TEXT)
    assert said in str(Approvals.list.__doc__)


@pytest.mark.filterwarnings("error")
@PAGE.runs(BOTH)
def test_one_client_has_what_either_release_has() -> None:
    with Platform(any_key=True) as platform:
        with promptrails.PromptRails("key", base_url=platform.url("promptrails")) as client:
            PAGE.run(BOTH, client=client)
        assert [each.status for each in platform.requests] == [200, 200]


@PAGE.runs(NAMED)
def test_a_release_is_named() -> None:
    PAGE.run(NAMED, promptrails=promptrails, api_key="key")["client"].close()


@PAGE.runs(IN_A_TEST)
def test_a_test_on_every_release() -> None:
    test = PAGE.run(IN_A_TEST)["test_my_application_on_every_release"]
    (mark,) = test.pytestmark
    assert (mark.name, mark.args) == ("parametrize", ("release", promptrails.VERSIONS))
    for release in (promptrails.VERSIONS[0], "0.8.0", promptrails.VERSIONS[-1]):
        test(release)


def test_commands_and_releases_are_there() -> None:
    sessions = re.findall(r"^def (\w+)\(session", (ROOT / "noxfile.py").read_text(encoding="utf-8"), re.MULTILINE)
    assert {*re.findall(r"nox -s (\w+)", TEXT)} <= {*sessions}
    served = dict(re.findall(r"--as (\w+)=([\d.]+)", TEXT))
    assert served["promptrails"] in promptrails.VERSIONS
    assert served["promptic"] in promptic.VERSIONS
