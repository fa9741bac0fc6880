"""An httpx transport in the place of an engine: the seam for tests, and for connections of an application's own."""
