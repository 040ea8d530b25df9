"""One call from its arguments to its answer or its error, in both flavors."""
