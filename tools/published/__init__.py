"""Compares a contract with a document that a vendor publishes: `nox -s contract -- --document FILE`."""
