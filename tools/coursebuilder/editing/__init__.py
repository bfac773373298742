"""What an editor asks while an author writes: mistakes, what a name means, what may stand here."""
