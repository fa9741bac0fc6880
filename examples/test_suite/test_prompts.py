"""The application with prompts of its own."""

import shop

import promptport
from promptport.testing import Platform


def test_files_need_no_platform():
    with promptport.Client("files:./prompts") as client:
        assert shop.greeting(client, "Ann").text == "Welcome Ann in en."


def test_a_platform_holds_them():
    with Platform(prompts="./prompts", any_key=True) as platform:
        with promptport.Client("xr2", api_key="any-key", base_url=platform.url("xr2")) as client:
            assert shop.greeting(client, "Ann").text == "Welcome Ann in en."
