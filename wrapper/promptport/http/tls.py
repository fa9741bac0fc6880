"""Which certificates are trusted."""

from __future__ import annotations

import os
import ssl


def context() -> ssl.SSLContext:
    """A TLS context that trusts the certificates of SSL_CERT_FILE and SSL_CERT_DIR, or those of certifi."""
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if file or folder:
        return ssl.create_default_context(cafile=file, capath=folder)
    import certifi

    return ssl.create_default_context(cafile=certifi.where())
