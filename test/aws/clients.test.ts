/** The AWS CLI, boto3 and the AWS SDK for JavaScript use every operation that they know. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, test } from "vitest";
import { type Envol, startEnvol } from "#envol/kit/start-envol.ts";
import { needs, runs } from "../needs.ts";
import { PYTHON, pythonClient, sdkClient } from "./clients.ts";
import { playAll } from "./every-operation.ts";

let envol: Envol;
let directory: string;
beforeAll(async () => {
  envol = await startEnvol();
  directory = await mkdtemp(join(tmpdir(), "envol-aws-"));
});
afterAll(async () => {
  await envol.close();
  await rm(directory, { recursive: true });
});

test("AWS SDK for JavaScript: every operation succeeds, and is refused in AWS's words", async () => {
  await using client = sdkClient(envol.awsEndpoint);
  await playAll(client, envol.awsEndpoint);
}, 120_000);

const withBoto3 = needs("boto3 (python3-boto3)", () => runs(PYTHON, "-c", "import boto3"));
withBoto3(
  "boto3: every operation succeeds, and is refused in AWS's words",
  async () => {
    await using client = await pythonClient("boto3", envol.awsEndpoint, directory);
    await playAll(client, envol.awsEndpoint);
  },
  120_000,
);

const withCli = needs("the AWS CLI (awscli)", () => runs(PYTHON, "-c", "import awscli.clidriver"));
withCli(
  "AWS CLI: every operation succeeds, and is refused in AWS's words",
  async () => {
    await using client = await pythonClient("cli", envol.awsEndpoint, directory);
    await playAll(client, envol.awsEndpoint);
  },
  240_000,
);
