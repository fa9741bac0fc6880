"""What was accepted is delivered: an append-only spool on disk, and a worker that empties it. It knows no HTTP.

`Outbox` is what others use; `entry` is what goes in, `result` what delivering tells, `books` what became of it all. Below it are
`spool` (one folder, many processes), `segment` (one file), `frames` (its bytes) and `batch` (who goes next, and in what company).
"""
