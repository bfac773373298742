"""`python -m coursebuilder` is `course`."""

from __future__ import annotations

from coursebuilder.cli import main

if __name__ == "__main__":
    main(prog_name="course")
