"""Many calls: look-ups that are merged into few requests, and `map`."""
