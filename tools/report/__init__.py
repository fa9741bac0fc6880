"""What a change of the contracts, or of the code, means to users: `nox -s report`."""
