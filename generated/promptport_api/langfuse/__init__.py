# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""Langfuse, generated.

`client` has the resources, `api` a module for each operation, `models` the objects of answers and requests;
`contract.json` is the contract itself, resolved.
"""
