"""A vendor's own test suite, run against ours with its imports changed: `nox -s suites -- PATH`."""
