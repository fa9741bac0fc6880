# Made by `nox -s generate` from openapi/*.yaml: change the contract or a template, never this file.
"""The prompt platforms as their contracts have them: models, operations, resources."""
