/** Another language signs its calls with what its AWS SDK has: Python's botocore, against the built command line. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { serve } from "../cli/process.ts";
import { needs, runs } from "../needs.ts";

/** Not the first python3 of PATH: Debian's packages are for Debian's Python. */
const PYTHON = "/usr/bin/python3";

const CLIENT = fileURLToPath(new URL("signing_client.py", import.meta.url));

const withBotocore = needs("Python's gRPC and botocore (python3-grpcio, python3-boto3)", () =>
  runs(PYTHON, "-c", "import grpc, botocore.auth"),
);

withBotocore("a Python client signs with botocore, and is who it is", async () => {
  await using served = await serve();
  await served.json("principal", "create", "alice");
  const { accessKeyId, secretAccessKey } = await served.json("principal", "create-access-key", "alice");
  const client = spawn(PYTHON, [CLIENT, served.address, accessKeyId], { env: { PATH: process.env["PATH"] ?? "" } });
  client.stdin.end(`${secretAccessKey}\n`);
  const [stdout, stderr, [code]] = await Promise.all([text(client.stdout), text(client.stderr), once(client, "close")]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.trim().split("\n")).toEqual([
    "whoami arn:aws:iam::000000000000:user/alice",
    "another-region arn:aws:iam::000000000000:user/alice",
    "wrong-secret UNAUTHENTICATED AUTH_SIGNATURE",
    "another-method UNAUTHENTICATED AUTH_SIGNATURE",
    "unsigned arn:aws:iam::000000000000:root",
  ]);
});
