"""Many callers at once. Two forms under the same names: `aio` with tasks, `blocking` with threads."""
