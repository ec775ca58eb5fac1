/** The catalog: what volumes there are, in memory and in the store. It decides nothing; it keeps what was decided. */

import type { Store } from "../store/store.ts";
import type { Table } from "../store/table.ts";
import type { Attachment, Cipher, Tag, VolumeState } from "./volume.ts";

/** An attachment as it is kept: with the grant under which its data key is unwrapped. */
export interface StoredAttachment extends Attachment {
  readonly grantId?: string;
  readonly grantToken?: string;
}

/** A volume as it is kept. */
export interface StoredVolume {
  readonly volumeId: string;
  /** The number of its layer in the store: its index and its records. Never used again. */
  readonly layerId: number;
  readonly sizeGib: number;
  readonly state: VolumeState;
  readonly createTimeMs: number;
  readonly cipher: Cipher;
  readonly sectorSizeBytes: number;
  readonly kmsKeyArn?: string;
  /** Base64. */
  readonly wrappedDataKey?: string;
  readonly multiAttachEnabled: boolean;
  readonly attachments: readonly StoredAttachment[];
  readonly tags: readonly Tag[];
  /** The token it was created with, and what the request said: a retry must say the same. */
  readonly clientToken?: string;
  readonly clientRequest?: string;
}

export interface Catalog {
  get(volumeId: string): StoredVolume | undefined;
  /** In order of their ids. */
  all(): readonly StoredVolume[];
  readonly size: number;
  byClientToken(token: string): StoredVolume | undefined;
  /** A number for a new volume's layer. */
  nextLayerId(): Promise<number>;
  /** Keeps a volume, new or changed. On the disk when it resolves; described from then on. */
  put(volume: StoredVolume): Promise<void>;
  delete(volumeId: string): Promise<void>;
}

export function openCatalog(store: Store): Catalog {
  const table: Table<StoredVolume> = store.table("volumes");
  const volumes = new Map<string, StoredVolume>(table.entries());
  const tokens = new Map<string, string>();
  for (const { clientToken, volumeId } of volumes.values())
    if (clientToken !== undefined) tokens.set(clientToken, volumeId);
  let nextLayer = (store.meta.get("nextLayerId") as number | undefined) ?? 1;
  let sorted: StoredVolume[] | undefined;
  return {
    get: (volumeId) => volumes.get(volumeId),
    all() {
      sorted ??= [...volumes.values()].sort((a, b) => (a.volumeId < b.volumeId ? -1 : 1));
      return sorted;
    },
    get size() {
      return volumes.size;
    },
    byClientToken: (token) => volumes.get(tokens.get(token) ?? ""),
    async nextLayerId() {
      const layerId = nextLayer++;
      await store.meta.write((writes) => writes.put("nextLayerId", nextLayer));
      return layerId;
    },
    async put(volume) {
      await table.write((writes) => writes.put(volume.volumeId, volume));
      volumes.set(volume.volumeId, volume);
      if (volume.clientToken !== undefined) tokens.set(volume.clientToken, volume.volumeId);
      sorted = undefined;
    },
    async delete(volumeId) {
      await table.write((writes) => writes.delete(volumeId));
      const token = volumes.get(volumeId)?.clientToken;
      if (token !== undefined) tokens.delete(token);
      volumes.delete(volumeId);
      sorted = undefined;
    },
  };
}
