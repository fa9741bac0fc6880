"""`python -m promptport.cli` is `promptport`."""

from . import main

main()
