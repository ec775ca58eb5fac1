/** The KMS as a service of the endpoint: every operation of the embedded KMS, under AWS's names. */

import { EnvolError } from "../../errors.ts";
import type { CallKms } from "../../kms/embedded/embedded-kms.ts";
import type { FieldRules } from "../../kms/embedded/fields.ts";
import type { OperationName } from "../../kms/embedded/operation-names.ts";
import { OPERATIONS } from "../../kms/embedded/operations/registry.ts";
import type { KmsCaller } from "../../kms/kms-client.ts";
import { decodeFields, encodeMembers, type JsonObject } from "./json.ts";
import type { AwsService } from "./service.ts";

export function kmsService(call: CallKms): AwsService {
  // What the fields decode to is what the operation of that name takes: its validation sees to the rest.
  const run = call as (name: string, caller: KmsCaller, request: object, requestId: string) => Promise<object>;
  return {
    signingName: "kms",
    async call({ operation, request, caller, requestId }) {
      const decoded = decodeFields(fieldsOf(operation), request);
      refuseRecipient(request);
      const secrets: object[] = [decoded];
      try {
        const response = await run(operation, caller, decoded, requestId);
        secrets.push(response);
        return encodeMembers(response);
      } finally {
        for (const holder of secrets) zeroBytes(holder);
      }
    },
  };
}

function fieldsOf(operation: string): FieldRules {
  if (Object.hasOwn(OPERATIONS, operation)) return OPERATIONS[operation as OperationName].fields;
  throw new EnvolError("OPERATION_UNKNOWN", `There is no operation ${operation} of AWS KMS here.`);
}

/**
 * With a Recipient, the answer is encrypted for an AWS Nitro enclave, whose attestation nothing here can verify. To
 * ignore the member, as others that are not known, would send plaintext to someone who asked for none.
 */
function refuseRecipient({ Recipient: recipient }: JsonObject): void {
  if (recipient === undefined || recipient === null) return;
  throw new EnvolError("KMS_UNSUPPORTED", "Recipient: Nitro enclaves are not offered.", { field: "recipient" });
}

/** What was plaintext in bytes is needed no more. Its base64 is a text, which the runtime frees in its own time. */
function zeroBytes(holder: object): void {
  for (const value of Object.values(holder)) if (value instanceof Uint8Array) value.fill(0);
}
