import { describe, expect, test } from "vitest";
import { KEY_STATES, type KeyOperation } from "#envol/kms/embedded/key-states.ts";
import type { Kms } from "#envol/kms/embedded/kms.ts";
import { cancelKeyDeletion } from "#envol/kms/embedded/operations/cancel-key-deletion.ts";
import { createAlias } from "#envol/kms/embedded/operations/create-alias.ts";
import { createGrant } from "#envol/kms/embedded/operations/create-grant.ts";
import { createKey } from "#envol/kms/embedded/operations/create-key.ts";
import { decrypt } from "#envol/kms/embedded/operations/decrypt.ts";
import { deleteAlias } from "#envol/kms/embedded/operations/delete-alias.ts";
import { describeKey } from "#envol/kms/embedded/operations/describe-key.ts";
import { disableKey } from "#envol/kms/embedded/operations/disable-key.ts";
import { enableKey } from "#envol/kms/embedded/operations/enable-key.ts";
import { encrypt } from "#envol/kms/embedded/operations/encrypt.ts";
import { generateDataKey } from "#envol/kms/embedded/operations/generate-data-key.ts";
import { generateDataKeyWithoutPlaintext } from "#envol/kms/embedded/operations/generate-data-key-without-plaintext.ts";
import { listAliases } from "#envol/kms/embedded/operations/list-aliases.ts";
import { listGrants } from "#envol/kms/embedded/operations/list-grants.ts";
import { reEncrypt } from "#envol/kms/embedded/operations/re-encrypt.ts";
import { retireGrant } from "#envol/kms/embedded/operations/retire-grant.ts";
import { revokeGrant } from "#envol/kms/embedded/operations/revoke-grant.ts";
import { scheduleKeyDeletion } from "#envol/kms/embedded/operations/schedule-key-deletion.ts";
import { updateAlias } from "#envol/kms/embedded/operations/update-alias.ts";
import { startKms, stopKms } from "#envol/kms/embedded/start.ts";
import type { KeyState } from "#envol/kms/key-operations.ts";
import { CALLER, refusal, startFixture } from "./fixture.ts";

const STATES: readonly KeyState[] = [
  ...(["Enabled", "Disabled", "PendingDeletion", "PendingReplicaDeletion"] as const),
  ...(["PendingImport", "Unavailable", "Creating", "Updating"] as const),
];

/** What AWS answers, by the footnotes of the developer guide's table. */
const FOOTNOTES: Readonly<Record<string, readonly [code: string, text: string]>> = {
  1: ["KEY_DISABLED", "is disabled."],
  3: ["KEY_STATE_INVALID", "is pending deletion."],
  "3r": ["KEY_STATE_INVALID", "is pending replica deletion."],
  4: ["KEY_STATE_INVALID", "is not pending deletion."],
  5: ["KEY_STATE_INVALID", "is pending import."],
  11: ["KEY_STATE_INVALID", "is unavailable."],
  14: ["KEY_STATE_INVALID", "is creating."],
  15: ["KEY_STATE_INVALID", "is updating."],
};

/** The developer guide's table, copied a second time: a cell changed by mistake must not change its own test. */
// biome-ignore format: a table reads best with a row on a line.
const GUIDE: Readonly<Record<KeyOperation, string>> = {
  //                                En  Dis Del Rep Imp Unav Creat Upd
  Encrypt:                         "ok  1   3   3r  5   11   14    ok",
  Decrypt:                         "ok  1   3   3r  5   11   14    ok",
  ReEncrypt:                       "ok  1   3   3r  5   11   14    ok",
  GenerateDataKey:                 "ok  1   3   3r  5   11   14    ok",
  GenerateDataKeyWithoutPlaintext: "ok  1   3   3r  5   11   14    ok",
  CreateGrant:                     "ok  1   3   3r  5   ok   14    ok",
  EnableKey:                       "ok  ok  3   3r  5   ok   14    15",
  DisableKey:                      "ok  ok  3   3r  5   ok   14    15",
  ScheduleKeyDeletion:             "ok  ok  3   3r  ok  ok   ok    15",
  CancelKeyDeletion:               "4   4   ok  ok  4   4    4     4",
  CreateAlias:                     "ok  ok  3   3r  ok  ok   ok    ok",
  UpdateAlias:                     "ok  ok  3   3r  ok  ok   ok    ok",
  DeleteAlias:                     "ok  ok  ok  ok  ok  ok   ok    ok",
  ListAliases:                     "ok  ok  ok  ok  ok  ok   ok    ok",
  DescribeKey:                     "ok  ok  ok  ok  ok  ok   ok    ok",
  ListGrants:                      "ok  ok  ok  ok  ok  ok   ok    ok",
  RetireGrant:                     "ok  ok  ok  ok  ok  ok   ok    ok",
  RevokeGrant:                     "ok  ok  ok  ok  ok  ok   ok    ok",
};

interface Subject {
  readonly keyId: string;
  readonly blob: Uint8Array;
  readonly otherKeyId: string;
  readonly aliasName: string;
  readonly grantId: string;
}

const GRANT = { granteePrincipal: CALLER.arn, retiringPrincipal: CALLER.arn, encryptionContextSubset: {} };
const CALLS: Readonly<Record<KeyOperation, (kms: Kms, subject: Subject) => Promise<unknown>>> = {
  Encrypt: (kms, { keyId }) => encrypt(kms, CALLER, { keyId, plaintext: Buffer.from("text") }),
  Decrypt: (kms, { blob }) => decrypt(kms, CALLER, { ciphertextBlob: blob }),
  ReEncrypt: (kms, { blob, otherKeyId }) =>
    reEncrypt(kms, CALLER, { ciphertextBlob: blob, destinationKeyId: otherKeyId }),
  GenerateDataKey: (kms, { keyId }) => generateDataKey(kms, CALLER, { keyId, numberOfBytes: 64 }),
  GenerateDataKeyWithoutPlaintext: (kms, { keyId }) =>
    generateDataKeyWithoutPlaintext(kms, CALLER, { keyId, numberOfBytes: 64 }),
  CreateGrant: (kms, { keyId }) => createGrant(kms, CALLER, { ...GRANT, keyId, operations: ["Decrypt"] }),
  EnableKey: (kms, { keyId }) => enableKey(kms, CALLER, { keyId }),
  DisableKey: (kms, { keyId }) => disableKey(kms, CALLER, { keyId }),
  ScheduleKeyDeletion: (kms, { keyId }) => scheduleKeyDeletion(kms, CALLER, { keyId }),
  CancelKeyDeletion: (kms, { keyId }) => cancelKeyDeletion(kms, CALLER, { keyId }),
  CreateAlias: (kms, { keyId, aliasName }) =>
    createAlias(kms, CALLER, { aliasName: `${aliasName}-2`, targetKeyId: keyId }),
  UpdateAlias: (kms, { keyId, aliasName }) => updateAlias(kms, CALLER, { aliasName, targetKeyId: keyId }),
  DeleteAlias: (kms, { aliasName }) => deleteAlias(kms, CALLER, { aliasName }),
  ListAliases: (kms, { keyId }) => listAliases(kms, CALLER, { keyId }),
  DescribeKey: (kms, { keyId }) => describeKey(kms, CALLER, { keyId }),
  ListGrants: (kms, { keyId }) => listGrants(kms, CALLER, { keyId }),
  RetireGrant: (kms, { keyId, grantId }) => retireGrant(kms, CALLER, { keyArn: keyId, grantId }),
  RevokeGrant: (kms, { keyId, grantId }) => revokeGrant(kms, CALLER, { keyId, grantId }),
};

/** A key in the given state, with an alias, a grant and a ciphertext from when it was enabled. */
async function subjectIn(kms: Kms, state: KeyState): Promise<Subject> {
  const { keyId } = (await createKey(kms, CALLER, {})).keyMetadata;
  const { keyId: otherKeyId } = (await createKey(kms, CALLER, {})).keyMetadata;
  const { ciphertextBlob: blob } = await encrypt(kms, CALLER, { keyId, plaintext: Buffer.from("text") });
  const aliasName = `alias/${keyId}`;
  await createAlias(kms, CALLER, { aliasName, targetKeyId: keyId });
  const { grantId } = await createGrant(kms, CALLER, { ...GRANT, keyId, operations: ["Decrypt"] });
  const key = kms.tables.keys.get(keyId)!;
  await kms.tables.keys.write((writes) => writes.put(keyId, { ...key, state }));
  return { keyId, blob, otherKeyId, aliasName, grantId };
}

function cellsOf(operation: KeyOperation): string[] {
  return GUIDE[operation].split(/\s+/);
}

test("the guide's table and the table in the code have the same operations", () => {
  expect(Object.keys(KEY_STATES).sort()).toEqual(Object.keys(GUIDE).sort());
  for (const operation of Object.keys(GUIDE) as KeyOperation[]) {
    expect(Object.keys(KEY_STATES[operation])).toEqual(STATES);
  }
});

describe.each(Object.keys(GUIDE) as KeyOperation[])("%s", (operation) => {
  test.each(STATES)("on a key that is %s", async (state) => {
    await using fixture = await startFixture();
    const kms = await startKms(fixture.options);
    try {
      const subject = await subjectIn(kms, state);
      const before = kms.tables.keys.get(subject.keyId);
      const footnote = cellsOf(operation)[STATES.indexOf(state)]!;
      if (footnote === "ok") {
        await CALLS[operation](kms, subject);
        return;
      }
      const [code, text] = FOOTNOTES[footnote]!;
      const arn = `arn:aws:kms:us-east-1:111122223333:key/${subject.keyId}`;
      expect(await refusal(CALLS[operation](kms, subject))).toMatchObject({ code, message: `${arn} ${text}` });
      expect(kms.tables.keys.get(subject.keyId)).toEqual(before);
    } finally {
      await stopKms(kms);
    }
  });
});

test("ReEncrypt checks the destination's state too", async () => {
  await using fixture = await startFixture();
  const { operations } = fixture.kms;
  const [source, destination] = [await fixture.key(), await fixture.key()];
  const { ciphertextBlob } = await operations.encrypt(CALLER, { keyId: source.keyId, plaintext: Buffer.from("text") });
  await operations.disableKey(CALLER, { keyId: destination.keyId });
  const asked = operations.reEncrypt(CALLER, { ciphertextBlob, destinationKeyId: destination.arn });
  expect(await refusal(asked)).toEqual({ code: "KEY_DISABLED", message: `${destination.arn} is disabled.` });
});
