"""Where xR2 is, under the name that `xr2_sdk.config` has for it."""

import os

# As it was when this was imported; a client looks when it is built.
BASE_URL = os.getenv("XR2_BASE_URL", "https://xr2.uk")
DEFAULT_TIMEOUT_SECONDS = 10.0  # of one attempt
