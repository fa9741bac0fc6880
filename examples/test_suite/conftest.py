"""A client of the platform that `promptport_local` is.

Run the tests here with `pytest`; they need no account, and start the platform by themselves.
"""

import pytest

import promptport


@pytest.fixture
def client(promptport_local):
    with promptport.Client("xr2", api_key="YOUR_PRODUCT_API_KEY", base_url=promptport_local.url("xr2")) as client:
        yield client
