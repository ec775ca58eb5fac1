/** How an operation is run: its request checked, its caller's Region found, its outcome recorded. */

import { randomUUID } from "node:crypto";
import { toEnvolError } from "../../errors.ts";
import type { KmsCaller } from "../kms-client.ts";
import type { Call } from "./call.ts";
import { type FieldRules, isRecordable } from "./fields.ts";
import type { Kms } from "./kms.ts";
import type { OperationName } from "./operation-names.ts";
import { OPERATIONS, type OperationRequest, type OperationResponse } from "./operations/registry.ts";
import { validate } from "./validation.ts";

/**
 * @param kms in any Region: the caller says which one is called
 * @param requestId by which the caller is told of the call, and the record knows it
 * @throws every error that the operation has
 */
export async function runOperation<Name extends OperationName>(
  kms: Kms,
  operation: Name,
  caller: KmsCaller,
  request: OperationRequest<Name>,
  requestId: string = randomUUID(),
): Promise<OperationResponse<Name>> {
  const call: Call = {
    kms: kms.regions.in(caller.region ?? kms.regions.home),
    caller,
    operation,
    request: request as Record<string, unknown>,
    requestId,
    eventId: randomUUID(),
    keyArns: new Set(),
    additional: {},
  };
  // The registry has for each name an operation whose request and response have the types of that name.
  const { fields, run } = OPERATIONS[operation] as unknown as {
    fields: FieldRules;
    run: (call: Call, request: unknown) => Promise<OperationResponse<Name>>;
  };
  try {
    validate(fields, request);
    const response = await run(call, request);
    record(call, fields, { response: responseFacts(response) });
    return response;
  } catch (error) {
    const { code, message } = toEnvolError(error);
    record(call, fields, { error: { code, message } });
    throw error;
  }
}

type Outcome = Pick<Parameters<Kms["record"]>[0], "response" | "error">;

function record(call: Call, fields: FieldRules, outcome: Outcome): void {
  const { kms, caller, operation, request, requestId, eventId, keyArns, additional } = call;
  kms.record({
    requestId,
    eventId,
    timeMs: kms.clock.now(),
    region: kms.region,
    operation,
    caller,
    request: requestFacts(fields, request),
    ...outcome,
    keyArns: [...keyArns],
    additional,
  });
}

/** The fields of the request that the API has, without those that may hold a secret. */
function requestFacts(fields: FieldRules, request: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const shown = Object.entries(fields).filter(([name, rule]) => request[name] !== undefined && isRecordable(rule));
  return Object.fromEntries(shown.map(([name]) => [name, request[name]]));
}

/** The response without what may hold a secret: bytes, and the token of a grant. */
function responseFacts(response: object): Record<string, unknown> {
  const shown = Object.entries(response).filter(
    ([name, value]) => !(value instanceof Uint8Array) && name !== "grantToken",
  );
  return Object.fromEntries(shown);
}
