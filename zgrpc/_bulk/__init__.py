"""Many calls as few requests: batched look-ups and `map`."""
