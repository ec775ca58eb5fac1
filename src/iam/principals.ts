/**
 * The principals that the daemon knows: the account's root, users and roles, those of other accounts too. They are in the
 * store, and all of them in memory, so that an authorization waits for nothing.
 */

import type { Clock } from "../clock.ts";
import { EnvolError } from "../errors.ts";
import { LIMITS } from "../limits.ts";
import type { Table } from "../store/table.ts";
import { type FindAccessKey, type HeldAccessKey, newAccessKeyId, newSecretAccessKey } from "./access-key.ts";
import type { Identities } from "./identities.ts";
import { rootArnOf } from "./identity.ts";
import { type Policy, parsePolicy } from "./policy/document.ts";
import {
  ACCESS_KEY_STATUSES,
  type AccessKeyPair,
  type AccessKeyRecord,
  type AccessKeyStatus,
  arnOf,
  PRINCIPAL_KINDS,
  type PrincipalKind,
  type PrincipalRecord,
  requireAccessKey,
  requireAccountId,
  requireName,
  requireOneOf,
  requirePolicies,
  requireRoomForAccessKey,
} from "./principal-record.ts";
import { deriveSecretKey, openSecret, sealSecret } from "./sealed-secret.ts";

/** A principal as it is shown: without secrets. */
export interface Principal extends Omit<PrincipalRecord, "accessKeys"> {
  readonly accessKeys: readonly Omit<AccessKeyRecord, "sealedSecret">[];
}

export interface NewPrincipal {
  readonly name: string;
  readonly kind: "user" | "role";
  /** The daemon's own account when absent. */
  readonly accountId?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface Principals extends Identities {
  /** In order of ARN. The root of the daemon's account is always among them. */
  list(): readonly Principal[];
  /** @throws PRINCIPAL_NOT_FOUND */
  get(arn: string): Principal;
  /** @throws IAM_VALIDATION, IAM_LIMIT_EXCEEDED, PRINCIPAL_EXISTS */
  create(principal: NewPrincipal): Promise<Principal>;
  /** Its policies and access keys go with it. @throws PRINCIPAL_NOT_FOUND; IAM_VALIDATION for an account's root */
  delete(arn: string): Promise<void>;
  /** Adds an inline policy, or puts another document in its place. @throws PRINCIPAL_NOT_FOUND, POLICY_INVALID, IAM_VALIDATION, IAM_LIMIT_EXCEEDED */
  putPolicy(arn: string, policyName: string, document: string): Promise<void>;
  /** @throws PRINCIPAL_NOT_FOUND */
  deletePolicy(arn: string, policyName: string): Promise<void>;
  /** The secret is shown here once. @throws PRINCIPAL_NOT_FOUND, IAM_LIMIT_EXCEEDED */
  createAccessKey(arn: string): Promise<AccessKeyPair>;
  /** @throws PRINCIPAL_NOT_FOUND */
  deleteAccessKey(accessKeyId: string): Promise<void>;
  /** @throws PRINCIPAL_NOT_FOUND, IAM_VALIDATION */
  setAccessKeyStatus(accessKeyId: string, status: AccessKeyStatus): Promise<void>;
  readonly findAccessKey: FindAccessKey;
  /**
   * Checks all principals of a seed, and gives what makes those that are not there; those that are stay as they are.
   * @param fault makes the error for the principal at a place in the list
   */
  plan(seed: readonly SeededPrincipal[], fault: (at: number, error: unknown) => Error): () => Promise<void>;
  /** Waits for changes under way, and forgets the key of the secrets. */
  close(): Promise<void>;
}

/** A principal with all that it is to have. */
export interface SeededPrincipal {
  readonly name: string;
  readonly kind: PrincipalKind;
  readonly accountId?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** JSON documents by name. */
  readonly policies?: Readonly<Record<string, string>>;
  readonly accessKeys?: readonly AccessKeyPair[];
}

export interface PrincipalsOptions {
  readonly table: Table<PrincipalRecord>;
  /** The secrets of access keys are kept under a key derived from it; the root key itself is not kept. */
  readonly rootKey: Uint8Array;
  readonly clock: Clock;
  readonly accountId: string;
}

/** Reads the principals that are kept, and sees to the root of the account. */
export async function openPrincipals(options: PrincipalsOptions): Promise<Principals> {
  const principals = new StoredPrincipals(options);
  await principals.open();
  return principals;
}

class StoredPrincipals implements Principals {
  readonly #options: Omit<PrincipalsOptions, "rootKey">;
  readonly #secretKey: Buffer;
  readonly #records = new Map<string, PrincipalRecord>();
  readonly #policies = new Map<string, readonly Policy[]>();
  /** ARNs by access key id. */
  readonly #owners = new Map<string, string>();
  /** Ends when the last change has: changes are made one after another. */
  #lastChange: Promise<unknown> = Promise.resolve();

  constructor({ rootKey, ...options }: PrincipalsOptions) {
    this.#options = options;
    this.#secretKey = deriveSecretKey(rootKey);
  }

  async open(): Promise<void> {
    const { table, accountId } = this.#options;
    for (const [, record] of table.entries()) this.#remember(record);
    if (this.#records.has(rootArnOf(accountId))) return;
    await this.#put([this.#newRecord({ kind: "root", name: "root", accountId })]);
  }

  list(): Principal[] {
    return [...this.#records.values()].sort((a, b) => (a.arn < b.arn ? -1 : 1)).map(shown);
  }

  get(arn: string): Principal {
    return shown(this.#record(arn));
  }

  policiesOf(arn: string): readonly Policy[] {
    return this.#policies.get(arn) ?? [];
  }

  tagsOf(arn: string): Readonly<Record<string, string>> {
    return this.#records.get(arn)?.tags ?? {};
  }

  create({ name, kind, accountId = this.#options.accountId, tags = {} }: NewPrincipal): Promise<Principal> {
    return this.#change(async () => {
      requireOneOf(kind, "kind", ["user", "role"]);
      const record = this.#checked(this.#newRecord({ kind, name, accountId, tags }));
      if (this.#records.has(record.arn)) {
        const message = `${kind === "user" ? "User" : "Role"} with name ${name} already exists.`;
        throw new EnvolError("PRINCIPAL_EXISTS", message, { field: "name" });
      }
      this.#requireRoom(1);
      await this.#put([record]);
      return shown(record);
    });
  }

  delete(arn: string): Promise<void> {
    return this.#change(async () => {
      const { kind } = this.#record(arn);
      if (kind === "root") {
        throw new EnvolError("IAM_VALIDATION", "The root of an account cannot be deleted.", { field: "arn" });
      }
      await this.#options.table.write((writes) => writes.delete(arn));
      this.#forget(arn);
    });
  }

  putPolicy(arn: string, policyName: string, document: string): Promise<void> {
    return this.#update(arn, (record) => {
      const changed = { ...record, policies: { ...record.policies, [policyName]: document } };
      requirePolicies(changed);
      return changed;
    });
  }

  deletePolicy(arn: string, policyName: string): Promise<void> {
    return this.#update(arn, (record) => {
      if (!Object.hasOwn(record.policies, policyName)) {
        throw notFound(`The policy with name ${policyName} cannot be found.`, "policyName");
      }
      const { [policyName]: _, ...policies } = record.policies;
      return { ...record, policies };
    });
  }

  async createAccessKey(arn: string): Promise<AccessKeyPair> {
    const pair = { accessKeyId: newAccessKeyId(), secretAccessKey: newSecretAccessKey() };
    await this.#update(arn, (record) => {
      requireRoomForAccessKey(record);
      return { ...record, accessKeys: [...record.accessKeys, this.#sealed(pair)] };
    });
    return pair;
  }

  deleteAccessKey(accessKeyId: string): Promise<void> {
    return this.#updateKeys(accessKeyId, (keys) => keys.filter((key) => key.accessKeyId !== accessKeyId));
  }

  async setAccessKeyStatus(accessKeyId: string, status: AccessKeyStatus): Promise<void> {
    requireOneOf(status, "status", ACCESS_KEY_STATUSES);
    await this.#updateKeys(accessKeyId, (keys) =>
      keys.map((key) => (key.accessKeyId === accessKeyId ? { ...key, status } : key)),
    );
  }

  /** A field, because it is handed on as a function. */
  readonly findAccessKey: FindAccessKey = (accessKeyId): HeldAccessKey | undefined => {
    const record = this.#records.get(this.#owners.get(accessKeyId) ?? "");
    const key = record?.accessKeys.find((candidate) => candidate.accessKeyId === accessKeyId);
    if (record === undefined || key?.status !== "Active") return undefined;
    const secretAccessKey = openSecret(this.#secretKey, accessKeyId, key.sealedSecret);
    return { secretAccessKey, arn: callerArnOf(record, accessKeyId), accountId: record.accountId };
  };

  plan(seed: readonly SeededPrincipal[], fault: (at: number, error: unknown) => Error): () => Promise<void> {
    const planned = new Map<string, PrincipalRecord>();
    const keyIds = new Set<string>();
    for (const [at, seeded] of seed.entries()) {
      try {
        const record = this.#seededRecord(seeded, keyIds);
        if (planned.has(record.arn)) throw exists(`${record.arn} is in the seed before`, "name");
        planned.set(record.arn, record);
      } catch (error) {
        throw fault(at, error);
      }
    }
    return () =>
      this.#change(async () => {
        // The root of the account is always there: what the seed gives it are its first access keys.
        const isNew = ({ arn, kind }: PrincipalRecord) => {
          const known = this.#records.get(arn);
          return known === undefined || (kind === "root" && known.accessKeys.length === 0);
        };
        const records = [...planned.values()].filter(isNew);
        this.#requireRoom(records.length);
        await this.#put(records);
      });
  }

  async close(): Promise<void> {
    await this.#lastChange;
    this.#secretKey.fill(0);
  }

  #newRecord(fields: Pick<PrincipalRecord, "kind" | "name" | "accountId"> & Partial<PrincipalRecord>): PrincipalRecord {
    return {
      createdAtMs: this.#options.clock.now(),
      tags: {},
      policies: {},
      accessKeys: [],
      ...fields,
      arn: arnOf(fields),
    };
  }

  #seededRecord(seeded: SeededPrincipal, keyIds: Set<string>): PrincipalRecord {
    const { name, kind, accountId = this.#options.accountId, tags = {}, policies = {}, accessKeys = [] } = seeded;
    requireOneOf(kind, "kind", PRINCIPAL_KINDS);
    let record = this.#checked(
      this.#newRecord({ kind, name: kind === "root" ? "root" : name, accountId, tags, policies }),
    );
    for (const pair of accessKeys) {
      requireAccessKey(pair);
      requireRoomForAccessKey(record);
      const { accessKeyId } = pair;
      if (keyIds.has(accessKeyId) || (this.#owners.get(accessKeyId) ?? record.arn) !== record.arn) {
        throw exists(`There is an access key ${accessKeyId} already`, "accessKeyId");
      }
      keyIds.add(accessKeyId);
      record = { ...record, accessKeys: [...record.accessKeys, this.#sealed(pair)] };
    }
    return record;
  }

  #checked(record: PrincipalRecord): PrincipalRecord {
    requireName(record.name, "name", LIMITS.iamNameLengthMax);
    requireAccountId(record.accountId);
    requirePolicies(record);
    return record;
  }

  #sealed({ accessKeyId, secretAccessKey }: AccessKeyPair): AccessKeyRecord {
    return {
      accessKeyId,
      status: "Active",
      createdAtMs: this.#options.clock.now(),
      sealedSecret: sealSecret(this.#secretKey, accessKeyId, secretAccessKey),
    };
  }

  #requireRoom(added: number): void {
    if (this.#records.size + added <= LIMITS.iamPrincipalsMax) return;
    throw new EnvolError("IAM_LIMIT_EXCEEDED", `The daemon holds ${LIMITS.iamPrincipalsMax} principals, the most.`);
  }

  #record(arn: string): PrincipalRecord {
    const record = this.#records.get(arn);
    if (record === undefined) throw notFound(`The principal with ARN ${arn} cannot be found.`, "arn");
    return record;
  }

  #updateKeys(
    accessKeyId: string,
    change: (keys: readonly AccessKeyRecord[]) => readonly AccessKeyRecord[],
  ): Promise<void> {
    return this.#change(async () => {
      const record = this.#records.get(this.#owners.get(accessKeyId) ?? "");
      if (record === undefined) {
        throw notFound(`The Access Key with id ${accessKeyId} cannot be found.`, "accessKeyId");
      }
      await this.#put([{ ...record, accessKeys: change(record.accessKeys) }]);
    });
  }

  #update(arn: string, change: (record: PrincipalRecord) => PrincipalRecord): Promise<void> {
    return this.#change(() => this.#put([change(this.#record(arn))]));
  }

  /** Runs after the changes before it; a change that fails does not hold up the next. */
  #change<Result>(run: () => Promise<Result>): Promise<Result> {
    const done = this.#lastChange.then(run);
    this.#lastChange = done.catch(() => undefined);
    return done;
  }

  async #put(records: readonly PrincipalRecord[]): Promise<void> {
    await this.#options.table.write((writes) => {
      for (const record of records) writes.put(record.arn, record);
    });
    for (const record of records) this.#remember(record);
  }

  #remember(record: PrincipalRecord): void {
    this.#forget(record.arn);
    this.#records.set(record.arn, record);
    this.#policies.set(
      record.arn,
      Object.values(record.policies).map((text) => parsePolicy(text, "identity")),
    );
    for (const { accessKeyId } of record.accessKeys) this.#owners.set(accessKeyId, record.arn);
  }

  #forget(arn: string): void {
    for (const { accessKeyId } of this.#records.get(arn)?.accessKeys ?? []) this.#owners.delete(accessKeyId);
    this.#records.delete(arn);
    this.#policies.delete(arn);
  }
}

/** Who calls with a role is a session of the role, and the access key is what tells sessions apart. */
function callerArnOf({ kind, arn, name, accountId }: PrincipalRecord, accessKeyId: string): string {
  return kind === "role" ? `arn:aws:sts::${accountId}:assumed-role/${name}/${accessKeyId}` : arn;
}

function shown({ accessKeys, ...record }: PrincipalRecord): Principal {
  return { ...record, accessKeys: accessKeys.map(({ sealedSecret: _, ...key }) => key) };
}

function notFound(message: string, field: string): EnvolError {
  return new EnvolError("PRINCIPAL_NOT_FOUND", message, { field });
}

function exists(message: string, field: string): EnvolError {
  return new EnvolError("PRINCIPAL_EXISTS", message, { field });
}
