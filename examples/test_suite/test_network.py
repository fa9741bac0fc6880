"""The application on a network that breaks."""

import pytest
import shop

import promptport
from promptport.testing import Fault, FaultProxy

FAULTS = [Fault("refuse"), Fault("reset"), Fault("cut", after=100), Fault("hang")]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.kind)
def test_the_greeting(promptport_local, fault):
    with FaultProxy(promptport_local.url("xr2"), fault) as proxy:
        with promptport.Client("xr2", api_key="YOUR_PRODUCT_API_KEY", base_url=proxy.url, deadline=0.3) as client:
            assert shop.greeting(client, "Ann").origin.source == "fallback"
