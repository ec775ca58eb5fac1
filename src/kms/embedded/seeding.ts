/** Making the keys of a seed. What is there already stays as it is, so that a KMS can be started with its seed again. */

import { createHash } from "node:crypto";
import { copyOfKey } from "../../crypto/key-memory.ts";
import { toEnvolError } from "../../errors.ts";
import type { Seed, SeedKey } from "../../seed.ts";
import { publishAliasChange, requireAliasName, requireRoomForAlias } from "./alias-name.ts";
import { addKey } from "./key-creation.ts";
import { isKeyId } from "./key-material.ts";
import { inspectMaterial } from "./key-pairs.ts";
import { requireKeyPolicy } from "./key-policy.ts";
import { requireKeyUsage, specOf } from "./key-specs.ts";
import type { Kms } from "./kms.ts";
import { OPERATIONS } from "./operations/registry.ts";
import type { KeyRecord } from "./records.ts";
import type { KeySpec, KeyUsage } from "./request-fields.ts";
import { firstRotation } from "./rotation.ts";
import { requireTags } from "./tags.ts";
import { validate } from "./validation.ts";

type Fault = Seed["fault"];

/** One key of the seed, checked. */
interface Planned {
  readonly kms: Kms;
  readonly key: KeyRecord;
  readonly materials: readonly { readonly materialId: string; readonly bytes: Uint8Array }[];
  readonly aliases: readonly string[];
}

/** Makes every key and alias of the seed that is not there. All are checked first: a seed with a fault makes nothing. */
export async function applySeed(home: Kms, { keys, fault }: Seed): Promise<void> {
  const planned = keys.map((key, at) => plan(home, key, `keys[${at}]`, fault));
  requireDifferent(planned, fault);
  for (const { kms, key, materials, aliases } of planned) {
    if (kms.tables.keys.get(key.keyId) === undefined) {
      const copies = materials.map(({ materialId, bytes }) => ({ materialId, material: copyOfKey(bytes) }));
      await addKey(kms, key, copies);
    }
    for (const aliasName of aliases) await addAlias(kms, key.keyId, aliasName);
  }
}

function plan(home: Kms, seed: SeedKey, path: string, fault: Fault): Planned {
  if (!isKeyId(seed.keyId)) {
    throw fault(`${path}.keyId`, "must be a UUID in lower case, or mrk- and 32 hexadecimal digits");
  }
  const region = seed.region ?? home.region;
  const tags = Object.entries(seed.tags ?? {}).map(([tagKey, tagValue]) => ({ tagKey, tagValue }));
  const policy = seed.policy === undefined ? undefined : JSON.stringify(seed.policy);
  const { keySpec, keyUsage, description = "", rotationPeriodInDays } = seed;
  return named(path, fault, () => {
    // The rules are those of the operations that would make the same key.
    const created = { keySpec, keyUsage, description, tags, policy };
    validate(OPERATIONS.CreateKey.fields, created);
    validate({ region: OPERATIONS.ReplicateKey.fields.replicaRegion }, { region });
    const spec = (keySpec ?? "SYMMETRIC_DEFAULT") as KeySpec;
    const usage = requireKeyUsage(spec, keyUsage as KeyUsage | undefined);
    requireTags(tags);
    if (policy !== undefined) requireKeyPolicy(policy);
    const kms = home.regions.in(region);
    const multiRegion = seed.keyId.startsWith("mrk-");
    const { materials, publicKey } = planMaterials(seed, spec, path, fault);
    const creationDateMs = home.clock.now();
    const key: KeyRecord = {
      keyId: seed.keyId,
      state: seed.enabled === false ? "Disabled" : "Enabled",
      creationDateMs,
      description,
      keyManager: "CUSTOMER",
      keySpec: spec,
      keyUsage: usage,
      origin: "AWS_KMS",
      multiRegion,
      ...(multiRegion ? { primaryRegion: region } : {}),
      materials: materials.map(({ materialId }, at) => ({
        materialId,
        creationDateMs,
        ...(at === 0 ? {} : { rotationDateMs: creationDateMs, rotationType: "ON_DEMAND" }),
      })),
      ...(publicKey === undefined ? {} : { publicKey }),
      tags,
      ...(policy === undefined ? {} : { policy }),
      ...planRotation(kms, spec, rotationPeriodInDays, path, fault),
    };
    const aliases = seed.aliases ?? [];
    for (const aliasName of aliases) {
      validate(OPERATIONS.DeleteAlias.fields, { aliasName });
      requireAliasName(aliasName);
    }
    return { kms, key, materials, aliases };
  });
}

function planMaterials(seed: SeedKey, spec: KeySpec, path: string, fault: Fault) {
  if (seed.material.length > 1 && spec !== "SYMMETRIC_DEFAULT") {
    throw fault(`${path}.material`, `is a list, which a ${spec} key cannot have`);
  }
  let publicKey: string | undefined;
  const materials = seed.material.map((bytes) => {
    const inspected = inspectMaterial(specOf(spec).material, Buffer.from(bytes));
    if (inspected === undefined) throw fault(`${path}.material`, `is not material of a ${spec} key`);
    publicKey = inspected.publicKey;
    return { materialId: seededMaterialId(seed.keyId, bytes), bytes };
  });
  if (new Set(materials.map(({ materialId }) => materialId)).size < materials.length) {
    throw fault(`${path}.material`, "has the same material twice");
  }
  return { materials, publicKey };
}

function planRotation(
  kms: Kms,
  spec: KeySpec,
  rotationPeriodInDays: number | undefined,
  path: string,
  fault: Fault,
): Pick<KeyRecord, "rotation"> {
  if (rotationPeriodInDays === undefined) return {};
  validate(OPERATIONS.EnableKeyRotation.fields, { keyId: "any", rotationPeriodInDays });
  if (spec !== "SYMMETRIC_DEFAULT") {
    throw fault(`${path}.rotationPeriodInDays`, `is given for a ${spec} key, whose material cannot be rotated`);
  }
  return { rotation: firstRotation(kms, rotationPeriodInDays) };
}

/** The same in every run, whatever the root key is. The material of a seed is no secret: it stands in a file of a test. */
function seededMaterialId(keyId: string, material: Uint8Array): string {
  return createHash("sha256").update(`envol seed\0${keyId}`).update(material).digest("hex");
}

/** @throws CONFIG_INVALID when two keys have one id, or one alias, in a Region */
function requireDifferent(planned: readonly Planned[], fault: Fault): void {
  const seen = new Set<string>();
  for (const [at, { kms, key, aliases }] of planned.entries()) {
    for (const [field, name] of [["keyId", key.keyId], ...aliases.map((alias) => ["aliases", alias])] as const) {
      const place = `${kms.region} ${name}`;
      if (seen.has(place)) throw fault(`keys[${at}].${field}`, `has ${name}, which is in the seed before`);
      seen.add(place);
    }
  }
}

/** Runs a check of the KMS, and says which key of the seed it is about when it fails. */
function named<Result>(path: string, fault: Fault, check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    const { code, message } = toEnvolError(error);
    if (code === "INTERNAL" || code === "CONFIG_INVALID") throw error;
    throw fault(path, `is refused: ${message.replace(/\.$/, "")}`);
  }
}

function addAlias(kms: Kms, targetKeyId: string, aliasName: string): Promise<void> {
  return kms.serializer.run("aliases", async () => {
    if (kms.tables.aliases.get(aliasName) !== undefined) return;
    requireRoomForAlias(kms, targetKeyId);
    const nowMs = kms.clock.now();
    const alias = { aliasName, targetKeyId, creationDateMs: nowMs, lastUpdatedDateMs: nowMs };
    await kms.tables.aliases.write((writes) => writes.put(aliasName, alias));
    kms.aliasesOf.add(targetKeyId, aliasName);
    publishAliasChange(kms, "CreateAlias", targetKeyId, aliasName);
  });
}
