"""What is told to OpenTelemetry where an application uses it. Nothing here imports it before that."""
