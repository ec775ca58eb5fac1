/** Bad requests to KeyService about what keys, grants and key material are to be. */

import { type BadRequest, NO_SUCH_KEY } from "./bad-request.ts";
import { CONTEXT, GRANT, keyTags, OTHER_ARN, POLICY, WRAPPING } from "./key-requests.ts";
import type { World } from "./world.ts";

const tagsOf = (rpc: string, rest: (w: World) => object): readonly BadRequest[] => {
  const of = (tags: object) => (w: World) => ({ ...rest(w), tags });
  // biome-ignore format: a table reads best with a row on a line.
  return [
    [rpc, "A key or value of a tag has a wrong length", "tags", "'tags.1.member.tagKey' failed to satisfy constraint: Member must have length greater than or equal to 1", of([{ tagValue: "v" }])],
    [rpc, "A key or value of a tag has a wrong length", "tags", "length less than or equal to 128", of([{ tagKey: "k".repeat(129) }])],
    [rpc, "A key or value of a tag has a wrong length", "tags", "length less than or equal to 256", of([{ tagKey: "k", tagValue: "v".repeat(257) }])],
    [rpc, "A tag is doubled or reserved", "tags", "Duplicate tag keys", of([...keyTags(2), ...keyTags(1)])],
    [rpc, "A tag is doubled or reserved", "tags", "Tags beginning with aws: are reserved", of([{ tagKey: "aws:name" }])],
    [rpc, "More than 50 tags", "tags", "Too many tags", of(keyTags(51))],
  ];
};

const policiesOf = (rpc: string, rest: (w: World) => object): readonly BadRequest[] => {
  const condition = "policy is malformed, or locks the caller out";
  const of = (policy: string) => (w: World) => ({ ...rest(w), policy });
  const locked = { Effect: "Allow", Principal: { AWS: GRANT.granteePrincipal }, Action: "kms:*", Resource: "*" };
  // biome-ignore format: as above.
  return [
    [rpc, condition, "policy", "is not valid JSON", of("{")],
    [rpc, condition, "policy", "will not allow you to update the key policy", of(JSON.stringify({ Statement: [locked] }))],
    [rpc, "policy is above 32768 bytes", "policy", "is longer than 32768 bytes", of(" ".repeat(32769))],
  ];
};

/** Of the lists that page by limit and marker. */
const pagesOf = (rpc: string, limitMax: number, rest: (w: World) => object): readonly BadRequest[] => {
  // biome-ignore format: as above.
  return [
    [rpc, `limit is above ${limitMax}`, "limit", `value less than or equal to ${limitMax}`, (w) => ({ ...rest(w), limit: limitMax + 1 })],
    [rpc, "marker was not made by this call", "marker", "was not made by this call", (w) => ({ ...rest(w), marker: "next" })],
  ];
};

const enabled = (w: World) => ({ keyId: w.keys.enabled });

// biome-ignore format: as above.
const ADMINISTRATION: readonly BadRequest[] = [
  ...tagsOf("CreateKey", () => ({})),
  ...tagsOf("TagResource", enabled),
  ...tagsOf("ReplicateKey", (w) => ({ keyId: w.keys.primary, replicaRegion: "eu-west-2" })),
  ...policiesOf("CreateKey", () => ({})),
  ...policiesOf("PutKeyPolicy", enabled),
  ...policiesOf("ReplicateKey", (w) => ({ keyId: w.keys.primary, replicaRegion: "eu-west-2" })),
  ...pagesOf("ListResourceTags", 50, enabled),
  ...pagesOf("ListKeyPolicies", 1000, enabled),
  ...pagesOf("ListKeyRotations", 1000, enabled),
  ...pagesOf("ListRetirableGrants", 100, () => ({ retiringPrincipal: GRANT.granteePrincipal })),
  ["CreateKey", "origin is unknown", "origin", "at 'origin' failed to satisfy constraint", () => ({ origin: "MARS" })],
  ["CreateKey", "origin is a custom key store", "origin", "ustom key store", () => ({ origin: "AWS_CLOUDHSM" })],
  ["UpdateKeyDescription", "description is above 8192 characters", "description", "length less than or equal to 8192", (w) => ({ ...enabled(w), description: "d".repeat(8193) })],
  ["UntagResource", "A tag key has a wrong length", "tagKeys", "at 'tagKeys'", (w) => ({ ...enabled(w), tagKeys: [""] })],
  ["GetKeyPolicy", "policy_name is not default", "policyName", "No such policy exists", (w) => ({ ...enabled(w), policyName: "other" })],
  ["PutKeyPolicy", "policy_name is not default", "policyName", "No such policy exists", (w) => ({ ...enabled(w), policy: POLICY, policyName: "other" })],
  ["PutKeyPolicy", "policy is absent", "policy", "at 'policy' failed to satisfy constraint", enabled],
  ["EnableKeyRotation", "rotation_period_in_days is not 90 to 2560", "rotationPeriodInDays", "greater than or equal to 90", (w) => ({ ...enabled(w), rotationPeriodInDays: 89 })],
  ["EnableKeyRotation", "rotation_period_in_days is not 90 to 2560", "rotationPeriodInDays", "less than or equal to 2560", (w) => ({ ...enabled(w), rotationPeriodInDays: 2561 })],
  ["EnableKeyRotation", "The key is not symmetric, imported, or a replica", undefined, "cannot be rotated", (w) => ({ keyId: w.keys.mac })],
  ["EnableKeyRotation", "The key is not symmetric, imported, or a replica", undefined, "origin is EXTERNAL", (w) => ({ keyId: w.keys.external })],
  ["DisableKeyRotation", "The key is not symmetric, imported, or a replica", undefined, "cannot be rotated", (w) => ({ keyId: w.keys.rsa })],
  ["GetKeyRotationStatus", "The key is not symmetric, or imported", undefined, "cannot be rotated", (w) => ({ keyId: w.keys.signing })],
  ["GetKeyRotationStatus", "The key is not symmetric, or imported", undefined, "origin is EXTERNAL", (w) => ({ keyId: w.keys.external })],
  ["RotateKeyOnDemand", "The key is not symmetric, or a replica", undefined, "cannot be rotated", (w) => ({ keyId: w.keys.signing })],
  ["RotateKeyOnDemand", "No imported material waits for a rotation", undefined, "No available key material pending rotation", (w) => ({ keyId: w.keys.externalOnce })],
  ["RotateKeyOnDemand", "The key was rotated on demand 25 times", undefined, "on-demand rotations limit", (w) => ({ keyId: w.keys.rotated })],
  ["ListKeyRotations", "include_key_material is unknown", "includeKeyMaterial", "at 'includeKeyMaterial'", (w) => ({ ...enabled(w), includeKeyMaterial: "SOME" })],
  ["ListKeyRotations", "The key is not symmetric", undefined, "cannot be rotated", (w) => ({ keyId: w.keys.mac })],
  ["ReplicateKey", "replica_region is absent or malformed", "replicaRegion", "length greater than or equal to 1", (w) => ({ keyId: w.keys.primary })],
  ["ReplicateKey", "replica_region is absent or malformed", "replicaRegion", "regular expression pattern", (w) => ({ keyId: w.keys.primary, replicaRegion: "Europe" })],
  ["ReplicateKey", "The Region has the key already", "replicaRegion", "already exists", (w) => ({ keyId: w.keys.primary, replicaRegion: "eu-west-1" })],
  ["ReplicateKey", "description is above 8192 characters", "description", "length less than or equal to 8192", (w) => ({ keyId: w.keys.primary, replicaRegion: "eu-west-2", description: "d".repeat(8193) })],
  ["UpdatePrimaryRegion", "primary_region is absent or malformed", "primaryRegion", "length greater than or equal to 1", (w) => ({ keyId: w.keys.primary })],
  ["UpdatePrimaryRegion", "The Region has no replica", undefined, "does not exist", (w) => ({ keyId: w.keys.primary, primaryRegion: "eu-west-2" })],
];

const createGrant = (fields: object) => (w: World) => ({ ...enabled(w), ...GRANT, ...fields });

// biome-ignore format: as above.
const NEW_GRANTS: readonly BadRequest[] = [
  ["CreateGrant", "key_id or grantee_principal is absent", "keyId", "length greater than or equal to 1", createGrant({ keyId: "" })],
  ["CreateGrant", "key_id or grantee_principal is absent", "granteePrincipal", "length greater than or equal to 1", createGrant({ granteePrincipal: "" })],
  ["CreateGrant", "No such key", undefined, "does not exist", createGrant({ keyId: NO_SUCH_KEY })],
  ["CreateGrant", "key_id is a malformed ARN", "keyId", "is not the ARN of a KMS key or alias", createGrant({ keyId: OTHER_ARN })],
  ["CreateGrant", "A principal or name has other characters", "granteePrincipal", "regular expression pattern", createGrant({ granteePrincipal: "alice & bob" })],
  ["CreateGrant", "A principal or name has other characters", "retiringPrincipal", "regular expression pattern", createGrant({ retiringPrincipal: "alice & bob" })],
  ["CreateGrant", "A principal or name has other characters", "name", "regular expression pattern", createGrant({ name: "alice & bob" })],
  ["CreateGrant", "operations is empty, unknown or CreateGrant only", "operations", "must not contain only the CreateGrant operation", createGrant({ operations: [] })],
  ["CreateGrant", "operations is empty, unknown or CreateGrant only", "operations", "must not contain only the CreateGrant operation", createGrant({ operations: ["CreateGrant"] })],
  ["CreateGrant", "operations is empty, unknown or CreateGrant only", "operations", "at 'operations' failed to satisfy constraint", createGrant({ operations: ["Dance"] })],
  ["CreateGrant", "operations do not fit the key", "operations", "does not fit a key of spec", createGrant({ operations: ["Sign"] })],
  ["CreateGrant", "constraints do not fit the key, or are too many", "constraints", "More than one constraint", createGrant({ constraints: { encryptionContextSubset: CONTEXT, encryptionContextEquals: CONTEXT } })],
  ["CreateGrant", "constraints do not fit the key, or are too many", "constraints", "can be constrained", (w) => ({ ...GRANT, keyId: w.keys.mac, constraints: { encryptionContextEquals: CONTEXT } })],
  ["CreateGrant", "A grant token is not of a grant on the key", "grantTokens", "is not of a grant on", createGrant({ grantTokens: ["token"] })],
  ["CreateGrant", "The key is disabled", undefined, "is disabled.", (w) => ({ ...GRANT, keyId: w.keys.disabled })],
  ["CreateGrant", "The key is pending deletion", undefined, "is pending deletion.", (w) => ({ ...GRANT, keyId: w.keys.pending })],
  ["CreateGrant", "dry_run is set, and all else is well", "dryRun", "would have succeeded", createGrant({ dryRun: true })],
  ["ListGrants", "The key has no grant of grant_id", "grantId", "0000", (w) => ({ ...enabled(w), grantId: "0".repeat(64) })],
  ["RevokeGrant", "dry_run is set, and all else is well", "dryRun", "would have succeeded", (w) => ({ keyId: w.grant.keyId, grantId: w.grant.grantId, dryRun: true })],
  ["RetireGrant", "dry_run is set, and all else is well", "dryRun", "would have succeeded", (w) => ({ grantToken: w.grant.grantToken, dryRun: true })],
  ["RetireGrant", "Neither grant_token alone nor key_id and grant_id", "grantToken", "either a grant token, or a key and a grant ID", () => ({})],
  ["RetireGrant", "Neither grant_token alone nor key_id and grant_id", "grantToken", "either a grant token, or a key and a grant ID", (w) => ({ ...w.grant })],
  ["RetireGrant", "key_id names no key", undefined, "does not exist", () => ({ keyId: NO_SUCH_KEY, grantId: "0".repeat(64) })],
  ["RetireGrant", "key_id is a malformed ARN", "keyId", "is not the ARN of a KMS key or alias", () => ({ keyId: OTHER_ARN, grantId: "0".repeat(64) })],
  ["RetireGrant", "The key has no such grant", "grantId", "0000", (w) => ({ ...enabled(w), grantId: "0".repeat(64) })],
  ["RetireGrant", "grant_token is of no grant", "grantToken", "is not of a grant", () => ({ grantToken: "token" })],
  ["ListRetirableGrants", "retiring_principal is absent or malformed", "retiringPrincipal", "length greater than or equal to 1", () => ({})],
  ["ListRetirableGrants", "retiring_principal is absent or malformed", "retiringPrincipal", "regular expression pattern", () => ({ retiringPrincipal: "alice & bob" })],
];

const importing = (fields: object) => (w: World) => {
  const { keyId, importToken, expirationModel, wrapped } = w.imports;
  return { keyId, importToken, expirationModel, encryptedKeyMaterial: wrapped, ...fields };
};

// biome-ignore format: as above.
const IMPORTS: readonly BadRequest[] = [
  ["GetParametersForImport", "wrapping_algorithm or wrapping_key_spec is unknown", "wrappingAlgorithm", "enum value set", (w) => ({ ...WRAPPING, keyId: w.keys.external, wrappingAlgorithm: "PAPER" })],
  ["GetParametersForImport", "wrapping_algorithm or wrapping_key_spec is unknown", "wrappingKeySpec", "enum value set", (w) => ({ ...WRAPPING, keyId: w.keys.external, wrappingKeySpec: "" })],
  ["GetParametersForImport", "wrapping_algorithm cannot wrap an RSA key", "wrappingAlgorithm", "use an RSA_AES wrapping algorithm", (w) => ({ ...WRAPPING, keyId: w.keys.externalRsa })],
  ["GetParametersForImport", "wrapping_algorithm or _key_spec is not offered", "wrappingAlgorithm", "SM2PKE is not offered", (w) => ({ ...WRAPPING, keyId: w.keys.external, wrappingAlgorithm: "SM2PKE" })],
  ["ImportKeyMaterial", "import_token or encrypted_key_material is absent", "importToken", "length greater than or equal to 1", importing({ importToken: Buffer.alloc(0) })],
  ["ImportKeyMaterial", "import_token or encrypted_key_material is absent", "encryptedKeyMaterial", "length greater than or equal to 1", importing({ encryptedKeyMaterial: Buffer.alloc(0) })],
  ["ImportKeyMaterial", "expiration_model and valid_to_ms contradict", "validToMs", "must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES", importing({ expirationModel: "" })],
  ["ImportKeyMaterial", "expiration_model and valid_to_ms contradict", "validToMs", "must be in the future", importing({ expirationModel: "", validToMs: 1 })],
  ["ImportKeyMaterial", "import_type or expiration_model is unknown", "importType", "enum value set", importing({ importType: "USED" })],
  ["ImportKeyMaterial", "import_type or expiration_model is unknown", "expirationModel", "enum value set", importing({ expirationModel: "NEVER" })],
  ["ImportKeyMaterial", "key_material_description has other characters", "keyMaterialDescription", "regular expression pattern", importing({ keyMaterialDescription: "?" })],
  ["ImportKeyMaterial", "import_token was not made for the key", "importToken", "was not made for", importing({ importToken: Buffer.of(1) })],
  ["ImportKeyMaterial", "import_token was not made for the key", "importToken", "was not made for", (w) => ({ ...importing({})(w), keyId: w.keys.externalOnce })],
  ["ImportKeyMaterial", "encrypted_key_material does not open", "encryptedKeyMaterial", "is not valid", importing({ encryptedKeyMaterial: Buffer.alloc(256) })],
  ["ImportKeyMaterial", "The material does not fit the key", "encryptedKeyMaterial", "is not of the kind that the key takes", (w) => ({ ...importing({})(w), encryptedKeyMaterial: w.imports.tooShort })],
  ["ImportKeyMaterial", "The material does not fit the key", "encryptedKeyMaterial", "is not of the kind that the key takes", importing({ importType: "EXISTING_KEY_MATERIAL" })],
  ["ImportKeyMaterial", "Material waits for a rotation already", undefined, "is pending rotation", importing({ importType: "NEW_KEY_MATERIAL" })],
  ["DeleteImportedKeyMaterial", "key_material_id is not of the key", "encryptedKeyMaterial", "is not of the kind that the key takes", (w) => ({ keyId: w.keys.external, keyMaterialId: "0".repeat(64) })],
];

export const BAD_KEY_ADMINISTRATION: readonly BadRequest[] = [...ADMINISTRATION, ...NEW_GRANTS, ...IMPORTS];
