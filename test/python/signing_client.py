"""Calls of Envol signed in another language: by botocore's Signature Version 4, over Python's gRPC, without generated code.

    signing_client.py ADDRESS ACCESS_KEY_ID

The secret access key is a line on standard input. It prints a line for each call.
"""

import sys

import grpc
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

TIMEOUT_S = 20
WHOAMI = "/envol.v1.PrincipalService/GetCallerIdentity"
LIST_KEYS = "/envol.v1.KeyService/ListKeys"


def signed_metadata(path, credentials, region):
    """The signature of a call: of a POST to the method's path on the host "envol", for the service "envol"."""
    request = AWSRequest("POST", f"http://envol{path}", headers={"X-Amz-Content-SHA256": "UNSIGNED-PAYLOAD"})
    SigV4Auth(credentials, "envol", region).add_auth(request)
    return [(name.lower(), value) for name, value in request.headers.items()]


def call(channel, path, metadata):
    """Calls a method with an empty message, which is no bytes, and gives the bytes of the answer or the refusal's reason."""
    method = channel.unary_unary(path, request_serializer=bytes, response_deserializer=bytes)
    try:
        return method(b"", metadata=metadata, timeout=TIMEOUT_S)
    except grpc.RpcError as error:
        return f"{error.code().name} {dict(error.trailing_metadata()).get('envol-reason')}"


def arn_in(answer):
    """The first field of GetCallerIdentityResponse: its tag, its length in one byte, and the text."""
    return answer[2 : 2 + answer[1]].decode() if isinstance(answer, bytes) and answer[0] == 0x0A else answer


if __name__ == "__main__":
    address, access_key_id = sys.argv[1:]
    secret = sys.stdin.readline().strip()
    mine = Credentials(access_key_id, secret)
    with grpc.insecure_channel(address) as channel:
        print("whoami", arn_in(call(channel, WHOAMI, signed_metadata(WHOAMI, mine, "eu-central-1"))))
        print("another-region", arn_in(call(channel, WHOAMI, signed_metadata(WHOAMI, mine, "us-west-2"))))
        wrong = Credentials(access_key_id, "not the secret")
        print("wrong-secret", arn_in(call(channel, WHOAMI, signed_metadata(WHOAMI, wrong, "eu-central-1"))))
        print("another-method", arn_in(call(channel, WHOAMI, signed_metadata(LIST_KEYS, mine, "eu-central-1"))))
        print("unsigned", arn_in(call(channel, WHOAMI, [])))
