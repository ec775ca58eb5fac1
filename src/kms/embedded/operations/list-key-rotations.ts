import { requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { expirationFacts, isPrimary, relatedKeys } from "../key-metadata.ts";
import type { Kms } from "../kms.ts";
import { pageEnd, takePage } from "../page.ts";
import type { KeyMaterialRecord, KeyRecord } from "../records.ts";
import { PAGE, REQUIRED_KEY_ID } from "../request-fields.ts";
import { requireRotatable } from "../rotation.ts";
import { operation } from "./operation.ts";

/** KMS API, ListKeyRotations: Limit. */
const LIMIT_DEFAULT = 100;
/** Digits in which the place of a material among the key's materials sorts as text. */
const PLACE_DIGITS = 6;

const FIELDS = {
  keyId: REQUIRED_KEY_ID,
  includeKeyMaterial: { type: "text", values: ["ALL_KEY_MATERIAL", "ROTATIONS_ONLY"] },
  ...PAGE,
} as const;

/** The rotations of a key, oldest first; with ALL_KEY_MATERIAL its first material and what waits for a rotation too. */
export const ListKeyRotations = operation(FIELDS, async (call, request) => {
  const { kms } = call;
  const keyId = resolveKey(kms, request.keyId);
  const key = requireKey(call, keyId);
  requireRotatable(kms, key, { primaryOnly: false });
  const all = request.includeKeyMaterial === "ALL_KEY_MATERIAL";
  const current = key.materials.findLast(({ imported }) => !imported?.pendingRotation);
  const listed = key.materials
    .map((material, at) => [String(at).padStart(PLACE_DIGITS, "0"), material] as const)
    .filter(([, material]) => all || material.rotationDateMs !== undefined);
  const page = takePage(kms, `ListKeyRotations ${keyId} ${all}`, request, LIMIT_DEFAULT, (start = "") =>
    listed.filter(([place]) => place >= start),
  );
  return { rotations: page.items.map((material) => rotationEntry(kms, key, material, current)), ...pageEnd(page) };
});

function rotationEntry(
  kms: Kms,
  key: KeyRecord,
  { materialId, imported, rotationDateMs, rotationType }: KeyMaterialRecord,
  current: KeyMaterialRecord | undefined,
) {
  return {
    keyId: key.keyId,
    keyMaterialId: materialId,
    ...(imported?.description === undefined ? {} : { keyMaterialDescription: imported.description }),
    ...(imported === undefined ? {} : { importState: imported.state }),
    keyMaterialState: imported?.pendingRotation
      ? waitingState(kms, key, materialId)
      : materialId === current?.materialId
        ? "CURRENT"
        : "NON_CURRENT",
    ...(imported?.state === "IMPORTED" ? expirationFacts(imported.validToMs) : {}),
    ...(rotationDateMs === undefined ? {} : { rotationDateMs }),
    ...(rotationType === undefined ? {} : { rotationType }),
  };
}

/** A multi-Region key can be rotated once all its replicas have imported the new material. */
function waitingState(kms: Kms, key: KeyRecord, materialId: string): string {
  const replicas = isPrimary(kms, key) ? relatedKeys(kms, key.keyId) : [];
  const isEverywhere = replicas.every((replica) =>
    replica.key.materials.some((other) => other.materialId === materialId && other.imported?.state === "IMPORTED"),
  );
  return isEverywhere ? "PENDING_ROTATION" : "PENDING_MULTI_REGION_IMPORT_AND_ROTATION";
}
