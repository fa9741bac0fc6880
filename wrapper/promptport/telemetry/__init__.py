"""What is told to OpenTelemetry where an application uses it. `spans` and `signals` import it, and are imported then alone."""
