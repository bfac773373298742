"""The outputs of `course export`: one file each."""
