"""Lets `python -m whatworks` do what the `whatworks` command does."""

from whatworks.cli import main

main()
