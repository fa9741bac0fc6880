"""Proves that the local platform of tests takes prompts as a folder or as data, and can be used as a fixture."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from promptport.errors import ConfigurationError
from promptport.testing import Platform
from promptport.xr2 import xR2Client
from promptport_local import PlatformError

pytest_plugins = "pytester"

KEY = "YOUR_PRODUCT_API_KEY"


def test_a_folder_of_prompts(tmp_path: Path) -> None:
    (tmp_path / "hello.md").write_text("Hi {{name}}.")
    with Platform(prompts=tmp_path) as platform, xR2Client(KEY, base_url=platform.url("xr2")) as client:
        assert client.get_prompt(slug="hello").unwrap().user_prompt == "Hi {{name}}."


def test_prompts_as_data() -> None:
    given = [{"name": "hello", "versions": [{"messages": [{"role": "user", "content": "Hi."}]}]}]
    with Platform(prompts=given) as platform, xR2Client(KEY, base_url=platform.url("xr2")) as client:
        assert client.get_prompt(slug="hello").unwrap().user_prompt == "Hi."
        platform.reset()
        assert client.get_prompt(slug="hello").ok


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="There is no folder"):
        Platform(prompts=tmp_path / "nowhere")


def test_the_releases_are_given_on() -> None:
    with pytest.raises(PlatformError, match="there is no platform 'xr3'"), Platform(releases={"xr3": "1.0.0"}):
        pass


def test_the_fixture(promptport_local: Platform) -> None:
    """`promptport_local` is there without an import, and ends with the test."""
    with xR2Client(KEY, base_url=promptport_local.url("xr2")) as client:
        assert client.check_api_key().ok
    assert [each.path for each in promptport_local.requests] == ["/api/v1/check-api-key"]


@pytest.mark.one_python("what pytest does with marks is the same on all")
@pytest.mark.promptport_releases(promptrails="0.3.0", promptic="0.14.2")
class TestTheFixtureAsOfReleases:
    def test_a_mark_of_the_class(self, promptport_local: Platform) -> None:
        assert {**promptport_local.releases} == {
            "langfuse": None,
            "promptrails": "0.3.0",
            "promptic": "0.14.2",
            "scope": None,
            "xr2": None,
        }

    @pytest.mark.promptport_releases(promptrails="0.9.2")
    def test_the_closest_mark_counts(self, promptport_local: Platform) -> None:
        assert promptport_local.releases["promptrails"] == "0.9.2"
        assert promptport_local.releases["promptic"] == "0.14.2"
        answer = httpx.get(promptport_local.url("promptrails") + "/api/v1/scores", trust_env=False)
        assert (answer.status_code, answer.json()) == (404, {"message": "Not Found"})


@pytest.mark.one_python("what pytest does with marks is the same on all")
@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ('"0.3.0"', 'promptport_releases takes releases by platform, such as promptport_releases(promptic="1.1.0").'),
        (
            'promptrail="0.3.0"',
            "there is no platform 'promptrail'; there are langfuse, promptic, promptrails, scope, xr2",
        ),
        ('promptrails="0.3.1"', "promptrails has no release '0.3.1'; there are 0.3.0, 0.4.0,"),
    ],
)
def test_a_mark_that_means_nothing(pytester: pytest.Pytester, mark: str, said: str) -> None:
    """It is told, with what there is; the mark itself is known to pytest."""
    pytester.makepyfile(
        f"import pytest\n@pytest.mark.promptport_releases({mark})\ndef test_it(promptport_local): pass\n"
    )
    result = pytester.runpytest_inprocess("--strict-markers", "-p", "no:cacheprovider")
    result.assert_outcomes(errors=1)
    assert said in result.stdout.str()
