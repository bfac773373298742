"""Checks a course that was read: rules, and the reports of what they found."""
