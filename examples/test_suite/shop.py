"""What is under test: an application that welcomes people, and reports who has signed up."""

import promptport

WITHOUT = "Welcome {{customer_name}}, and answer in {{language}}."  # where the prompt can't be had


def greeting(client: promptport.Client, name: str) -> promptport.RenderedPrompt:
    """What a model is sent."""
    return client.get("welcome", fallback=WITHOUT).render(customer_name=name, language="en")


def sign_up(client: promptport.Client, name: str) -> None:
    """Somebody has signed up after the greeting."""
    client.track(greeting(client, name), "sign_up", user_id=name)
