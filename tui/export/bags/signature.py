"""Ed25519 signatures of bags, through `cryptography`, which a plain installation does not bring.

The signature is over the tag manifest, which holds the checksum of the manifest and so stands for every file.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import MaliTuiError
from tui.export.bags.writing import Signer
from tui.importing.registry import installed, needs
from tui.locale import N_, _, stored

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

_LARGEST_KEY = 2**16

Passphrase = Callable[[], str]
"""Asks for the passphrase of a key."""


class KeyProblem(MaliTuiError):
    """A key cannot be used; the sentence says what to do."""


def missing() -> str:
    """Return why signatures can be neither made nor checked here; empty where they can."""
    return "" if installed("cryptography") else stored(needs("cryptography", N_("an Ed25519 signature"))) + "."


def signer_of(path: Path, passphrase: Passphrase | None = None) -> Signer:
    """Return what signs with the private key in a file: PEM, or as OpenSSH keeps it.

    Raises `KeyProblem` where it holds no Ed25519 key, or one with a passphrase that nobody gives.
    """
    _check_installed()
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    content = _content(path)
    open_ssh = b"OPENSSH PRIVATE KEY" in content
    load = serialization.load_ssh_private_key if open_ssh else serialization.load_pem_private_key
    try:
        try:
            key = load(content, None)
        except TypeError:  # it has a passphrase
            if passphrase is None:
                raise KeyProblem(
                    _("The key in {path} has a passphrase; sign in a terminal, where it is asked.").format(path=path)
                ) from None
            key = load(content, passphrase().encode())
    except (ValueError, TypeError):
        raise KeyProblem(
            _("{path} holds no private key that can be read, or the passphrase is another one.").format(path=path)
        ) from None
    except Exception as problem:  # what it does not support has an error of its own
        if isinstance(problem, MaliTuiError):
            raise
        raise KeyProblem(
            _("{path} holds a key of a kind that is not supported: {problem}").format(path=path, problem=problem)
        ) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyProblem(
            _("{path} holds no Ed25519 key; make one with: ssh-keygen -t ed25519 -f FILE").format(path=path)
        )
    public = key.public_key()
    return Signer(_fingerprint(public), _pem(public), key.sign)


def fingerprint_of(path: Path) -> str:
    """Return the fingerprint of the public key in a file, as ssh-keygen -lf prints it; raises `KeyProblem`."""
    _check_installed()
    return _fingerprint(_public_key(_content(path), str(path)))


def signing_key(content: bytes) -> tuple[str, bytes]:
    """Return the fingerprint of a public key and the key as a bag holds it; raises `KeyProblem` where it is none."""
    key = _public_key(content, _("the bag"))
    return _fingerprint(key), _pem(key)


def fits(signed: bytes, signature: bytes, public_key: bytes) -> bool:
    """Say whether a signature over this was made with the key; raises `KeyProblem` where that is none."""
    from cryptography.exceptions import InvalidSignature

    try:
        _public_key(public_key, _("the bag")).verify(signature, signed)
    except InvalidSignature:
        return False
    return True


def _public_key(content: bytes, where: str) -> Ed25519PublicKey:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    ssh = content.lstrip().startswith(b"ssh-")
    try:
        key = serialization.load_ssh_public_key(content) if ssh else serialization.load_pem_public_key(content)
    except (ValueError, UnsupportedAlgorithm):
        raise KeyProblem(_("There is no public key in {where} that can be read.").format(where=where)) from None
    if not isinstance(key, Ed25519PublicKey):
        raise KeyProblem(_("The public key in {where} is no Ed25519 key.").format(where=where))
    return key


def _pem(key: Ed25519PublicKey) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _fingerprint(key: Ed25519PublicKey) -> str:
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    kind = b"ssh-ed25519"
    raw = key.public_bytes(Encoding.Raw, PublicFormat.Raw)
    wire = b"".join(len(part).to_bytes(4, "big") + part for part in (kind, raw))
    return f"SHA256:{b64encode(sha256(wire).digest()).decode().rstrip('=')}"


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_LARGEST_KEY)
    except OSError as error:
        raise KeyProblem(
            _("The key {path} cannot be read: {problem}.").format(path=path, problem=error.strerror or error)
        ) from None


def _check_installed() -> None:
    lack = missing()
    if lack:
        raise KeyProblem(lack[:1].upper() + lack[1:])
