"""How both sides of a connection prove who they are: by certificates that the environment names."""

from __future__ import annotations

import hashlib
import os
import re
import ssl

from tui.errors import EngineError
from tui.locale import _

CERTIFICATE, KEY = "MALI_TUI_ENGINE_CERT", "MALI_TUI_ENGINE_CERT_KEY"
AUTHORITY, FINGERPRINT = "MALI_TUI_ENGINE_CA", "MALI_TUI_ENGINE_FINGERPRINT"


def proven_by_environment() -> ssl.SSLContext:
    """Return what a connection is held to: one fingerprint, a named authority, or those that the system knows.

    Raises `EngineError` for a fingerprint or a file that is none.
    """
    written = os.environ.get(FINGERPRINT, "")
    context = _pinned(written) if written else _vouched_for(os.environ.get(AUTHORITY, ""))
    certificate = os.environ.get(CERTIFICATE, "")
    if certificate:
        try:
            context.load_cert_chain(certificate, os.environ.get(KEY) or None, password=_no_password)
        except (OSError, ValueError):  # SSLError is an OSError
            said = _("{variable} names no certificate with its key, or one whose key has a password: {file}")
            raise EngineError(said.format(variable=CERTIFICATE, file=certificate)) from None
    return context


def _no_password() -> str:
    """Let OpenSSL ask nobody in a terminal that is in use."""
    return ""


def _vouched_for(authority: str) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if not authority:
        import certifi

        context.load_verify_locations(certifi.where())
        return context
    try:
        context.load_verify_locations(authority)
    except OSError:
        said = _("{variable} names no file with a certificate: {file}")
        raise EngineError(said.format(variable=AUTHORITY, file=authority)) from None
    return context


def _pinned(written: str) -> ssl.SSLContext:
    """Return a context that believes one certificate, whoever signed it, and ends the handshake at any other."""
    named = re.sub(r"[:\s]", "", written.lower())
    if not re.fullmatch(r"[0-9a-f]{64}", named):
        said = _("{variable} is no SHA-256 of a certificate: 64 hexadecimal digits.")
        raise EngineError(said.format(variable=FINGERPRINT))

    class Pinned(ssl.SSLObject):
        """Looks at the certificate before anything is sent."""

        def do_handshake(self) -> None:
            super().do_handshake()
            if hashlib.sha256(self.getpeercert(binary_form=True) or b"").hexdigest() != named:
                raise ssl.SSLCertVerificationError("another certificate than the one that was named")

    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.sslobject_class = Pinned
    return context
