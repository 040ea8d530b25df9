"""What zgrpc costs next to the bare stub, measured side by side: `python -m benchmarks`."""
