/** The AWS door over a KMS in memory, with access keys of its own. */

import { pino } from "pino";
import type { FindAccessKey } from "#envol/iam/access-key.ts";
import type { CallRecord } from "#envol/kms/embedded/call.ts";
import type { CallKms } from "#envol/kms/embedded/embedded-kms.ts";
import { kmsService } from "#envol/serve/aws/kms-service.ts";
import { type AwsOptions, serveAws } from "#envol/serve/aws/serve.ts";
import { ACCOUNT, ADMINISTRATORS, startFixture } from "../kms/fixture.ts";

export const ALICE = {
  accessKeyId: "AKIAALICE",
  secretAccessKey: "alice's secret",
  arn: `arn:aws:iam::${ACCOUNT}:user/alice`,
  accountId: ACCOUNT,
};

export interface Door extends AsyncDisposable {
  readonly endpoint: string;
  readonly address: string;
  /** What the KMS was asked, in order. */
  readonly records: CallRecord[];
  /** What went to the log, as one text. */
  log(): string;
  close(timeoutMs: number): Promise<void>;
}

export interface DoorOptions extends Partial<Omit<AwsOptions, "identity">> {
  readonly auth?: "open" | "required";
  /** Takes the place of the KMS. */
  readonly call?: CallKms;
}

export async function openDoor({ auth = "open", call, ...options }: DoorOptions = {}): Promise<Door> {
  const fixture = await startFixture();
  const records: CallRecord[] = [];
  await fixture.restart({ identities: ADMINISTRATORS, record: (record) => records.push(record) });
  const lines: string[] = [];
  const findAccessKey: FindAccessKey = (id) => (id === ALICE.accessKeyId ? ALICE : undefined);
  const door = await serveAws({
    address: "127.0.0.1:0",
    services: { TrentService: kmsService(call ?? fixture.kms.call) },
    identity: { auth, findAccessKey, accountId: ACCOUNT, homeRegion: "us-east-1" },
    clock: { ...fixture.clock, now: () => Date.now() },
    log: pino({ level: "info" }, { write: (line: string) => void lines.push(line) }),
    ...options,
  });
  return {
    endpoint: `http://${door.address}`,
    address: door.address,
    records,
    log: () => lines.join(""),
    close: (timeoutMs) => door.close(timeoutMs),
    async [Symbol.asyncDispose]() {
      await door.close(1000);
      await fixture[Symbol.asyncDispose]();
    },
  };
}
