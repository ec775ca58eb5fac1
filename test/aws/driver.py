"""Drives boto3 or the AWS CLI: a line of JSON in with an operation and its input, a line out with its outcome.

Bytes are base64 and times seconds since 1970, both ways. The first line out has the operations that the client knows, with the members of their inputs.
"""

import base64
import contextlib
import datetime
import io
import json
import re
import sys

KIND, ENDPOINT = sys.argv[1:]


def converted(shape, value, leaf):
    """The value with a function applied to what is neither structure, list nor map."""
    if shape.type_name == "structure":
        return {name: converted(shape.members[name], member, leaf) for name, member in value.items()}
    if shape.type_name == "list":
        return [converted(shape.member, item, leaf) for item in value]
    if shape.type_name == "map":
        return {name: converted(shape.value, item, leaf) for name, item in value.items()}
    return leaf(shape.type_name, value)


def to_boto(kind, value):
    if kind == "blob":
        return base64.b64decode(value)
    if kind == "timestamp":
        return datetime.datetime.fromtimestamp(value, datetime.timezone.utc)
    return value


def from_boto(kind, value):
    if kind == "blob":
        return base64.b64encode(value).decode()
    if kind == "timestamp":
        return value.timestamp()
    return value


def boto3_driver():
    import boto3
    from botocore import xform_name
    from botocore.exceptions import ClientError

    client = boto3.client("kms", endpoint_url=ENDPOINT)
    model = client.meta.service_model

    def drive(operation, given):
        shapes = model.operation_model(operation)
        given = converted(shapes.input_shape, given, to_boto) if shapes.input_shape else {}
        try:
            output = getattr(client, xform_name(operation))(**given)
        except ClientError as error:
            return {"error": {"code": error.response["Error"]["Code"], "message": error.response["Error"].get("Message")}}
        assert output.pop("ResponseMetadata")["RequestId"]
        return {"output": converted(shapes.output_shape, output, from_boto) if shapes.output_shape else {}}

    return model, drive


ERROR = re.compile(r"An error occurred \((\w+)\) when calling the \w+ operation(?: \(.*\))?: ?(.*)", re.DOTALL)


def cli_driver():
    # The CLI brings a botocore of its own, and must be imported before any other is.
    from awscli.clidriver import create_clidriver
    from botocore import xform_name

    driver = create_clidriver()
    model = driver.session.get_service_model("kms")

    def drive(operation, given):
        command = ["kms", xform_name(operation, "-"), "--endpoint-url", ENDPOINT, "--no-paginate", "--output", "json"]
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = driver.main([*command, "--cli-input-json", json.dumps(given)])
        if code == 0:
            return {"output": json.loads(out.getvalue() or "{}")}
        match = ERROR.search(err.getvalue().strip())
        if match is None:
            raise RuntimeError(f"aws {command[1]} ended with {code}: {err.getvalue()}")
        return {"error": {"code": match.group(1), "message": match.group(2)}}

    return model, drive


def members(operation):
    shape = operation.input_shape
    return list(shape.members) if shape else []


model, drive = {"boto3": boto3_driver, "cli": cli_driver}[KIND]()
print(json.dumps({name: members(model.operation_model(name)) for name in model.operation_names}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    print(json.dumps(drive(asked["operation"], asked["input"])), flush=True)
