import { requireKey } from "../authorization.ts";
import { incorrect, removeMaterial } from "../imported-material.ts";
import { resolveKey } from "../key-identifier.ts";
import { keyArnOf } from "../kms.ts";
import { KEY_MATERIAL_ID, REQUIRED_KEY_ID } from "../request-fields.ts";
import { operation } from "./operation.ts";

const FIELDS = { keyId: REQUIRED_KEY_ID, keyMaterialId: KEY_MATERIAL_ID } as const;

/** Destroys imported material: the current one, unless another is named. The key is pending import then. */
export const DeleteImportedKeyMaterial = operation(FIELDS, async (call, request) => {
  const { kms } = call;
  const keyId = resolveKey(kms, request.keyId);
  return kms.serializer.run(`key ${keyId}`, async () => {
    const key = requireKey(call, keyId);
    const target =
      request.keyMaterialId === undefined
        ? key.materials.findLast(({ imported }) => !imported?.pendingRotation)
        : key.materials.find(({ materialId }) => materialId === request.keyMaterialId);
    if (target === undefined && request.keyMaterialId !== undefined) throw incorrect();
    if (target?.imported?.state === "IMPORTED") {
      await removeMaterial(kms, key, ({ materialId }) => materialId === target.materialId);
    }
    const shown = key.keySpec === "SYMMETRIC_DEFAULT" ? target?.materialId : undefined;
    return { keyId: keyArnOf(kms, keyId), ...(shown === undefined ? {} : { keyMaterialId: shown }) };
  });
});
