"""The resource `credentials`, under the names that `promptrails.resources.credentials` has for it."""

from promptport_api.promptrails.api.credentials import AsyncCredentials as AsyncCredentialsResource
from promptport_api.promptrails.api.credentials import Credentials as CredentialsResource

__all__ = ["AsyncCredentialsResource", "CredentialsResource"]
