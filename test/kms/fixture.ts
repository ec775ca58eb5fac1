import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ManualClock, manualClock } from "#envol/clock.ts";
import { EnvolError } from "#envol/errors.ts";
import { createEventBus, type EnvolEvent } from "#envol/events.ts";
import type { Identities } from "#envol/iam/identities.ts";
import { parsePolicy } from "#envol/iam/policy/document.ts";
import { createEmbeddedKms, type EmbeddedKms } from "#envol/kms/embedded/embedded-kms.ts";
import type { AliasRecord, GrantRecord, KeyRecord } from "#envol/kms/embedded/records.ts";
import type { EmbeddedKmsOptions } from "#envol/kms/embedded/start.ts";
import type { KmsCaller } from "#envol/kms/kms-client.ts";
import { type MemoryTable, memoryTable } from "./memory-table.ts";

const REGION = "us-east-1";
export const ACCOUNT = "111122223333";
export const CALLER: KmsCaller = { arn: `arn:aws:iam::${ACCOUNT}:root`, accountId: ACCOUNT };
export const DAY_MS = 86_400_000;

/** Everyone has a policy that lets them do everything that key policies leave to the account. */
export const ADMINISTRATORS: Identities = {
  policiesOf: () => [parsePolicy('{"Statement":{"Effect":"Allow","Action":"kms:*","Resource":"*"}}', "identity")],
  tagsOf: () => ({}),
};

export interface Fixture extends AsyncDisposable {
  readonly options: EmbeddedKmsOptions;
  readonly tables: {
    keys: MemoryTable<KeyRecord>;
    aliases: MemoryTable<AliasRecord>;
    grants: MemoryTable<GrantRecord>;
  };
  readonly clock: ManualClock;
  readonly events: EnvolEvent[];
  readonly failures: unknown[];
  kms: EmbeddedKms;
  /** Closes the KMS, and starts another one on the same tables and files. */
  restart(changes?: Partial<EmbeddedKmsOptions>): Promise<void>;
  /** Makes an enabled key; gives its id and ARN. */
  key(): Promise<{ keyId: string; arn: string }>;
  /** Every file below the material directory, by path, with its bytes. */
  files(): Promise<Map<string, Buffer>>;
}

export async function startFixture(): Promise<Fixture> {
  const home = await mkdtemp(join(tmpdir(), "envol-kms-"));
  const clock = manualClock(1_800_000_000_000);
  const bus = createEventBus(clock);
  const events: EnvolEvent[] = [];
  bus.subscribe((event) => events.push(event));
  const failures: unknown[] = [];
  const tables = {
    keys: memoryTable<KeyRecord>(),
    aliases: memoryTable<AliasRecord>(),
    grants: memoryTable<GrantRecord>(),
  };
  const options: EmbeddedKmsOptions = {
    tables,
    materialDirectory: join(home, "keys"),
    rootKey: randomBytes(32),
    clock,
    events: bus,
    region: REGION,
    accountId: ACCOUNT,
    onFailure: (error) => failures.push(error),
  };
  const fixture: Fixture = {
    options,
    tables,
    clock,
    events,
    failures,
    kms: await createEmbeddedKms(options),
    async restart(changes = {}) {
      await fixture.kms.close();
      fixture.kms = await createEmbeddedKms({ ...options, ...changes });
    },
    async key() {
      const { keyMetadata } = await fixture.kms.call("CreateKey", CALLER, {});
      return keyMetadata;
    },
    async files() {
      const entries = await readdir(options.materialDirectory, { recursive: true, withFileTypes: true });
      const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path)] as const)));
    },
    async [Symbol.asyncDispose]() {
      await fixture.kms.close();
      await rm(home, { recursive: true });
    },
  };
  return fixture;
}

/** How a promise was refused: code, message and field. Fails when it was not. */
export async function refusal(promise: Promise<unknown>): Promise<{ code: string; message: string; field?: string }> {
  const error = await promise.then(
    () => {
      throw new Error("the call was not refused");
    },
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof EnvolError)) throw error;
  return { code: error.code, message: error.message, ...(error.field === undefined ? {} : { field: error.field }) };
}

/** Waits for a condition, turn by turn of the event loop. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}
