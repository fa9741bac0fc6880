"""What runs in the process of a vendor's package: standard library alone, so that nothing but the package is there."""

from __future__ import annotations
