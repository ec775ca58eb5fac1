import fc from "fast-check";
import { expect, test } from "vitest";
import { toEnvolError } from "#envol/errors.ts";
import type { KeyUsability } from "#envol/kms/kms-client.ts";
import { CALLER, refusal, startFixture, until } from "./fixture.ts";

/** A promise that is settled from outside. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

test.each(["DisableKey", "ScheduleKeyDeletion"] as const)(
  "%s waits for slow listeners, which run side by side",
  async (name) => {
    await using fixture = await startFixture();
    const { call, client } = fixture.kms;
    const { keyId, arn } = await fixture.key();
    const gates = [gate(), gate(), gate()];
    const told: KeyUsability[] = [];
    for (const { opened } of gates) {
      client.onKeyUsability((change) => {
        told.push(change);
        return opened;
      });
    }
    let answered = false;
    const asked = call(name, CALLER, { keyId }).then(() => {
      answered = true;
    });
    await until(() => told.length === 3);
    const keyState = name === "DisableKey" ? "Disabled" : "PendingDeletion";
    expect(told).toEqual(Array(3).fill({ keyArn: arn, keyState, usable: false }));
    // Already before the answer nobody can use the key.
    expect((await refusal(call("Encrypt", CALLER, { keyId, plaintext: Buffer.of(1) }))).message).toContain(arn);
    gates[1]!.open();
    gates[2]!.open();
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(false);
    gates[0]!.open();
    await asked;
  },
);

test("EnableKey tells listeners after the commit, when the key can be used", async () => {
  await using fixture = await startFixture();
  const { call, client } = fixture.kms;
  const { keyId, arn } = await fixture.key();
  const { ciphertextBlob } = await call("Encrypt", CALLER, { keyId, plaintext: Buffer.of(1) });
  await call("DisableKey", CALLER, { keyId });
  const told: KeyUsability[] = [];
  client.onKeyUsability(async (change) => {
    told.push(change);
    await client.decrypt(CALLER, { ciphertextBlob, encryptionContext: {} });
  });
  await call("EnableKey", CALLER, { keyId });
  expect(told).toEqual([{ keyArn: arn, keyState: "Enabled", usable: true }]);
});

test("a key that shows as enabled can be used, even before EnableKey is answered", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const { keyId } = await fixture.key();
  await call("DisableKey", CALLER, { keyId });
  const { opened, open } = gate();
  fixture.tables.keys.beforeAnswer = () => opened;
  const asked = call("EnableKey", CALLER, { keyId });
  await until(() => fixture.tables.keys.get(keyId)?.state === "Enabled");
  await call("Encrypt", CALLER, { keyId, plaintext: Buffer.of(1) });
  open();
  await asked;
});

test("disabling a disabled key waits for listeners again, and makes no second event", async () => {
  await using fixture = await startFixture();
  const { call, client } = fixture.kms;
  const { keyId } = await fixture.key();
  let calls = 0;
  const stop = client.onKeyUsability(async () => {
    calls += 1;
  });
  await call("DisableKey", CALLER, { keyId });
  await call("DisableKey", CALLER, { keyId });
  expect(calls).toBe(2);
  expect(fixture.events.filter(({ state }) => state === "Disabled")).toHaveLength(1);
  stop();
  await call("DisableKey", CALLER, { keyId });
  expect(calls).toBe(2);
});

test("when a listener fails the others are waited for, the state stands, and the caller is told", async () => {
  await using fixture = await startFixture();
  const { call, client } = fixture.kms;
  const { keyId, arn } = await fixture.key();
  const { opened, open } = gate();
  let slowDone = false;
  let broken = true;
  client.onKeyUsability(() => {
    if (broken) throw new Error("thrown, with a secret");
    return Promise.resolve();
  });
  client.onKeyUsability(() => (broken ? Promise.reject(new Error("rejected")) : Promise.resolve()));
  client.onKeyUsability(async () => {
    await opened;
    slowDone = true;
  });
  const asked = call("DisableKey", CALLER, { keyId });
  await until(() => fixture.tables.keys.get(keyId)?.state === "Disabled");
  open();
  const { code, message } = await refusal(asked);
  expect(code).toBe("KMS_INTERNAL");
  expect(message).toContain(`${arn} is in state Disabled now`);
  expect(message).not.toContain("secret");
  expect(slowDone).toBe(true);
  const used = call("Encrypt", CALLER, { keyId, plaintext: Buffer.of(1) });
  expect(await refusal(used)).toMatchObject({ code: "KEY_DISABLED" });
  broken = false;
  await call("DisableKey", CALLER, { keyId });
});

test("state changes of one key run one after the other, those of two keys side by side", async () => {
  await using fixture = await startFixture();
  const { call, client } = fixture.kms;
  const [slow, quick] = [await fixture.key(), await fixture.key()];
  const { opened, open } = gate();
  const told: string[] = [];
  client.onKeyUsability(async ({ keyArn, keyState }) => {
    told.push(`${keyArn === slow.arn ? "slow" : "quick"} ${keyState}`);
    if (keyArn === slow.arn && keyState === "Disabled") await opened;
  });
  const changes = [
    call("DisableKey", CALLER, { keyId: slow.keyId }),
    call("EnableKey", CALLER, { keyId: slow.keyId }),
    call("ScheduleKeyDeletion", CALLER, { keyId: slow.keyId }),
  ];
  await call("DisableKey", CALLER, { keyId: quick.keyId });
  await until(() => told.length === 2);
  expect([...told].sort()).toEqual(["quick Disabled", "slow Disabled"]);
  open();
  await Promise.all(changes);
  expect(told.filter((text) => text.startsWith("slow"))).toEqual([
    "slow Disabled",
    "slow Enabled",
    "slow PendingDeletion",
  ]);
});

test("a listener may use grants of the key that is changing", async () => {
  await using fixture = await startFixture();
  const { call, client } = fixture.kms;
  const { keyId, arn } = await fixture.key();
  const grant = { granteePrincipal: CALLER.arn, retiringPrincipal: CALLER.arn, operations: ["Decrypt"] };
  const { grantId } = await client.createGrant(CALLER, { ...grant, keyId, encryptionContextSubset: {} });
  client.onKeyUsability(() => client.retireGrant(CALLER, { keyArn: arn, grantId }));
  await call("DisableKey", CALLER, { keyId });
  expect(fixture.tables.grants.size).toBe(0);
});

test("no plaintext is handed out after DisableKey has returned, however the calls fall", async () => {
  await using fixture = await startFixture();
  const { call, client } = fixture.kms;
  const { keyId } = await fixture.key();
  const encryptionContext = { "aws:ebs:id": "vol-0123456789abcdef0" };
  const request = { keyId, numberOfBytes: 64, encryptionContext };
  const { ciphertextBlob } = await call("GenerateDataKeyWithoutPlaintext", CALLER, request);
  const pause = async (turns: number) => {
    for (let turn = 0; turn < turns; turn += 1) {
      // Odd turns are microtasks, even ones go round the event loop.
      if (turn % 2 === 0) await new Promise((resolve) => setImmediate(resolve));
      else await null;
    }
  };
  let opened = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ turns: fc.nat(12), named: fc.boolean() }), { minLength: 4, maxLength: 12 }),
      fc.nat(6),
      fc.nat(6),
      fc.nat(6),
      async (decrypts, start, commit, answer) => {
        await call("EnableKey", CALLER, { keyId });
        fixture.tables.keys.beforeCommit = () => pause(commit);
        fixture.tables.keys.beforeAnswer = () => pause(answer);
        let disabled = false;
        const disabling = pause(start)
          .then(() => call("DisableKey", CALLER, { keyId }))
          .then(() => {
            disabled = true;
          });
        const decrypting = decrypts.map(async ({ turns, named }) => {
          await pause(turns);
          // Naming the key takes the longer way, over resolving the name.
          const asked = { ciphertextBlob, encryptionContext, ...(named ? { keyId } : {}) };
          try {
            await client.decrypt(CALLER, asked);
            expect(disabled, "a plaintext came after DisableKey had returned").toBe(false);
            opened += 1;
          } catch (error) {
            if (toEnvolError(error).code !== "KEY_DISABLED") throw error;
            refused += 1;
          }
        });
        await Promise.all([disabling, ...decrypting]);
      },
    ),
    { numRuns: 300 },
  );
  // Both sides of the race were seen, or this test proves nothing.
  expect(opened).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
});

test("any order of state changes at once ends in a state that one of them gave", async () => {
  await using fixture = await startFixture();
  const { call, client } = fixture.kms;
  const change = fc.constantFrom("EnableKey", "DisableKey", "ScheduleKeyDeletion", "CancelKeyDeletion");
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
      const { keyId, arn } = await fixture.key();
      const told: KeyUsability[] = [];
      const stop = client.onKeyUsability(async (usability) => {
        told.push(usability);
      });
      const states = {
        EnableKey: "Enabled",
        DisableKey: "Disabled",
        ScheduleKeyDeletion: "PendingDeletion",
        CancelKeyDeletion: "Disabled",
      };
      let expected = "Enabled";
      for (const name of changes) {
        const pending = expected === "PendingDeletion";
        if (pending === (name === "CancelKeyDeletion")) expected = states[name];
      }
      await Promise.allSettled(changes.map((name) => call(name, CALLER, { keyId })));
      stop();
      const { keyMetadata } = await call("DescribeKey", CALLER, { keyId });
      expect(keyMetadata.keyState).toBe(expected);
      if (told.length > 0)
        expect(told.at(-1)).toEqual({ keyArn: arn, keyState: expected, usable: expected === "Enabled" });
      const used = call("Encrypt", CALLER, { keyId, plaintext: Buffer.of(1) });
      expect(
        await used.then(
          () => true,
          () => false,
        ),
      ).toBe(expected === "Enabled");
    }),
    { numRuns: 50 },
  );
});
