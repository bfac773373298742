"""The forms in which `course check` says what it found."""
