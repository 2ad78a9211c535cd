"""Keys and signatures: what signs, what does not, and why."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("cryptography")

from keys import written_key

from tui.export.bags.signature import KeyProblem, fingerprint_of, fits, signer_of, signing_key


@pytest.mark.parametrize("ssh", [False, True], ids=["PEM", "OpenSSH"])
def test_what_a_key_signs_fits_its_public_key_and_nothing_else(tmp_path: Path, ssh: bool):
    signer = signer_of(written_key(tmp_path / "key", ssh=ssh))
    signature = signer.sign(b"signed")
    assert fits(b"signed", signature, signer.public_key)
    assert not fits(b"Signed", signature, signer.public_key)
    assert signing_key(signer.public_key) == (signer.fingerprint, signer.public_key)
    assert fingerprint_of(tmp_path / "key.pub") == signer.fingerprint


@pytest.mark.parametrize("ssh", [False, True], ids=["PEM", "OpenSSH"])
def test_a_passphrase_is_asked_for(tmp_path: Path, ssh: bool):
    if ssh:
        pytest.importorskip("bcrypt")
    path = written_key(tmp_path / "key", "open", ssh)
    assert signer_of(path, lambda: "open").fingerprint
    with pytest.raises(KeyProblem, match="another one"):
        signer_of(path, lambda: "closed")
    with pytest.raises(KeyProblem, match="has a passphrase"):
        signer_of(path)


def test_what_is_no_key_is_told(tmp_path: Path):
    (tmp_path / "text").write_text("text", encoding="utf-8")
    with pytest.raises(KeyProblem, match="no private key"):
        signer_of(tmp_path / "text")
    with pytest.raises(KeyProblem, match="no public key"):
        fingerprint_of(tmp_path / "text")
    with pytest.raises(KeyProblem, match="cannot be read"):
        signer_of(tmp_path / "nothing")


def test_a_key_of_another_kind_is_told(tmp_path: Path):
    from cryptography.hazmat.primitives import serialization as s
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

    key = generate_private_key(SECP256R1())
    (tmp_path / "key").write_bytes(key.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption()))
    with pytest.raises(KeyProblem, match="no Ed25519 key"):
        signer_of(tmp_path / "key")


def test_a_missing_package_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tui.export.bags.signature.installed", lambda _: False)
    with pytest.raises(KeyProblem, match=r"^An Ed25519 signature needs cryptography.*pip install"):
        signer_of(tmp_path / "key")


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="no ssh-keygen here")
def test_the_fingerprint_is_that_of_ssh_keygen(tmp_path: Path):
    signer = signer_of(written_key(tmp_path / "key", ssh=True))
    told = subprocess.run(["ssh-keygen", "-lf", tmp_path / "key.pub"], capture_output=True, text=True, check=True)
    assert signer.fingerprint in told.stdout


@pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl here")
def test_openssl_alone_checks_a_signature(tmp_path: Path):
    signer = signer_of(written_key(tmp_path / "key"))
    (tmp_path / "signed").write_bytes(b"signed")
    (tmp_path / "sig").write_bytes(signer.sign(b"signed"))
    (tmp_path / "pem").write_bytes(signer.public_key)
    options = ["-pubin", "-inkey", "pem", "-rawin", "-in", "signed", "-sigfile", "sig"]
    done = subprocess.run(["openssl", "pkeyutl", "-verify", *options], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0
