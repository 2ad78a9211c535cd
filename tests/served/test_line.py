"""A real node behind a line that speaks TLS, takes its time, is silent or is cut: who is believed, and what is said."""

from __future__ import annotations

import base64
import ipaddress
import ssl
import sys
import types
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from open_ports import OPEN_PORTS

from tests.served.line import Line
from tui.errors import Cancelled, EngineError
from tui.served.server import API_KEY, PASSWORD, USER, EngineTrouble, Reader, Writer
from tui.served.trust import AUTHORITY, CERTIFICATE, FINGERPRINT, KEY

pytest.importorskip("cryptography", reason="the extra package that makes certificates is not installed")

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = timedelta(days=1)


class Authority:
    """Makes certificates in a folder; itself of the same name as every other one."""

    def __init__(self, folder, name="authority"):
        self.folder = folder
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self.certificate = self._signed(self.name, self.key, is_authority=True)
        self.file = self._write(f"{name}.pem", self.certificate.public_bytes(serialization.Encoding.PEM))

    def _signed(self, name, key, *more, days=(-2, 30), is_authority=False):
        now = datetime.now(UTC)
        made = x509.CertificateBuilder().subject_name(name).issuer_name(self.name).public_key(key.public_key())
        made = made.serial_number(x509.random_serial_number())
        made = made.not_valid_before(now + days[0] * DAY).not_valid_after(now + days[1] * DAY)
        made = made.add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        known = x509.SubjectKeyIdentifier.from_public_key, x509.AuthorityKeyIdentifier.from_issuer_public_key
        for each in (known[0](key.public_key()), known[1](self.key.public_key()), *more):
            made = made.add_extension(each, critical=False)
        return made.sign(self.key, hashes.SHA256())

    def _write(self, name, content):
        file = self.folder / name
        file.write_bytes(content)
        return str(file)

    def give(self, name, address="127.0.0.1", days=(-2, 30)):
        """Return the files of a certificate and its key, and the certificate's fingerprint."""
        key = ec.generate_private_key(ec.SECP256R1())
        alternative = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        certificate = self._signed(subject, key, alternative, days=days)
        plain = serialization.NoEncryption()
        secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        public = certificate.public_bytes(serialization.Encoding.PEM)
        files = self._write(f"{name}.pem", public), self._write(f"{name}.key", secret)
        return (*files, certificate.fingerprint(hashes.SHA256()).hex(":"))


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(autouse=True)
def nobody(monkeypatch):
    for name in (USER, PASSWORD, API_KEY, CERTIFICATE, KEY, AUTHORITY, FINGERPRINT):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def line(cluster):
    """Give a function that opens a line to the first node; with the files of a certificate it speaks TLS."""
    port = sys.modules["two_nodes"].HTTP["n1"]
    lines = []
    OPEN_PORTS.add(0)

    def opened(certificate="", key="", client_authority="", version=ssl.TLSVersion.TLSv1_3, **how):
        context = None
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate, key)
            context.maximum_version = version
            if client_authority:
                context.verify_mode = ssl.CERT_REQUIRED
                context.load_verify_locations(client_authority)
        lines.append(Line(port, context, **how))
        OPEN_PORTS.add(lines[-1].port)
        return lines[-1]

    yield opened
    for each in lines:
        each.close()
        OPEN_PORTS.discard(each.port)
    OPEN_PORTS.discard(0)


def refuses(line, said):
    with closing(Reader(line.address)) as reader, pytest.raises(EngineTrouble) as told:
        reader.check()
    sentence = str(told.value)
    assert said in sentence
    assert sentence.isprintable()
    assert b"uthorization" not in line.sent


def answers(line):
    with closing(Reader(line.address)) as reader:
        reader.check()
    return True


def test_a_certificate_of_a_named_authority_is_believed(line, authority, monkeypatch):
    certificate, key, _ = authority.give("node")
    monkeypatch.setenv(AUTHORITY, authority.file)
    assert answers(line(certificate, key))


def test_a_certificate_that_nobody_vouches_for_is_not_believed_and_gets_no_password(line, authority, monkeypatch):
    certificate, key, _ = authority.give("node")
    monkeypatch.setenv(USER, "me")
    monkeypatch.setenv(PASSWORD, "word")
    refuses(line(certificate, key), "does not prove who it is")


def test_an_authority_of_the_same_name_is_not_the_same(line, authority, tmp_path, monkeypatch):
    other = Authority(tmp_path)
    certificate, key, _ = other.give("node")
    monkeypatch.setenv(AUTHORITY, authority.file)
    refuses(line(certificate, key), "does not prove who it is")


@pytest.mark.parametrize("wrong", [{"days": (-9, -2)}, {"days": (2, 9)}, {"address": "127.0.0.2"}])
def test_an_expired_certificate_one_of_the_future_and_one_of_another_host(line, authority, monkeypatch, wrong):
    certificate, key, _ = authority.give("wrong", **wrong)
    monkeypatch.setenv(AUTHORITY, authority.file)
    refuses(line(certificate, key), "does not prove who it is")


@pytest.mark.parametrize("written", [str, str.upper, lambda name: name.replace(":", "")])
def test_a_self_signed_certificate_is_believed_by_its_fingerprint(line, authority, monkeypatch, written):
    certificate, key, fingerprint = authority.give("node")
    monkeypatch.setenv(FINGERPRINT, written(fingerprint))
    assert answers(line(certificate, key))


def test_another_fingerprint_is_not_believed_and_gets_no_password(line, authority, monkeypatch):
    certificate, key, _ = authority.give("node")
    *_, other = authority.give("other")
    monkeypatch.setenv(FINGERPRINT, other)
    monkeypatch.setenv(API_KEY, "secret")
    refuses(line(certificate, key), "does not prove who it is")


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
@pytest.mark.parametrize("by", ["authority", "fingerprint"])
def test_a_client_proves_who_it_is_by_its_certificate(line, authority, monkeypatch, by, version):
    certificate, key, fingerprint = authority.give("node")
    mine, my_key, _ = authority.give("me")
    monkeypatch.setenv(*((AUTHORITY, authority.file) if by == "authority" else (FINGERPRINT, fingerprint)))
    asked = line(certificate, key, authority.file, version)
    with closing(Reader(asked.address)) as reader, pytest.raises(EngineTrouble, match=CERTIFICATE):
        reader.check()
    monkeypatch.setenv(CERTIFICATE, mine)
    monkeypatch.setenv(KEY, my_key)
    assert answers(asked)


@pytest.mark.parametrize("variable", [AUTHORITY, CERTIFICATE])
def test_a_file_that_is_no_certificate_is_told_with_its_variable(monkeypatch, tmp_path, variable):
    pytest.importorskip("opensearchpy", reason="the extra package opensearch is not installed")
    for content in (None, b"no certificate"):
        file = tmp_path / "one.pem"
        if content:
            file.write_bytes(content)
        monkeypatch.setenv(variable, str(file))
        with pytest.raises(EngineError, match=variable) as told:
            Reader("https://127.0.0.1:9200")
        assert len(str(told.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("set_up", "sent"),
    [
        ({USER: "me", PASSWORD: "word"}, b"Basic " + base64.b64encode(b"me:word")),
        ({USER: "me"}, b"Basic " + base64.b64encode(b"me:from the keyring")),
        ({API_KEY: "secret"}, b"ApiKey secret"),
    ],
)
def test_who_asks_is_told_behind_tls(line, authority, monkeypatch, set_up, sent):
    certificate, key, fingerprint = authority.give("node")
    keyring = types.ModuleType("keyring")
    keyring.get_password = lambda service, name: (
        "from the keyring" if (service, name) == ("mali-tui engine", "me") else None
    )
    monkeypatch.setitem(sys.modules, "keyring", keyring)
    monkeypatch.setenv(FINGERPRINT, fingerprint)
    for name, value in set_up.items():
        monkeypatch.setenv(name, value)
    asked = line(certificate, key)
    assert answers(asked)
    assert b"authorization: " + sent.lower() in asked.sent.lower()


def test_a_line_that_is_silent_is_told_in_time_and_is_asked_again_later(line):
    asked = line()
    with closing(Reader(asked.address, timeout=0.5)) as reader:
        reader.check()
        asked.silent = True
        with pytest.raises(EngineTrouble, match="in time"):
            reader.ask("POST", "/_search", {})
        asked.silent = False
        reader.check()


def test_a_line_that_is_cut_is_told_or_asked_again(line):
    asked = line()
    with closing(Reader(asked.address)) as reader:
        reader.check()
        asked.cut()
        reader.check()


def test_a_question_that_is_cut_while_it_is_asked_is_one_sentence(line):
    asked = line()
    asked.silent = True

    def cut():
        if b"_search" in asked.sent:
            asked.cut()
        return False

    with closing(Reader(asked.address)) as reader, pytest.raises(EngineTrouble, match="cannot be reached"):
        reader.ask("POST", "/_search", {}, cut)


def test_a_question_that_nobody_waits_for_ends_on_the_server_as_its_connection_closes(cluster, line, index):
    asked = line()
    with closing(Writer(asked.address, 30)) as writer:
        writer.write("PUT", f"/{index}", {"settings": {"number_of_replicas": 0}})
        for number in range(50):
            writer.write("PUT", f"/{index}/_doc/{number}", {"a": 1}, params={"refresh": "true"})
        slow = {"query": {"script": {"script": {"lang": "sleep", "source": "100"}}}}
        with pytest.raises(Cancelled):
            writer.ask("POST", f"/{index}/_search", slow, lambda: bool(searches(cluster)))
        for _ in range(300):  # 5 s of sleeping documents would pass before it ends by itself
            if not [task for task in searches(cluster) if not task["cancelled"]]:
                break
        assert not [task for task in searches(cluster) if not task["cancelled"]]
        writer.write("DELETE", f"/{index}")


def searches(cluster):
    nodes = cluster.ask("GET", "/_tasks?actions=indices:data/read/search*")["nodes"]
    return [task for node in nodes.values() for task in node["tasks"].values() if task.get("cancellable")]
