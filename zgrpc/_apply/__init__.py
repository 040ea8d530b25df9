"""Desired state: compare rows with ZITADEL, show the difference, and change only what differs."""
