"""Turns an outreach programme into a checked course."""

__version__ = "0.1.0"
