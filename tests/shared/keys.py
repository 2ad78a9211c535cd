"""Ed25519 keys that tests sign with."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives import serialization as s
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def written_key(path: Path, passphrase: str = "", ssh: bool = False) -> Path:
    """Write a new private key to a file, and its public one beside it with the ending .pub, and return the first."""
    key = Ed25519PrivateKey.generate()
    hidden = s.BestAvailableEncryption(passphrase.encode()) if passphrase else s.NoEncryption()
    form = s.PrivateFormat.OpenSSH if ssh else s.PrivateFormat.PKCS8
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(key.private_bytes(s.Encoding.PEM, form, hidden))
    public = key.public_key()
    written = (
        public.public_bytes(s.Encoding.OpenSSH, s.PublicFormat.OpenSSH)
        if ssh
        else public.public_bytes(s.Encoding.PEM, s.PublicFormat.SubjectPublicKeyInfo)
    )
    path.with_suffix(".pub").write_bytes(written)
    return path
