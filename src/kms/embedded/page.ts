/** One page of a list. A marker seals the name at which the next page starts, for this list alone. */

import { EnvolError } from "../../errors.ts";
import type { Kms } from "./kms.ts";
import { openText, sealText } from "./opaque-text.ts";

export interface PageRequest {
  readonly limit?: number | undefined;
  readonly marker?: string | undefined;
}

export interface Page<Item> {
  readonly items: Item[];
  readonly nextMarker?: string;
  readonly truncated: boolean;
}

/**
 * `list` names the list; `entriesFrom` gives its entries in order of their names, from `start` (inclusive) on.
 * @throws MARKER_INVALID
 */
export function takePage<Item>(
  kms: Kms,
  list: string,
  request: PageRequest,
  limitDefault: number,
  entriesFrom: (start?: string) => Iterable<readonly [name: string, item: Item]>,
): Page<Item> {
  const items: Item[] = [];
  for (const [name, item] of entriesFrom(startOf(kms, list, request.marker))) {
    if (items.length === (request.limit ?? limitDefault)) {
      return { items, nextMarker: sealText(kms.textKey, `marker ${kms.region} ${list}`, name), truncated: true };
    }
    items.push(item);
  }
  return { items, truncated: false };
}

/** How the list operations end their responses. */
export function pageEnd(page: Page<unknown>): { nextMarker?: string; truncated: boolean } {
  return {
    ...(page.nextMarker === undefined ? {} : { nextMarker: page.nextMarker }),
    truncated: page.truncated,
  };
}

function startOf(kms: Kms, list: string, marker: string | undefined): string | undefined {
  if (marker === undefined) return undefined;
  const start = openText(kms.textKey, `marker ${kms.region} ${list}`, marker);
  if (start === undefined) {
    throw new EnvolError("MARKER_INVALID", "The marker was not made by this call.", { field: "marker" });
  }
  return start;
}
