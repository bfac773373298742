"""Pages for the person who owns the course: the matrix, the report."""
