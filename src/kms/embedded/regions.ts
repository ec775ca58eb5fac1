/**
 * One KMS, many Regions. Each Region has keys, aliases and grants of its own, in the same tables: those of the home Region
 * under their plain names, those of another under `~REGION/name`. The tilde sorts behind every name of the home Region.
 */

import type { Table, TableWrites } from "../../store/table.ts";
import type { Kms, KmsTables } from "./kms.ts";
import type { KeyRecord } from "./records.ts";

export interface Regions {
  readonly home: string;
  /** The KMS in a Region; made when it is first asked for. */
  in(region: string): Kms;
  /** The Regions that have been asked for, and those that have keys. */
  all(): readonly Kms[];
  /** Writes keys of several Regions, all or none. */
  writeKeys(keys: readonly { readonly region: string; readonly key: KeyRecord }[]): Promise<void>;
}

/** @param open makes the KMS of one Region over its tables */
export function createRegions(
  home: string,
  tables: KmsTables,
  open: (region: string, tables: KmsTables, regions: Regions) => Kms,
): Regions {
  const opened = new Map<string, Kms>();
  const sizes = {
    keys: createSizes(tables.keys),
    aliases: createSizes(tables.aliases),
    grants: createSizes(tables.grants),
  };
  const prefixOf = (region: string) => keyRowName(region, home, "");
  const regions: Regions = {
    home,
    in(region) {
      const known = opened.get(region);
      if (known !== undefined) return known;
      const prefix = prefixOf(region);
      const own = {
        keys: regionalTable(tables.keys, prefix, sizes.keys),
        aliases: regionalTable(tables.aliases, prefix, sizes.aliases),
        grants: regionalTable(tables.grants, prefix, sizes.grants),
      };
      const kms = open(region, own, regions);
      opened.set(region, kms);
      return kms;
    },
    all: () => [...opened.values()],
    writeKeys(keys) {
      return tables.keys.write((writes) => {
        for (const { region, key } of keys) writes.put(prefixOf(region) + key.keyId, key);
      });
    },
  };
  return regions;
}

/** The Regions, beside the home Region, that have keys. */
export function foreignRegions(tables: KmsTables): string[] {
  const found = new Set<string>();
  for (const [name] of tables.keys.entries(MARK)) found.add(name.slice(MARK.length, name.indexOf("/")));
  return [...found];
}

/** Under which name a table of keys has a key. */
export function keyRowName(region: string, home: string, keyId: string): string {
  return region === home ? keyId : `${MARK}${region}/${keyId}`;
}

/** The keys of all Regions in a table of keys, with their Regions. */
export function* keysOfAllRegions(
  keys: Table<KeyRecord>,
  home: string,
): Generator<readonly [region: string, key: KeyRecord]> {
  for (const [name, key] of keys.entries()) {
    yield [name.startsWith(MARK) ? name.slice(MARK.length, name.indexOf("/")) : home, key];
  }
}

const MARK = "~";

/** How many rows each Region but the home Region has: a table counts only all of them. */
type Sizes = Map<string, number>;

function createSizes(table: Table<unknown>): Sizes {
  const sizes: Sizes = new Map();
  for (const [name] of table.entries(MARK)) {
    const prefix = name.slice(0, name.indexOf("/") + 1);
    sizes.set(prefix, (sizes.get(prefix) ?? 0) + 1);
  }
  return sizes;
}

function regionalTable<Value>(table: Table<Value>, prefix: string, sizes: Sizes): Table<Value> {
  return prefix === "" ? homeTable(table, sizes) : foreignTable(table, prefix, sizes);
}

function homeTable<Value>(table: Table<Value>, sizes: Sizes): Table<Value> {
  return {
    get: (name) => table.get(name),
    *entries(start) {
      for (const entry of table.entries(start)) {
        if (entry[0].startsWith(MARK)) return;
        yield entry;
      }
    },
    get size() {
      return [...sizes.values()].reduce((rest, size) => rest - size, table.size);
    },
    write: (change) => table.write(change),
  };
}

function foreignTable<Value>(table: Table<Value>, prefix: string, sizes: Sizes): Table<Value> {
  return {
    get: (name) => table.get(prefix + name),
    *entries(start = "") {
      for (const [name, value] of table.entries(prefix + start)) {
        if (!name.startsWith(prefix)) return;
        yield [name.slice(prefix.length), value];
      }
    },
    get size() {
      return sizes.get(prefix) ?? 0;
    },
    async write(change) {
      const touched = new Set<string>();
      const count = () => [...touched].filter((name) => table.get(name) !== undefined).length;
      let before = 0;
      await table.write((writes) => {
        const prefixed: TableWrites<Value> = {
          put: (name, value) => {
            touched.add(prefix + name);
            writes.put(prefix + name, value);
          },
          delete: (name) => {
            touched.add(prefix + name);
            writes.delete(prefix + name);
          },
        };
        change(prefixed);
        before = count();
      });
      sizes.set(prefix, (sizes.get(prefix) ?? 0) + count() - before);
    },
  };
}
