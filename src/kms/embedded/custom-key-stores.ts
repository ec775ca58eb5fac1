/** Custom key stores: AWS CloudHSM clusters and external key managers. There are none here to keep keys in. */

import { EnvolError } from "../../errors.ts";
import { authorize } from "./authorization.ts";
import type { Call } from "./call.ts";

/** How their operations answer. @throws ACCESS_DENIED, KMS_UNSUPPORTED */
export async function refuseCustomKeyStores(call: Call): Promise<never> {
  authorize(call);
  throw customKeyStoresUnsupported("customKeyStoreId");
}

export function customKeyStoresUnsupported(field: string): EnvolError {
  return new EnvolError("KMS_UNSUPPORTED", "Custom key stores are not offered.", { field });
}
