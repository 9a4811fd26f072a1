"""A second opinion: verifies credentials by PyLD and cryptography, with nothing of ours but the contexts.

Reads {"contexts", "did", "credentials": [...], "jwts": [...]} and writes one line for each: "verified" or why not.
"""
import base64
import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pyld import jsonld

given = json.load(sys.stdin)
SIGNS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base58(text):
    number = 0
    for sign in text:
        number = number * 58 + SIGNS.index(sign)
    zeros = len(text) - len(text.lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def load(url, _):
    if url not in given["contexts"]:
        raise ValueError("not pinned: " + url)
    return {"contextUrl": None, "documentUrl": url, "document": given["contexts"][url], "contentType": "application/ld+json"}


def method(name):
    if name not in given["did"]["assertionMethod"]:
        raise ValueError("not an assertion method")
    return next(each for each in given["did"]["verificationMethod"] if each["id"] == name)


def digest(document):
    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": load}
    return hashlib.sha256(jsonld.normalize(document, options).encode()).digest()


def credential(text):
    document = json.loads(text)
    proof = document.pop("proof")
    value = base58(proof.pop("proofValue")[1:])
    key = base58(method(proof["verificationMethod"])["publicKeyMultibase"][1:])
    assert key[:2] == b"\xed\x01"
    proof["@context"] = document["@context"]
    Ed25519PublicKey.from_public_bytes(key[2:]).verify(value, digest(proof) + digest(document))


def jwt(text):
    signed, _, signature = text.rpartition(".")
    header = json.loads(base64url(signed.split(".")[0]))
    assert header["alg"] == "RS256" and header["typ"] == "JWT"
    jwk = method(header["kid"])["publicKeyJwk"]
    number = lambda name: int.from_bytes(base64url(jwk[name]), "big")
    key = rsa.RSAPublicNumbers(number("e"), number("n")).public_key()
    key.verify(base64url(signature), signed.encode(), padding.PKCS1v15(), hashes.SHA256())


for check, texts in ((credential, given["credentials"]), (jwt, given["jwts"])):
    for each in texts:
        try:
            check(each)
            print("verified")
        except InvalidSignature:
            print("wrong signature")
        except ValueError as error:
            print(error)
