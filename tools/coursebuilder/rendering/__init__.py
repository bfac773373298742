"""Turns the model into pages: Markdown, questions, the compiled site, its theme."""
