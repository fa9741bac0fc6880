"""What a client reports: events and scores, accepted at once and delivered by the outbox.

`reporting` is what a client has; an `outlet` is where its events, or its scores, go; a `destination` is who takes them there;
`deliveries` bring them.
"""
