/** A client of AWS KMS over a stub, with a clock that stands still, and what it tells. */

import { pino } from "pino";
import { type ManualClock, manualClock } from "#envol/clock.ts";
import { createEventBus, type EnvolEvent } from "#envol/events.ts";
import { openAwsKms } from "#envol/kms/aws/aws-kms.ts";
import type { KeyUsability, KmsCaller, KmsClient } from "#envol/kms/kms-client.ts";
import type { AwsKmsOptions } from "#envol/options.ts";
import { BLOB, KEY_ARN, type StubKms, startStubKms } from "./stub-kms.ts";

export const CALLER: KmsCaller = { arn: "arn:aws:iam::111122223333:user/somebody", accountId: "111122223333" };
export const CONTEXT = { "aws:ebs:id": "vol-0123456789abcdef0" };
export const DECRYPT = { ciphertextBlob: BLOB, encryptionContext: CONTEXT, keyArn: KEY_ARN };

/** Where the SDK finds credentials in these tests, and looks for nothing else of this machine's. */
Object.assign(process.env, {
  AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
  AWS_SECRET_ACCESS_KEY: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  AWS_CONFIG_FILE: "/nonexistent",
  AWS_SHARED_CREDENTIALS_FILE: "/nonexistent",
  AWS_EC2_METADATA_DISABLED: "true",
});

export interface AwsFixture extends AsyncDisposable {
  readonly stub: StubKms;
  readonly clock: ManualClock;
  readonly client: KmsClient;
  readonly kms: Awaited<ReturnType<typeof openAwsKms>>;
  readonly events: EnvolEvent[];
  /** What listeners were told, and what resolves when they have been told so often. */
  readonly told: KeyUsability[];
  toldTimes(count: number): Promise<void>;
}

export async function startFixture(options: Partial<AwsKmsOptions> = {}): Promise<AwsFixture> {
  const stub = await startStubKms();
  const clock = manualClock();
  const bus = createEventBus(clock);
  const events: EnvolEvent[] = [];
  bus.subscribe((event) => void events.push(event));
  const kms = await openAwsKms({
    options: { provider: "aws", endpoint: stub.endpoint, ...options },
    region: "us-east-1",
    clock,
    events: bus,
    log: pino({ level: "silent" }),
  });
  const told: KeyUsability[] = [];
  const waiting = new Set<() => void>();
  kms.client.onKeyUsability(async (change) => {
    told.push(change);
    for (const look of [...waiting]) look();
  });
  return {
    stub,
    clock,
    client: kms.client,
    kms,
    events,
    told,
    toldTimes: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (told.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    async [Symbol.asyncDispose]() {
      await kms.close();
      await stub[Symbol.asyncDispose]();
    },
  };
}

/** Lets everything that has been decided happen: turns of the event loop until a condition holds. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
