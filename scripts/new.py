"""A door for people who look for scripts: the same as `whatworks new`."""

import sys

try:
    from whatworks.cli import main
except ImportError:
    sys.exit("The environment is missing. Run 'make site' once, then: .venv/bin/python scripts/new.py")

main(["new", *sys.argv[1:]])
