/** What the commands about keys have in common: keys and principals as a person names them, and what is told of a key. */

import type { EnvolClient } from "../client/client.ts";
import { EnvolError } from "../errors.ts";
import type { KeyMetadata__Output } from "../gen/envol/v1/KeyMetadata.ts";
import { details, formatTime } from "./output.ts";

/** A name and a value. */
export type Pair = readonly [name: string, value: string];

/** In proto3 a message inside a message may be absent; from this daemon it is not. */
export function known<Message>(message: Message | null): Message {
  if (message === null) throw new EnvolError("INTERNAL", "The daemon's answer has no key in it.");
  return message;
}

/** The id of a key. Administration takes no alias, as in the KMS API; a person may give one here. */
export async function keyIdOf(client: EnvolClient, key: string): Promise<string> {
  if (!key.startsWith("alias/") && !key.includes(":alias/")) return key;
  return known((await client.keys.describeKey({ keyId: key })).keyMetadata).keyId;
}

/** All items of a list that the daemon gives a page at a time. @param take one page, from a marker, and what it holds */
export async function allPages<Page extends { readonly truncated: boolean; readonly nextMarker: string }, Item>(
  take: (marker: string) => Promise<Page>,
  itemsOf: (page: Page) => readonly Item[],
): Promise<Item[]> {
  const items: Item[] = [];
  let marker = "";
  do {
    const page = await take(marker);
    items.push(...itemsOf(page));
    marker = page.truncated ? page.nextMarker : "";
  } while (marker !== "");
  return items;
}

/** An ARN or a name of IAM as an ARN: a name alone is that of a user. */
export function principalArn(name: string, accountId: string): string {
  if (name.startsWith("arn:") || /^\d{12}$/.test(name)) return name;
  return `arn:aws:iam::${accountId}:${/^(user|role)\//.test(name) ? name : `user/${name}`}`;
}

export function tagsOf(pairs: readonly Pair[]): { tagKey: string; tagValue: string }[] {
  return pairs.map(([tagKey, tagValue]) => ({ tagKey, tagValue }));
}

export function keyDetails(key: KeyMetadata__Output, aliases: readonly string[]): string {
  const regions = key.multiRegionConfiguration;
  return details([
    ["key", key.keyId],
    ["ARN", key.arn],
    ["state", key.keyState],
    ["deletion due", formatTime(key.deletionDateMs)],
    ["aliases", aliases.join(", ")],
    ["description", key.description],
    ["created", formatTime(key.creationDateMs)],
    ["spec", key.keySpec],
    ["usage", key.keyUsage],
    ["algorithms", [...key.signingAlgorithms, ...key.macAlgorithms, ...key.keyAgreementAlgorithms].join(", ")],
    ["manager", key.keyManager],
    ["origin", key.origin === "AWS_KMS" ? "" : key.origin],
    ["key material", key.currentKeyMaterialId],
    ["expires", formatTime(key.validToMs)],
    ["multi-Region", regions === null ? "" : `${regions.multiRegionKeyType} of ${regions.primaryKey?.region}`],
    ["replicas in", regions?.replicaKeys.map(({ region }) => region).join(", ")],
  ]);
}
