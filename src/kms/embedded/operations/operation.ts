/** What an operation of the KMS is: the rules of its request's fields, and what it does. */

import type { Call } from "../call.ts";
import type { FieldRules, RequestOf } from "../fields.ts";

export interface Operation<Fields extends FieldRules, Response extends object> {
  readonly fields: Fields;
  /** The request has been checked against the fields. */
  readonly run: (call: Call, request: RequestOf<Fields>) => Promise<Response>;
}

/** Gives an operation its types: that of the request comes from the fields, that of the response from `run`. */
export function operation<const Fields extends FieldRules, Response extends object>(
  fields: Fields,
  run: (call: Call, request: RequestOf<Fields>) => Promise<Response>,
): Operation<Fields, Response> {
  return { fields, run };
}

/** The response of an operation that tells nothing. */
export type Nothing = Record<never, never>;
