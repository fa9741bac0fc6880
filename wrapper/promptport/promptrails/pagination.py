"""Pages, under the names that `promptrails.pagination` has for them.

Every page is a `PaginatedResponse`: it has `data` and `meta`, can be iterated, and `len` counts its items.
"""

from promptport_api.promptrails.models import PaginationMeta

from ..model import Page as PaginatedResponse

__all__ = ["PaginatedResponse", "PaginationMeta"]
