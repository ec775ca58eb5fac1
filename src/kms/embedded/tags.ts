/** What the tags of a key must be beyond the rules of their fields: AWS General Reference, "Tag naming limits". */

import { EnvolError } from "../../errors.ts";
import { LIMITS } from "../../limits.ts";
import type { KeyTag } from "./records.ts";

/** @throws TAG_INVALID */
export function requireTags(tags: readonly KeyTag[]): void {
  if (tags.length > LIMITS.tagsMax) throw tooMany();
  if (new Set(tags.map(({ tagKey }) => tagKey)).size < tags.length) throw refused("Duplicate tag keys");
  if (tags.some(({ tagKey }) => tagKey.toLowerCase().startsWith("aws:"))) {
    throw refused("Tags beginning with aws: are reserved");
  }
}

/** `tags` with `added` in it: a key that is there keeps its place and takes the new value. @throws TAG_INVALID */
export function mergeTags(tags: readonly KeyTag[], added: readonly KeyTag[]): KeyTag[] {
  const merged = new Map([...tags, ...added].map(({ tagKey, tagValue }) => [tagKey, tagValue]));
  if (merged.size > LIMITS.tagsMax) throw tooMany();
  return [...merged].map(([tagKey, tagValue]) => ({ tagKey, tagValue }));
}

function tooMany(): EnvolError {
  return refused("Too many tags");
}

function refused(message: string): EnvolError {
  return new EnvolError("TAG_INVALID", message, { field: "tags" });
}
