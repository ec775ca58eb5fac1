/** Which aliases, or grants, a key owns: kept in memory beside a table, so that neither counting nor listing scans it. */

export interface OwnerIndex {
  add(keyId: string, name: string): void;
  remove(keyId: string, name: string): void;
  /** In order of name. */
  namesOf(keyId: string): string[];
  count(keyId: string): number;
  owners(): string[];
}

export function createOwnerIndex(): OwnerIndex {
  const owned = new Map<string, Set<string>>();
  return {
    add(keyId, name) {
      const names = owned.get(keyId);
      if (names === undefined) owned.set(keyId, new Set([name]));
      else names.add(name);
    },
    remove(keyId, name) {
      const names = owned.get(keyId);
      names?.delete(name);
      if (names?.size === 0) owned.delete(keyId);
    },
    namesOf: (keyId) => [...(owned.get(keyId) ?? [])].sort(),
    count: (keyId) => owned.get(keyId)?.size ?? 0,
    owners: () => [...owned.keys()],
  };
}
