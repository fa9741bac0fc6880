"""The errors of PromptRails, under the name that `promptrails.exceptions` has for them."""

from .errors import A2AError as A2AError
from .errors import ForbiddenError as ForbiddenError
from .errors import NotFoundError as NotFoundError
from .errors import PromptRailsError as PromptRailsError
from .errors import RateLimitError as RateLimitError
from .errors import ServerError as ServerError
from .errors import UnauthorizedError as UnauthorizedError
from .errors import ValidationError as ValidationError
from .errors import raise_for_status as raise_for_status
