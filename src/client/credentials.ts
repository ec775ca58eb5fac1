/** An access key, and the signature that it puts on each call. */

import { CallCredentials, Metadata } from "@grpc/grpc-js";
import type { SignatureV4 } from "@smithy/signature-v4";
import { EnvolError } from "../errors.ts";
import { SIGNED } from "../serve/grpc/load-protos.ts";
import { Sha256 } from "../sha256.ts";

/** An access key of a principal, as CreateAccessKey gives it. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** The daemon takes a signature for any Region: calls have the Region of the daemon. */
const REGION = "us-east-1";

/** The headers that the signature adds to a call's metadata. The host is the same constant on both ends. */
const SENT_HEADERS = ["authorization", "x-amz-date", "x-amz-content-sha256"] as const;

/**
 * What signs calls, by the path of their method. A call is signed when its connection is ready, so that it is fresh.
 * @throws INVALID_ARGUMENT
 */
export function callCredentials(credentials: Credentials): (path: string) => CallCredentials {
  for (const field of ["accessKeyId", "secretAccessKey"] as const) requireText(field, credentials[field]);
  let signer: Promise<SignatureV4> | undefined;
  const sign = async (path: string): Promise<Metadata> => {
    signer ??= createSigner(credentials);
    const headers = { host: SIGNED.host, "x-amz-content-sha256": SIGNED.payloadHash };
    const request = { method: "POST", path, query: {}, headers, protocol: "http:", hostname: SIGNED.host };
    const signed = await (await signer).sign(request);
    const metadata = new Metadata();
    for (const name of SENT_HEADERS) metadata.set(name, signed.headers[name] as string);
    return metadata;
  };
  return (path) =>
    CallCredentials.createFromMetadataGenerator((_, answer) => {
      sign(path).then((metadata) => answer(null, metadata), answer);
    });
}

function requireText(field: keyof Credentials, value: unknown): void {
  // Its value is not repeated: the one of the two may be in the place of the other.
  if (typeof value === "string" && /^[!-~]+$/.test(value)) return;
  throw new EnvolError("INVALID_ARGUMENT", `credentials.${field}: expected a text without spaces.`, {
    field: `credentials.${field}`,
  });
}

/** Loaded here, so that those who use no credentials do not wait for the package. */
async function createSigner(credentials: Credentials): Promise<SignatureV4> {
  const { SignatureV4 } = await import("@smithy/signature-v4");
  return new SignatureV4({ service: SIGNED.service, region: REGION, credentials: { ...credentials }, sha256: Sha256 });
}
