/**
 * Which KMS the volumes of a store are under. It is a fact of the store: a data key that one KMS wrapped is unreadable to
 * every other one, so a store that changed hands would look as if all its keys had been deleted.
 */

import { EnvolError } from "../errors.ts";
import type { Store } from "../store/store.ts";

export type KmsProvider = "embedded" | "aws";

const FACT = "kmsProvider";

const NAMES: Readonly<Record<KmsProvider, string>> = { embedded: "the embedded KMS", aws: "AWS KMS" };

/** Makes sure that a store is new, or was made with this KMS. @throws CONFIG_INVALID */
export function checkProvider(store: Pick<Store, "meta" | "directory">, provider: KmsProvider): void {
  const made = store.meta.get(FACT) as KmsProvider | undefined;
  if (made === undefined || made === provider) return;
  const message =
    `kms: the data directory ${store.directory} was made with ${NAMES[made]}, and its volumes are unreadable with ` +
    `${NAMES[provider]}. Start with --kms ${made}, or choose another data directory.`;
  throw new EnvolError("CONFIG_INVALID", message, { field: "kms" });
}

/** Makes the KMS that a store has been opened with its own from now on. */
export async function keepProvider({ meta }: Pick<Store, "meta">, provider: KmsProvider): Promise<void> {
  if (meta.get(FACT) === undefined) await meta.write((writes) => writes.put(FACT, provider));
}
