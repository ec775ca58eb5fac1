/**
 * AWS Signature Version 4 for a call, written from its description alone (IAM User Guide, "Create a signed AWS API
 * request"), so that what the client and the door do is held against something else than the package that both use.
 */

import { createHash, createHmac } from "node:crypto";
import { Metadata } from "@grpc/grpc-js";
import type { Credentials } from "#envol/client/credentials.ts";

export interface Signing {
  readonly credentials: Credentials;
  readonly path: string;
  readonly timeMs?: number;
  readonly service?: string;
  readonly region?: string;
  readonly payloadHash?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function signedMetadata(signing: Signing): Metadata {
  const { credentials, path, timeMs = Date.now(), service = "envol", region = "eu-central-1" } = signing;
  const timestamp = new Date(timeMs).toISOString().replace(/[-:]|\.\d{3}/g, "");
  const scope = `${timestamp.slice(0, 8)}/${region}/${service}/aws4_request`;
  const headers: Record<string, string> = {
    host: "envol",
    "x-amz-content-sha256": signing.payloadHash ?? "UNSIGNED-PAYLOAD",
    "x-amz-date": timestamp,
    ...signing.headers,
  };
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join("");
  const canonical = ["POST", path, "", lines, names.join(";"), headers["x-amz-content-sha256"]].join("\n");
  const text = ["AWS4-HMAC-SHA256", timestamp, scope, createHash("sha256").update(canonical).digest("hex")].join("\n");
  const key = scope
    .split("/")
    .reduce<string | Buffer>(
      (secret, part) => createHmac("sha256", secret).update(part).digest(),
      `AWS4${credentials.secretAccessKey}`,
    );
  const signature = createHmac("sha256", key).update(text).digest("hex");
  const metadata = new Metadata();
  for (const name of names) if (name !== "host") metadata.set(name, headers[name] as string);
  metadata.set(
    "authorization",
    `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`,
  );
  return metadata;
}
