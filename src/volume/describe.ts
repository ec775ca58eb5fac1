/** DescribeVolumes: which volumes a request means, by id, by filter, page by page. */

import { EnvolError } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import type { DescribeVolumesRequest, Filter, Volume } from "./volume.ts";
import { checkVolumeId } from "./volume-id.ts";

/** The values that a volume has under a filter's name. Names follow EC2's DescribeVolumes where it has them. */
const FILTERS: Record<string, (volume: Volume) => readonly string[]> = {
  "volume-id": (volume) => [volume.volumeId],
  status: (volume) => [volume.state],
  encrypted: (volume) => [String(volume.encrypted)],
  "kms-key-id": (volume) => (volume.kmsKeyArn === undefined ? [] : [volume.kmsKeyArn]),
  size: (volume) => [String(volume.sizeGib)],
  cipher: (volume) => (volume.encrypted ? [volume.cipher] : []),
  "sector-size": (volume) => [String(volume.sectorSizeBytes)],
  "multi-attach-enabled": (volume) => [String(volume.multiAttachEnabled)],
  "attachment.instance-id": (volume) => volume.attachments.map((attachment) => attachment.instanceId),
  "attachment.attachment-id": (volume) => volume.attachments.map((attachment) => attachment.attachmentId),
  "attachment.device": (volume) => volume.attachments.map((attachment) => attachment.device),
  "attachment.status": (volume) => volume.attachments.map((attachment) => attachment.state),
  "tag-key": (volume) => volume.tags.map((tag) => tag.key),
};
const TAG_PREFIX = "tag:";

/** A page token says after which volume the next page begins. */
const TOKEN_PREFIX = "after:";

export interface VolumePage {
  readonly volumes: Volume[];
  readonly nextToken?: string;
}

/**
 * Picks a page of volumes: `all` that the request's ids name, in order of their ids.
 * @throws INVALID_ARGUMENT, PAGE_TOKEN_INVALID, VOLUME_ID_MALFORMED, VOLUME_NOT_FOUND
 */
export function describePage(
  request: DescribeVolumesRequest,
  all: Iterable<Volume>,
  exists: (volumeId: string) => boolean,
): VolumePage {
  checkIds(request.volumeIds ?? [], exists);
  const passes = compileFilters(request.filters ?? []);
  const after = request.nextToken === undefined ? "" : decodeToken(request.nextToken);
  const pageSize = checkPageSize(request.maxResults);
  const volumes: Volume[] = [];
  for (const volume of all) {
    if (volume.volumeId <= after || !passes(volume)) continue;
    if (volumes.length === pageSize) return { volumes, nextToken: encodeToken(volumes.at(-1) as Volume) };
    volumes.push(volume);
  }
  return { volumes };
}

function checkIds(volumeIds: readonly string[], exists: (volumeId: string) => boolean): void {
  if (volumeIds.length > LIMITS.volumeIdsPerRequestMax) {
    throw invalid("volumeIds", `expected at most ${LIMITS.volumeIdsPerRequestMax}, got ${volumeIds.length}.`);
  }
  for (const volumeId of volumeIds) {
    checkVolumeId(volumeId, "volumeIds");
    if (!exists(volumeId)) throw volumeNotFound(volumeId, "volumeIds");
  }
}

/** EC2's own words. */
export function volumeNotFound(volumeId: string, field = "volumeId"): EnvolError {
  return new EnvolError("VOLUME_NOT_FOUND", `The volume '${volumeId}' does not exist.`, { field });
}

function compileFilters(filters: readonly Filter[]): (volume: Volume) => boolean {
  if (filters.length > LIMITS.describeFiltersMax) {
    throw invalid("filters", `expected at most ${LIMITS.describeFiltersMax}, got ${filters.length}.`);
  }
  const compiled = filters.map(({ name, values }) => {
    const valuesOf = (Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined) ?? tagFilter(name);
    if (values.length < 1 || values.length > LIMITS.describeFilterValuesMax) {
      throw invalid(
        "filters",
        `expected 1 to ${LIMITS.describeFilterValuesMax} values of ${name}, got ${values.length}.`,
      );
    }
    const patterns = values.map(wildcard);
    return (volume: Volume) => valuesOf(volume).some((value) => patterns.some((passes) => passes(value)));
  });
  return (volume) => compiled.every((passes) => passes(volume));
}

function tagFilter(name: string): (volume: Volume) => readonly string[] {
  if (!name.startsWith(TAG_PREFIX) || name.length === TAG_PREFIX.length) {
    const known = [...Object.keys(FILTERS), "tag:KEY"].join(", ");
    throw invalid("filters", `expected a filter name of ${known}, got "${name.slice(0, 64)}".`);
  }
  const key = name.slice(TAG_PREFIX.length);
  return (volume) => volume.tags.filter((tag) => tag.key === key).map((tag) => tag.value);
}

/**
 * EC2 filters take * for any characters and ? for one; a backslash makes either plain. Only the latest * is tried again
 * at another place, so the time is bounded by the product of the two lengths; a regular expression would try each * at
 * each place, and a pattern with some ten of them would stop the daemon.
 */
function wildcard(pattern: string): (value: string) => boolean {
  const tokens = pattern.match(/\\[*?\\]|[\s\S]/g) ?? [];
  return (value) => {
    let at = 0;
    let token = 0;
    let star = -1;
    let starEnd = 0;
    while (at < value.length) {
      const wanted = tokens[token];
      if (wanted === "*") {
        star = token;
        starEnd = at;
        token += 1;
      } else if (wanted === "?" || wanted?.at(-1) === value[at]) {
        token += 1;
        at += 1;
      } else if (star >= 0) {
        token = star + 1;
        starEnd += 1;
        at = starEnd;
      } else {
        return false;
      }
    }
    return tokens.slice(token).every((left) => left === "*");
  };
}

function checkPageSize(maxResults: number | undefined): number {
  if (maxResults === undefined) return LIMITS.describePageMax;
  if (Number.isInteger(maxResults) && maxResults >= 1 && maxResults <= LIMITS.describePageMax) return maxResults;
  throw invalid("maxResults", `expected 1 to ${LIMITS.describePageMax}, got ${maxResults}.`);
}

function encodeToken(last: Volume): string {
  return Buffer.from(TOKEN_PREFIX + last.volumeId).toString("base64url");
}

function decodeToken(token: string): string {
  const text = Buffer.from(token, "base64url").toString("latin1");
  const volumeId = text.slice(TOKEN_PREFIX.length);
  if (text.startsWith(TOKEN_PREFIX) && /^vol-[0-9a-f]{17}$/.test(volumeId)) return volumeId;
  throw new EnvolError("PAGE_TOKEN_INVALID", "nextToken: not a token that DescribeVolumes gave.", {
    field: "nextToken",
  });
}

function invalid(field: string, text: string): EnvolError {
  return new EnvolError("INVALID_ARGUMENT", `${field}: ${text}`, { field });
}
