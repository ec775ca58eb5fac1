import { EnvolError } from "../../../errors.ts";
import { LIMITS } from "../../../limits.ts";
import type { KmsCaller } from "../../kms-client.ts";
import { authorize } from "../authorization.ts";
import { makeKey } from "../key-creation.ts";
import { type Kms, keyMetadata } from "../kms.ts";
import { constraintFault, invalid, validate } from "../validation.ts";
import type { RequestOf, ResponseOf } from "./operation.ts";

/** Makes an enabled symmetric encryption key. */
export async function createKey(
  kms: Kms,
  caller: KmsCaller,
  request: RequestOf<"createKey">,
): Promise<ResponseOf<"createKey">> {
  validate("CreateKey", request);
  requireSpec(request.keySpec ?? "SYMMETRIC_DEFAULT", request.keyUsage);
  const tags = request.tags ?? [];
  requireTags(tags);
  authorize(kms, caller, "CreateKey");
  const key = await makeKey(kms, {
    description: request.description ?? "",
    keyManager: "CUSTOMER",
    tags: tags.map(({ tagKey, tagValue }) => ({ tagKey, tagValue })),
  });
  return { keyMetadata: keyMetadata(kms, key) };
}

function requireSpec(keySpec: string, keyUsage: string | undefined): void {
  if (keySpec !== "SYMMETRIC_DEFAULT") {
    if (keyUsage === undefined) {
      throw invalid(
        "You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.",
        "keyUsage",
      );
    }
    throw new EnvolError("KMS_UNSUPPORTED", `KeySpec ${keySpec} is not offered; SYMMETRIC_DEFAULT is.`, {
      field: "keySpec",
    });
  }
  if (keyUsage !== undefined && keyUsage !== "ENCRYPT_DECRYPT") {
    throw invalid(`KeyUsage ${keyUsage} is not compatible with KeySpec ${keySpec}`, "keyUsage");
  }
}

/** KMS API, Tag: keys of 1 to 128 characters, values of up to 256. */
function requireTags(tags: readonly { tagKey: string; tagValue: string }[]): void {
  const refuse = (message: string) => new EnvolError("TAG_INVALID", message, { field: "tags" });
  if (tags.length > LIMITS.tagsMax) throw refuse("Too many tags");
  if (new Set(tags.map(({ tagKey }) => tagKey)).size < tags.length) throw refuse("Duplicate tag keys");
  for (const [index, { tagKey, tagValue }] of tags.entries()) {
    const member = `tags.${index + 1}.member`;
    if (tagKey.toLowerCase().startsWith("aws:")) throw refuse("Tags beginning with aws: are reserved");
    if (tagKey.length === 0) throw tooShort(`${member}.tagKey`, tagKey);
    if (tagKey.length > LIMITS.tagKeyLengthMax) throw tooLong(`${member}.tagKey`, tagKey, LIMITS.tagKeyLengthMax);
    if (tagValue.length > LIMITS.tagValueLengthMax) {
      throw tooLong(`${member}.tagValue`, tagValue, LIMITS.tagValueLengthMax);
    }
  }
}

function tooShort(field: string, value: string): EnvolError {
  const fault = constraintFault(field, value, "Member must have length greater than or equal to 1");
  return invalid(`1 validation error detected: ${fault}`, "tags");
}

function tooLong(field: string, value: string, max: number): EnvolError {
  const fault = constraintFault(field, value, `Member must have length less than or equal to ${max}`);
  return invalid(`1 validation error detected: ${fault}`, "tags");
}
