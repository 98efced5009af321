"""The command: `python build_briefing.py [COMMAND] [--book DIR]`; see `--help`."""

import sys

try:
    from briefing_book.cli import main
except ModuleNotFoundError as missing:
    sys.exit(f"{missing.name} is not installed: run `make book`, which sets everything up in .venv")

if __name__ == "__main__":
    sys.exit(main())
