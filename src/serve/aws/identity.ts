/** Who calls the endpoint, and which Region. */

import { EnvolError } from "../../errors.ts";
import { type Authenticated, type AuthenticationRule, authenticate } from "../../iam/authenticate.ts";
import type { SignedRequest } from "../../iam/signature.ts";

export interface IdentityRule extends AuthenticationRule {
  /** The Region of a request that is not signed. */
  readonly homeRegion: string;
}

type Identity = Authenticated & { readonly region: string };

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
  const { region = rule.homeRegion, ...signer } = await authenticate(request, service, rule, nowMs);
  return { ...signer, region: requireRegion(region, rule.homeRegion) };
}

function requireRegion(region: string, home: string): string {
  if (region === home || REGION.test(region)) return region;
  const shown = region.slice(0, 64);
  throw new EnvolError(
    "AUTH_SIGNATURE",
    `Credential should be scoped to a valid region, not '${shown}'. The home Region here is '${home}'.`,
  );
}
