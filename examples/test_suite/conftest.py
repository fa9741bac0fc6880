"""A client of the platform that `promptport_local` is. Run it with `pytest`; it needs no account, and no server beside it."""

import pytest

import promptport


@pytest.fixture
def client(promptport_local):
    with promptport.Client("xr2", api_key="YOUR_PRODUCT_API_KEY", base_url=promptport_local.url("xr2")) as client:
        yield client
