"""The road of one `get`: from a copy, from the platform, or with what the caller brings; and everybody is told who watches."""
