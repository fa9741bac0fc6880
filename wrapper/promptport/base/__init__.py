"""What the clients and the sources of all rooms share."""
