"""`promptport login promptic` and `promptport logout promptic`, in a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .terminal import failing, shown

if TYPE_CHECKING:
    from ..promptic.login import DeviceLogin


class LoginPlatform(StrEnum):
    """The platforms that a person can log in to; the others know API keys only."""

    promptic = "promptic"


PlatformArgument = Annotated[LoginPlatform, typer.Argument(help="The platform.")]
EndpointOption = Annotated[
    str | None, typer.Option(help="Where it is; else PROMPTIC_ENDPOINT, else https://promptic.eu.")
]
PLATFORM = "promptic"
CHOOSE = "Choose one: `promptport login promptic --application ID`, or set PROMPTIC_AI_APPLICATION_ID."


def login(
    platform: PlatformArgument,
    endpoint: EndpointOption = None,
    application: Annotated[
        str | None, typer.Option("--application", "--workspace", help="The id of the AI application to act in.")
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open the page to confirm on.")] = True,
) -> None:
    """Log in as a person. Clients without a key act as you from then on."""
    with failing("login"):
        log_in(endpoint, application, browser)


def logout(platform: PlatformArgument, endpoint: EndpointOption = None) -> None:
    """Forget what a login has kept on this machine."""
    with failing("logout"):
        forget(endpoint)


def log_in(endpoint: str | None, application: str | None, browser: bool) -> None:
    """Show the codes, wait until they are confirmed, and keep the token and the chosen AI application.

    Args:
        endpoint: Where the platform is.
        application: The AI application's id; None asks where there are several.
        browser: Whether the page to confirm on is opened.

    Raises:
        Error: The login failed, or the credentials can't be kept.
        TimeoutError: Nobody has confirmed in time.
    """
    import webbrowser

    from ..base.credentials import check_place, origin, store
    from ..promptic.login import DeviceLogin
    from ..promptic.settings import SCOPES

    check_place()  # a token that can't be kept is lost, and the person has confirmed it for nothing
    with DeviceLogin(endpoint) as login:
        codes = login.codes()
        complete: Any = codes.verification_uri_complete  # whatever came
        page = complete if isinstance(complete, str) and complete else codes.verification_uri
        typer.echo(f"Go to {shown(page)} and confirm the code {shown(codes.user_code)}.")
        if browser and page.startswith(("https://", "http://")):  # it is the platform's word, and may be anything
            webbrowser.open(page)
        typer.echo("Waiting for you ...")
        token = login.wait_for_token(codes)
        file = store(PLATFORM, login.endpoint, {"access_token": token})
        typer.echo(f"You are logged in at {origin(login.endpoint)}. The token is kept in {file}.")
        chosen = _chosen(login, token, application)
        if chosen is not None:
            # The older name is for those who read the file with an older promptport.
            store(PLATFORM, login.endpoint, {"access_token": token, **dict.fromkeys(SCOPES, chosen)})


def forget(endpoint: str | None) -> None:
    """Forget the token and the AI application that are kept for an endpoint. The platform is not told.

    Raises:
        ConfigurationError: The endpoint is no address, or the file can't be written.
    """
    from ..base.credentials import origin, store, stored
    from ..promptic.settings import endpoint_of

    address = endpoint_of(endpoint)
    if stored(PLATFORM, address):
        store(PLATFORM, address, {})
        typer.echo(f"The login at {origin(address)} is forgotten.")
    else:
        typer.echo(f"There is no login at {origin(address)}.")


def _chosen(login: DeviceLogin, token: str, wanted: str | None) -> str | None:
    """The id of the AI application to act in; None where there is none, or none was chosen."""
    from ..promptic.errors import PrompticAPIError

    try:
        found = login.applications(token)
    except PrompticAPIError as error:
        typer.echo(f"Your AI applications can't be listed: {error}\n{CHOOSE}", err=True)
        return wanted
    if wanted is not None:
        found = [each for each in found if each["id"] == wanted]
        if not found:
            typer.echo(
                f"There is no AI application {wanted} for you; `promptport login promptic` lists yours.", err=True
            )
            raise typer.Exit(1)
    if not found:
        typer.echo("You have no AI application yet: make one on the platform, then log in again.")
        return None
    one = found[0] if len(found) == 1 else _asked(found)
    if one is not None:
        typer.echo(f"You act in the AI application {shown(one.get('name') or one['id'])} ({shown(one['id'])}).")
    return None if one is None else str(one["id"])


def _asked(found: Sequence[Any]) -> Any:
    """The AI application that the person chooses; None where nobody answers."""
    for number, each in enumerate(found, 1):
        typer.echo(f"{number}  {shown(each.get('name') or each['id'])} ({shown(each['id'])})")
    while True:
        try:
            number = typer.prompt("Which AI application", type=int)
        except typer.Abort as error:
            typer.echo(CHOOSE, err=True)
            if isinstance(error.__context__, KeyboardInterrupt):
                raise KeyboardInterrupt from None
            return None
        if 1 <= number <= len(found):
            return found[number - 1]
        typer.echo(f"There are the numbers 1 to {len(found)}.")
