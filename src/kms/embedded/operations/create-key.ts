import { authorizeCreation } from "../authorization.ts";
import { customKeyStoresUnsupported } from "../custom-key-stores.ts";
import { makeKey, newKeyId } from "../key-creation.ts";
import { keyMetadata } from "../key-metadata.ts";
import { requireKeyPolicy, requireNoLockout } from "../key-policy.ts";
import { requireKeyUsage } from "../key-specs.ts";
import { CUSTOM_KEY_STORE_ID, DESCRIPTION, FLAG, KEY_SPEC, KEY_USAGE, POLICY, TAGS } from "../request-fields.ts";
import { requireTags } from "../tags.ts";
import { invalid } from "../validation.ts";
import { operation } from "./operation.ts";

const FIELDS = {
  policy: POLICY,
  description: DESCRIPTION,
  keyUsage: KEY_USAGE,
  customerMasterKeySpec: KEY_SPEC,
  keySpec: KEY_SPEC,
  origin: { type: "text", values: ["AWS_KMS", "EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"] },
  customKeyStoreId: CUSTOM_KEY_STORE_ID,
  bypassPolicyLockoutSafetyCheck: FLAG,
  tags: TAGS,
  multiRegion: FLAG,
  xksKeyId: { type: "text", length: [1, 128], pattern: /^[a-zA-Z0-9-_.]+$/ },
} as const;

/** Makes an enabled key; or one that waits for its key material to be imported. */
export const CreateKey = operation(FIELDS, async (call, request) => {
  const { kms } = call;
  if (request.keySpec !== undefined && request.customerMasterKeySpec !== undefined) {
    throw invalid("You cannot specify KeySpec and CustomerMasterKeySpec in the same request.", "keySpec");
  }
  const keySpec = request.keySpec ?? request.customerMasterKeySpec ?? "SYMMETRIC_DEFAULT";
  const keyUsage = requireKeyUsage(keySpec, request.keyUsage);
  const origin = request.origin ?? "AWS_KMS";
  if ((origin !== "AWS_KMS" && origin !== "EXTERNAL") || request.customKeyStoreId !== undefined) {
    throw customKeyStoresUnsupported("origin");
  }
  const tags = request.tags ?? [];
  requireTags(tags);
  const { policy, bypassPolicyLockoutSafetyCheck = false } = request;
  if (policy !== undefined) requireKeyPolicy(policy);
  authorizeCreation(call, tags);
  const multiRegion = request.multiRegion ?? false;
  const fields = {
    keyId: newKeyId(multiRegion),
    description: request.description ?? "",
    keyManager: "CUSTOMER",
    keySpec,
    keyUsage,
    origin,
    multiRegion,
    ...(policy === undefined ? {} : { policy }),
    ...(multiRegion ? { primaryRegion: kms.region } : {}),
    tags: tags.map(({ tagKey, tagValue }) => ({ tagKey, tagValue })),
  } as const;
  if (policy !== undefined && !bypassPolicyLockoutSafetyCheck) requireNoLockout(kms, call.caller, fields, policy);
  const key = await makeKey(kms, fields);
  const metadata = keyMetadata(kms, key);
  call.keyArns.add(metadata.arn);
  return { keyMetadata: metadata };
});
