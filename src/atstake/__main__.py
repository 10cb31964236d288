"""``python -m atstake``."""

from atstake.cli import main

if __name__ == "__main__":
    main()
