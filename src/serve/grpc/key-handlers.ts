/**
 * KeyService over gRPC: each RPC is the operation of the KMS that has its name. A request's message becomes the operation's
 * request by the rules of its fields, and the response is the message of the answer as it stands.
 */

import type { KeyServiceHandlers } from "../../gen/envol/v1/KeyService.ts";
import type { FieldRules } from "../../kms/embedded/fields.ts";
import type { OperationName } from "../../kms/embedded/operation-names.ts";
import { OPERATIONS, type OperationRequest, type OperationResponse } from "../../kms/embedded/operations/registry.ts";
import { type CalledContext, isGiven, unary } from "./call.ts";
import { KEY_SERVICE } from "./load-protos.ts";

/** The RPCs, which have the names of operations. */
type Rpc = Extract<keyof KeyServiceHandlers, OperationName>;

export function keyHandlers(context: CalledContext): KeyServiceHandlers {
  const { call, caller } = context;
  const handlers = (Object.keys(KEY_SERVICE) as Rpc[]).map((rpc) => {
    const { fields } = OPERATIONS[rpc];
    const answer = async (message: object) => {
      // What is no value of a field is refused by the operation's own validation.
      const request = toRequest(fields, message) as OperationRequest<Rpc>;
      return toMessage(rpc, await call(rpc, caller, request));
    };
    return [rpc, unary(context, answer)] as const;
  });
  return Object.fromEntries(handlers) as unknown as KeyServiceHandlers;
}

/**
 * The fields of a message. proto3 cannot tell one that is absent from one that is "", 0, false or empty: where the operation
 * needs the field, the latter is taken to be meant, and elsewhere the former.
 */
function toRequest(fields: FieldRules, message: object): object {
  const values: Readonly<Record<string, unknown>> = { ...message };
  const taken = Object.entries(fields).filter(([name, rule]) => {
    return isGiven(values[name]) || (rule.required && values[name] !== undefined);
  });
  return Object.fromEntries(
    taken.map(([name, rule]) => {
      const value = values[name];
      return [name, rule.type === "structure" ? toRequest(rule.members, value as object) : value];
    }),
  );
}

/** A response as a message: only grants have another shape there. */
function toMessage(rpc: Rpc, response: object): object {
  if (rpc !== "ListGrants" && rpc !== "ListRetirableGrants") return response;
  const { grants, ...end } = response as OperationResponse<"ListGrants">;
  return { ...end, grants: grants.map(toGrantEntry) };
}

type ListedGrant = OperationResponse<"ListGrants">["grants"][number];

function toGrantEntry({ constraints, issuingAccount, ...grant }: ListedGrant): object {
  // arn:aws:iam::ACCOUNT:root
  return { ...grant, ...constraints, issuingAccount: issuingAccount.split(":")[4] };
}
