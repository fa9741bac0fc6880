# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Contains methods for accessing the API"""
