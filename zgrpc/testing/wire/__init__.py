"""The server: what is done to every call before and after its handler."""
