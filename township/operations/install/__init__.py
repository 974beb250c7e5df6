"""Setting up a bare machine. Standard library only: it runs before anything else is installed."""
