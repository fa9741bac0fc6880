"""The application, while all is well and while the platform fails."""

import shop

from promptport.testing import later, without_waiting


def test_the_greeting(client, promptport_local):
    assert shop.greeting(client, "Ann").to_openai()[-1] == {
        "role": "user",
        "content": "Welcome Ann and offer your help.",
    }
    [request] = promptport_local.requests
    assert (request.operation, request.status) == ("get_prompt", 200)


def test_a_sign_up_is_reported(client, promptport_local):
    shop.sign_up(client, "Ann")
    assert client.flush().delivered == 1
    [event] = promptport_local.backend("xr2").events
    assert (event["event_name"], event["user_id"]) == ("sign_up", "Ann")


def test_one_failure_is_not_noticed(client, promptport_local):
    promptport_local.script("xr2", {"status": 503, "times": 2})
    with without_waiting():
        assert client.get("welcome").origin.source == "network"
    assert [request.status for request in promptport_local.requests] == [503, 503, 200]


def test_an_outage_that_lasts(client, promptport_local):
    shop.greeting(client, "Ann")
    promptport_local.outage("xr2")
    later(3600)  # an hour passes for all clients: the copy has grown old
    with without_waiting():
        rendered = shop.greeting(client, "Bob")
    assert rendered.origin.source == "stale"
    assert "Bob" in rendered.messages[-1].content


def test_an_outage_from_the_start(client, promptport_local):
    promptport_local.outage("xr2")
    with without_waiting():
        assert shop.greeting(client, "Ann").text == "Welcome Ann, and answer in en."


def test_a_new_version_is_used(client, promptport_local):
    shop.greeting(client, "Ann")
    promptport_local.publish("xr2", "welcome", [{"role": "user", "content": "Hi {{customer_name}}! ({{language}})"}])
    client.get("welcome", refresh=True)  # a client asks by itself when its copy has grown old
    assert shop.greeting(client, "Ann").text == "Hi Ann! (en)"
