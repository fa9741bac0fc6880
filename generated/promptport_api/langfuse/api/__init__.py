# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""Contains methods for accessing the API"""
