"""The commands of `course`, one a file: a click command named `command`."""
