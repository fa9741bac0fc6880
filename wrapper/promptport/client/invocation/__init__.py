"""A block at whose end everything that it has reported is delivered, as in a function of a serverless platform."""
