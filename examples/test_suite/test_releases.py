"""The application on servers of older and newer releases."""

import pytest
import shop

import promptport
from promptport.promptrails import VERSIONS
from promptport.testing import Platform


@pytest.mark.promptport_releases(promptrails="0.3.0")
def test_the_first_release(promptport_local):
    with promptport.Client(
        "promptrails", api_key="your-api-key", base_url=promptport_local.url("promptrails")
    ) as client:
        assert "Ann" in shop.greeting(client, "Ann").text


@pytest.mark.parametrize("release", [VERSIONS[0], VERSIONS[-1]])
def test_each_release(release):
    with Platform(releases={"promptrails": release}) as platform:
        with promptport.Client("promptrails", api_key="your-api-key", base_url=platform.url("promptrails")) as client:
            assert "Ann" in shop.greeting(client, "Ann").text
        assert not any(request.ignored for request in platform.requests)
