"""What the clients of all platforms share."""
