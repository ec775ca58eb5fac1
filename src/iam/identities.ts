/** What an authorization asks about the principals of accounts. */

import type { Policy } from "./policy/document.ts";

export interface Identities {
  /** The identity policies of a user or role, by its ARN; none of one that is not known. */
  policiesOf(arn: string): readonly Policy[];
  tagsOf(arn: string): Readonly<Record<string, string>>;
}

/** Users and roles are not known, or have no policies: then key policies and grants alone let them in. */
export const NO_IDENTITIES: Identities = { policiesOf: () => [], tagsOf: () => ({}) };
