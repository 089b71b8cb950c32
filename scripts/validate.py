"""A door for people who look for scripts: the same as `whatworks validate`."""

import sys

try:
    from whatworks.cli import main
except ImportError:
    sys.exit("The environment is missing. Run 'make site' once, then: .venv/bin/python scripts/validate.py")

main(["validate", *sys.argv[1:]])
