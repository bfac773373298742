"""Reads what authors wrote into the model, with every mistake at its place."""
