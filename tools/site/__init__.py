"""The documentation's site: what MkDocs is told beside `mkdocs.yml`, and the pages that are made when it is built."""
