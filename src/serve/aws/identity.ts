/**
 * Who calls, and which Region. With `open`, a request signed with an access key that the daemon knows is verified and acts
 * as that principal; any other request, unsigned or signed with a key that is not known, is the account root. With
 * `required`, every request must carry a valid signature of a known access key.
 */

import { EnvolError } from "../../errors.ts";
import type { FindAccessKey } from "../../iam/access-key.ts";
import { claimedAccessKeyId, claimedRegion, type SignedRequest, verifySignature } from "../../iam/signature.ts";

export interface IdentityRule {
  readonly auth: "open" | "required";
  readonly findAccessKey: FindAccessKey;
  readonly accountId: string;
  /** The Region of a request that is not signed. */
  readonly homeRegion: string;
}

export interface Identity {
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
}

/**
 * The names that AWS makes its Regions' names of. A list of Regions would be out of date with the next one; any text at
 * all would let a mistyped Region pass for an empty one, and each would take memory.
 */
const REGION = new RegExp(
  "^(?:af|ap|ca|cn|eu|eusc-de|il|me|mx|sa|us|us-gov|us-iso|us-isob|us-isof|eu-isoe)" +
    "-(?:central|north|northeast|northwest|south|southeast|southwest|east|west)-[1-9]$",
);

/** @param service the signing name of what is called @throws AUTH_MISSING, AUTH_INCOMPLETE, AUTH_SIGNATURE, AUTH_UNKNOWN_KEY */
export async function identify(
  request: SignedRequest,
  service: string,
  rule: IdentityRule,
  nowMs: number,
): Promise<Identity> {
  const { auth, findAccessKey, accountId, homeRegion } = rule;
  const accessKeyId = claimedAccessKeyId(request);
  if (auth === "required" || (accessKeyId !== undefined && findAccessKey(accessKeyId) !== undefined)) {
    const signer = await verifySignature(request, { service, findAccessKey, nowMs });
    return { arn: signer.arn, accountId: signer.accountId, region: requireRegion(signer.region, homeRegion) };
  }
  const region = requireRegion(claimedRegion(request) ?? homeRegion, homeRegion);
  return { arn: `arn:aws:iam::${accountId}:root`, accountId, region };
}

function requireRegion(region: string, home: string): string {
  if (region === home || REGION.test(region)) return region;
  const shown = region.slice(0, 64);
  throw new EnvolError(
    "AUTH_SIGNATURE",
    `Credential should be scoped to a valid region, not '${shown}'. The home Region here is '${home}'.`,
  );
}
