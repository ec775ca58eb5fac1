/** A client that shares nothing with this package but its .proto files: Python's gRPC, against the built command line. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { serve } from "../cli/process.ts";
import { needs, runs } from "../needs.ts";

/** Not the first python3 of PATH: Debian's packages are for Debian's Python. */
const PYTHON = "/usr/bin/python3";

const CLIENT = fileURLToPath(new URL("client.py", import.meta.url));
const PROTOS = fileURLToPath(new URL("../../proto", import.meta.url));
/** The contract of server reflection, as the package ships it that the daemon serves it with. */
const REFLECTION_PROTOS = join(
  dirname(createRequire(import.meta.url).resolve("@grpc/reflection")),
  "../proto/grpc/reflection/v1",
);

const withPython = needs("Python's gRPC (python3-grpcio, python3-grpc-tools)", () =>
  runs(PYTHON, "-c", "import grpc, grpc_tools.protoc, google.protobuf"),
);

withPython("a Python client goes through the life of an encrypted volume", async () => {
  await using served = await serve();
  const client = spawn(PYTHON, [CLIENT, served.address, PROTOS, REFLECTION_PROTOS], {
    env: { PATH: process.env["PATH"] ?? "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, [code]] = await Promise.all([text(client.stdout), text(client.stderr), once(client, "close")]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const steps = stdout.trim().split("\n");
  expect(steps.map((line) => line.replace(/^(create-key|create-volume|attach|events) \S+$/, "$1"))).toEqual([
    ...["create-key", "create-volume", "attach", "administer-key", "refused INVALID_ARGUMENT SIGNATURE_INVALID"],
    ...["write", "read", "flush", "io"],
    ...["disable-key", "refused FAILED_PRECONDITION KEY_REVOKED", "enable-key", "read-again"],
    ...["refused INVALID_ARGUMENT VOLUME_ID_MALFORMED", "detach", "delete", "events"],
  ]);
});
