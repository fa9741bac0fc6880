"""A client of the platform that `promptport_local` is.

Run the tests here with `pytest`; they need no account, and start the platform by themselves.
"""

import pytest

import promptport


@pytest.fixture
def client(promptport_local):
    settings = {"api_key": "YOUR_PRODUCT_API_KEY", "base_url": promptport_local.url("xr2")}
    with promptport.Client("xr2", **settings, deadline=60) as client:  # a busy machine may take its time
        yield client
