/** The token of a page of records: where the page starts, bound to the filter that it was made for. */

import { createHash } from "node:crypto";
import { EnvolError } from "../errors.ts";
import type { TrailFilter } from "./entry.ts";

export function pageToken(filter: TrailFilter, before: number): string {
  return Buffer.from(`${before}.${digest(filter, before)}`).toString("base64url");
}

/** Where the page starts; undefined for the first one. @throws LOOKUP_TOKEN_INVALID, naming the field */
export function pageStart(filter: TrailFilter, token: string | undefined, field: string): number | undefined {
  if (token === undefined) return undefined;
  const [before = "", mark] = Buffer.from(token, "base64url").toString("latin1").split(".");
  if (/^\d{1,15}$/.test(before) && mark === digest(filter, Number(before))) return Number(before);
  const message = `${field}: the token was not made by this call with these parameters.`;
  throw new EnvolError("LOOKUP_TOKEN_INVALID", message, { field });
}

const DIGEST_LENGTH = 22;

function digest(filter: TrailFilter, before: number): string {
  const given = Object.entries(filter).sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([before, given]);
  return createHash("sha256").update(text).digest("base64url").slice(0, DIGEST_LENGTH);
}
