/** DescribeKey's KeyMetadata. */

import type { KeyState } from "../key-state.ts";
import { type Algorithms, algorithmsOf } from "./key-specs.ts";
import { type Kms, keyArnOf } from "./kms.ts";
import type { KeyRecord } from "./records.ts";

/** AWS leaves out what does not apply to a key. Times are milliseconds since 1970. */
export interface KmsKeyMetadata extends Algorithms {
  readonly keyId: string;
  readonly arn: string;
  readonly awsAccountId: string;
  readonly creationDateMs: number;
  readonly enabled: boolean;
  readonly description: string;
  readonly keyUsage: string;
  readonly keyState: KeyState;
  readonly deletionDateMs?: number;
  readonly origin: string;
  readonly keyManager: "CUSTOMER" | "AWS";
  readonly keySpec: string;
  readonly multiRegion: boolean;
  readonly currentKeyMaterialId?: string;
  /** The older name of keySpec, which AWS gives too. */
  readonly customerMasterKeySpec: string;
  readonly multiRegionConfiguration?: MultiRegionConfiguration;
  readonly pendingDeletionWindowInDays?: number;
  readonly expirationModel?: string;
  readonly validToMs?: number;
}

interface MultiRegionConfiguration {
  readonly multiRegionKeyType: "PRIMARY" | "REPLICA";
  readonly primaryKey: { readonly arn: string; readonly region: string };
  readonly replicaKeys: readonly { readonly arn: string; readonly region: string }[];
}

export function keyMetadata(kms: Kms, key: KeyRecord): KmsKeyMetadata {
  return {
    keyId: key.keyId,
    arn: keyArnOf(kms, key.keyId),
    awsAccountId: kms.accountId,
    creationDateMs: key.creationDateMs,
    enabled: key.state === "Enabled",
    description: key.description,
    keyUsage: key.keyUsage,
    keyState: key.state,
    origin: key.origin,
    keyManager: key.keyManager,
    keySpec: key.keySpec,
    customerMasterKeySpec: key.keySpec,
    ...algorithmsOf(key),
    multiRegion: key.multiRegion,
    ...deletionFacts(key),
    ...materialFacts(key),
    ...(key.multiRegion ? { multiRegionConfiguration: multiRegionConfiguration(kms, key) } : {}),
  };
}

/** The keys of the same id in the other Regions, with their Regions. */
export function relatedKeys(kms: Kms, keyId: string): { readonly kms: Kms; readonly key: KeyRecord }[] {
  return kms.regions.all().flatMap((other) => {
    const key = other === kms ? undefined : other.tables.keys.get(keyId);
    return key === undefined ? [] : [{ kms: other, key }];
  });
}

export function isPrimary(kms: Kms, key: KeyRecord): boolean {
  return key.primaryRegion === kms.region;
}

function deletionFacts(key: KeyRecord): Partial<KmsKeyMetadata> {
  const { deletionDateMs, pendingDeletionWindowInDays } = key;
  return {
    ...(deletionDateMs === undefined ? {} : { deletionDateMs }),
    ...(pendingDeletionWindowInDays === undefined ? {} : { pendingDeletionWindowInDays }),
  };
}

/** The current material has an id for symmetric encryption keys only, and an expiration when it was imported. */
function materialFacts(key: KeyRecord): Partial<KmsKeyMetadata> {
  const current = key.materials.findLast(({ imported }) => !imported?.pendingRotation);
  if (current === undefined) return {};
  const { materialId, imported } = current;
  return {
    ...(key.keySpec === "SYMMETRIC_DEFAULT" ? { currentKeyMaterialId: materialId } : {}),
    ...(imported?.state === "IMPORTED" ? expirationFacts(imported.validToMs) : {}),
  };
}

/** How responses tell of the expiration of imported key material. */
export function expirationFacts(validToMs: number | undefined): { expirationModel: string; validToMs?: number } {
  if (validToMs === undefined) return { expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" };
  return { expirationModel: "KEY_MATERIAL_EXPIRES", validToMs };
}

function multiRegionConfiguration(kms: Kms, key: KeyRecord): MultiRegionConfiguration {
  const regions = [kms, ...relatedKeys(kms, key.keyId).map((related) => related.kms)].map((place) => ({
    arn: keyArnOf(place, key.keyId),
    region: place.region,
  }));
  const primaryRegion = key.primaryRegion ?? kms.region;
  const primaryKey = { arn: keyArnOf({ ...kms, region: primaryRegion }, key.keyId), region: primaryRegion };
  return {
    multiRegionKeyType: isPrimary(kms, key) ? "PRIMARY" : "REPLICA",
    primaryKey,
    replicaKeys: regions
      .filter(({ region }) => region !== primaryRegion)
      .sort((a, b) => (a.region < b.region ? -1 : 1)),
  };
}
