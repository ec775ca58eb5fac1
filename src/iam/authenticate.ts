/**
 * Who makes a request, by the one rule of every door. With `open`, a request signed with an access key that the daemon knows
 * is verified and acts as that principal; any other request, unsigned or signed with a key that is not known, is the
 * account root. With `required`, every request must carry a valid signature of a known access key.
 */

import type { FindAccessKey } from "./access-key.ts";
import { claimedAccessKeyId, claimedRegion, type SignedRequest, verifySignature } from "./signature.ts";

export interface AuthenticationRule {
  readonly auth: "open" | "required";
  readonly findAccessKey: FindAccessKey;
  readonly accountId: string;
}

export interface Authenticated {
  readonly arn: string;
  readonly accountId: string;
  /** The access key whose signature was verified; absent of one that was not. */
  readonly accessKeyId?: string;
  /** The Region that the request says it is signed for. */
  readonly region?: string;
}

/** @param service the signing name of what is called @throws AUTH_MISSING, AUTH_INCOMPLETE, AUTH_SIGNATURE, AUTH_UNKNOWN_KEY */
export async function authenticate(
  request: SignedRequest,
  service: string,
  { auth, findAccessKey, accountId }: AuthenticationRule,
  nowMs: number,
): Promise<Authenticated> {
  const accessKeyId = claimedAccessKeyId(request);
  const isKnown = accessKeyId !== undefined && findAccessKey(accessKeyId) !== undefined;
  if (auth === "required" || isKnown) return verifySignature(request, { service, findAccessKey, nowMs });
  const region = claimedRegion(request);
  return { arn: `arn:aws:iam::${accountId}:root`, accountId, ...(region !== undefined && { region }) };
}
