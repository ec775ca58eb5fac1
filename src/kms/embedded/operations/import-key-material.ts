import { EnvolError } from "../../../errors.ts";
import { LIMITS } from "../../../limits.ts";
import { requireKey } from "../authorization.ts";
import type { RequestOf } from "../fields.ts";
import { required } from "../fields.ts";
import { openImportToken, unwrapMaterial } from "../import-token.ts";
import {
  importedMaterialId,
  incorrect,
  replicaChanges,
  stateWithMaterials,
  withImported,
} from "../imported-material.ts";
import { resolveKey } from "../key-identifier.ts";
import { keepMaterial } from "../key-material.ts";
import { inspectMaterial } from "../key-pairs.ts";
import { specOf } from "../key-specs.ts";
import { commitKeys, tellListeners } from "../key-state-change.ts";
import { type Kms, keyArnOf } from "../kms.ts";
import type { KeyRecord } from "../records.ts";
import { CIPHERTEXT, KEY_MATERIAL_ID, REQUIRED_KEY_ID } from "../request-fields.ts";
import { tellSynchronized } from "../service-events.ts";
import { invalid } from "../validation.ts";
import { operation } from "./operation.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

const FIELDS = {
  keyId: REQUIRED_KEY_ID,
  importToken: required(CIPHERTEXT),
  encryptedKeyMaterial: required(CIPHERTEXT),
  validToMs: { type: "timestamp" },
  expirationModel: { type: "text", values: ["KEY_MATERIAL_EXPIRES", "KEY_MATERIAL_DOES_NOT_EXPIRE"] },
  importType: { type: "text", values: ["NEW_KEY_MATERIAL", "EXISTING_KEY_MATERIAL"] },
  keyMaterialDescription: {
    type: "text",
    length: [0, LIMITS.kmsMaterialDescriptionLengthMax],
    pattern: /^[a-zA-Z0-9:/_\s.-]+$/,
  },
  keyMaterialId: KEY_MATERIAL_ID,
} as const;

type Request = RequestOf<typeof FIELDS>;

/** Brings key material, for the first time or again. The key is enabled once it has all the material that it decrypts with. */
export const ImportKeyMaterial = operation(FIELDS, async (call, request) => {
  const { kms } = call;
  const validToMs = requireExpiration(kms, request);
  const keyId = resolveKey(kms, request.keyId);
  return kms.serializer.run(`key ${keyId}`, async () => {
    const key = requireKey(call, keyId);
    requireSymmetricFields(key, request);
    const parameters = openImportToken(kms.importTokenKey, keyArnOf(kms, keyId), request.importToken, kms.clock.now());
    let material: Buffer | undefined;
    try {
      material = unwrapMaterial(parameters, request.encryptedKeyMaterial);
      const materialId = await importMaterial(kms, key, request, material, validToMs);
      return {
        keyId: keyArnOf(kms, keyId),
        ...(key.keySpec === "SYMMETRIC_DEFAULT" ? { keyMaterialId: materialId } : {}),
      };
    } finally {
      parameters.privateKey.fill(0);
      material?.fill(0);
    }
  });
});

/** @returns the id of the material */
async function importMaterial(
  kms: Kms,
  key: KeyRecord,
  request: Request,
  material: Buffer,
  validToMs: number | undefined,
): Promise<string> {
  const inspected = inspectMaterial(specOf(key.keySpec).material, material);
  if (inspected === undefined) throw incorrect();
  const materialId = importedMaterialId(kms, key.keyId, material);
  if (request.keyMaterialId !== undefined && request.keyMaterialId !== materialId) throw incorrect();
  const importType = request.importType ?? (key.materials.length === 0 ? "NEW_KEY_MATERIAL" : "EXISTING_KEY_MATERIAL");
  const materials = withImported(kms, key, {
    materialId,
    validToMs,
    description: request.keyMaterialDescription,
    isNew: importType === "NEW_KEY_MATERIAL",
  });
  await keepMaterial(kms.vault, key.keyId, { materialId, material });
  const changed = { ...key, ...inspected, materials };
  const after = { ...changed, state: stateWithMaterials(changed) };
  const replicas = replicaChanges(kms, after);
  await commitKeys([{ kms, before: key, after }, ...replicas]);
  tellSynchronized(replicas);
  if (after.state !== key.state) await tellListeners(kms, after);
  return materialId;
}

/** When the material expires, or undefined. @throws KMS_VALIDATION */
function requireExpiration(kms: Kms, { expirationModel, validToMs }: Request): number | undefined {
  if (expirationModel === "KEY_MATERIAL_DOES_NOT_EXPIRE") {
    if (validToMs === undefined) return undefined;
    throw invalid("A validTo date must not be set if the ExpirationModel is KEY_MATERIAL_DOES_NOT_EXPIRE", "validToMs");
  }
  if (validToMs === undefined) {
    throw invalid("A validTo date must be set if the ExpirationModel is KEY_MATERIAL_EXPIRES", "validToMs");
  }
  const nowMs = kms.clock.now();
  const latestMs = nowMs + LIMITS.kmsImportedMaterialLifeDaysMax * DAY_MS;
  if (validToMs > nowMs && validToMs <= latestMs) return validToMs;
  const days = LIMITS.kmsImportedMaterialLifeDaysMax;
  throw invalid(`The validTo date must be in the future, and at most ${days} days ahead.`, "validToMs");
}

/** KMS API, ImportKeyMaterial: these fields are "only usable with symmetric encryption keys". */
function requireSymmetricFields(key: KeyRecord, request: Request): void {
  const { importType, keyMaterialDescription, keyMaterialId } = request;
  if (importType === "NEW_KEY_MATERIAL" && keyMaterialId !== undefined) {
    throw invalid("A key material ID cannot be specified for new key material.", "keyMaterialId");
  }
  if (key.keySpec === "SYMMETRIC_DEFAULT") return;
  if ([importType, keyMaterialDescription, keyMaterialId].every((value) => value === undefined)) return;
  throw new EnvolError(
    "KMS_UNSUPPORTED",
    "ImportType, KeyMaterialDescription and KeyMaterialId are for symmetric encryption keys only.",
    { field: "importType" },
  );
}
