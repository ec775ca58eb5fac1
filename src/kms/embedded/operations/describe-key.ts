import type { KmsCaller } from "../../kms-client.ts";
import { requireKey } from "../authorization.ts";
import { resolveKeyOrAlias } from "../key-identifier.ts";
import { type Kms, keyMetadata } from "../kms.ts";
import { validate } from "../validation.ts";
import type { RequestOf, ResponseOf } from "./operation.ts";

export async function describeKey(
  kms: Kms,
  caller: KmsCaller,
  request: RequestOf<"describeKey">,
): Promise<ResponseOf<"describeKey">> {
  validate("DescribeKey", request);
  const keyId = await resolveKeyOrAlias(kms, request.keyId);
  return { keyMetadata: keyMetadata(kms, requireKey(kms, caller, "DescribeKey", keyId)) };
}
