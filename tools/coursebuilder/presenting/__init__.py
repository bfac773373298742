"""What a trainer gets: one deck model, and everything that is made of it."""
