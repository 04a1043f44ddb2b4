"""Makes vectors.properties: keys, seals and rows of a notebook, worked out from ADR 9 without any of Ajar's code.

Argon2id is the reference implementation in C (argon2-cffi); HKDF and AES-256-GCM are OpenSSL's (cryptography).
To make the file anew, which must change nothing:

    pip install argon2-cffi==25.1.0 cryptography==50.0.2
    python vectors.py > vectors.properties
"""

import base64
import struct
import uuid

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NOTEBOOK = "0b6ff7e0-6c4b-4f0e-9a55-3d1f3a0c9b11"
NOTE = "5f0c2a7e-9f3d-4c0a-8f2e-7b1d2c3e4f50"
TALK = "9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d"
OLD = "11112222-3333-4444-8555-666677778888"
NOW = "22223333-4444-4555-8666-777788889999"
DATA_KEY = bytes(range(0x40, 0x60))
WORDS = "absorb bamboo canoe dolphin eagle zoo"
PHRASE = "the quince by the gate is née"
SECRET = bytes(range(32))
# 2026-11-22T21:40:07.123Z, and a minute and a half later.
WRITTEN, CHANGED = 1795383607123, 1795383697123

out = {}
nonces = iter(range(1, 100))


def derive(secret, label):
    return HKDF(SHA256(), 32, salt=None, info=label.encode()).derive(secret)


def stretch(text, salt, kib, passes):
    return hash_secret_raw(text.encode(), salt, passes, kib, 1, 64, Type.ID, version=0x13)


def seal(key, clear, context):
    nonce = next(nonces).to_bytes(12, "big")
    return b"\x01" + nonce + AESGCM(key).encrypt(nonce, clear, context.encode())


def pad(clear, size):
    while size <= len(clear):
        size *= 2
    return clear + b"\x80" + bytes(size - len(clear) - 1)


def utf8(text):
    encoded = text.encode()
    return struct.pack(">H", len(encoded)) + encoded


def utf(text):
    # Modified UTF-8: a character outside the basic plane is two surrogates of three bytes each.
    units = text.encode("utf-16-be")
    made = b""
    for i in range(0, len(units), 2):
        unit = units[i] << 8 | units[i + 1]
        made += b"\xc0\x80" if unit == 0 else chr(unit).encode("utf-8", "surrogatepass")
    return struct.pack(">H", len(made)) + made


def ways(name, text, salt, kib, passes, labels, kind):
    stretched = stretch(text, salt, kib, passes)
    out[f"{name}.stretched"] = stretched
    out[f"{name}.locator"] = derive(stretched, f"{labels}locator/v1")
    out[f"{name}.wrapping"] = derive(stretched, f"{labels}wrap/v1")
    out[f"{name}.wrapped"] = seal(out[f"{name}.wrapping"], DATA_KEY, f"ajar/notebook/1/{kind}/{NOTEBOOK}")


def note(name, id, heading, body, heading_size=1024, body_size=4096):
    out[f"{name}.id"] = id
    out[f"{name}.heading"] = seal(DATA_KEY, pad(heading, heading_size), f"ajar/note/1/heading/{NOTEBOOK}/{id}")
    out[f"{name}.body"] = seal(DATA_KEY, pad(body, body_size), f"ajar/note/1/body/{NOTEBOOK}/{id}")


out["seal.key"] = DATA_KEY
out["seal.clear"] = "We talked on Sunday. Née, 你好, 🌙.".encode()
out["seal.context"] = "ajar/note/1/body/a/b"
out["seal.sealed"] = seal(DATA_KEY, out["seal.clear"], out["seal.context"])

out["notebook.id"] = NOTEBOOK
out["words.text"] = WORDS
ways("words", WORDS, b"ajar/key-words/1", 46 * 1024, 1, "ajar/notebook/", "words")
ways("quick", WORDS, b"ajar/key-words/1", 64, 1, "ajar/notebook/", "words")
out["phrase.text"] = PHRASE
ways("phrase", PHRASE, b"ajar/passphrase1", 64 * 1024, 3, "ajar/notebook/phrase/", "phrase")

out["pass.cookie"] = base64.urlsafe_b64encode(uuid.UUID(NOTEBOOK).bytes + SECRET).decode()
out["pass.locator"] = derive(SECRET, "ajar/pass/locator/v1")
out["pass.wrapping"] = derive(SECRET, "ajar/pass/wrap/v1")

times = struct.pack(">qqq", WRITTEN, CHANGED, 0)
# As it was for a time: heading format 3, and larger padding.
note("note", NOTE,
     b"\x03" + times + utf("Sunday 🌙") + utf("/guide/my-limits") + utf("hopeful") + utf(""),
     "They stayed in the room. Née, 你好, 🌙.".encode())
said, heard = "I said née 🌙".encode(), "They said: “你好”".encode()
note("talk", TALK,
     b"\x03" + times + utf("A talk") + utf("") + utf("") + utf("talk") + bytes([2, 0, 5]) + utf("again") + utf("2027-03-21"),
     struct.pack(">i", len(said)) + said + heard)
# As it was at first: heading format 1, and padding to a multiple of 512.
note("old", OLD, b"\x01" + utf("An old note") + utf("") + utf("sad"), b"Written before times were sealed.", 512, 512)
# As it is.
note("now", NOW,
     b"\x04" + times + utf8("Née, 你好 🌙") + utf8("") + utf8("") + utf8("talk") + bytes([4, 0, 1]) + utf8("leave") + utf8(""),
     struct.pack(">i", len(said)) + said + heard, 768, 1760)

print("# Made by vectors.py, which says how. Bytes are in hexadecimal.")
for key, value in out.items():
    shown = value.hex() if isinstance(value, bytes) else value.encode("ascii", "backslashreplace").decode().replace("\\x", "\\u00")
    print(f"{key}={shown}")
