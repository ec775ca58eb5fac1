import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEnvol } from "envol";
import { pino } from "pino";
import { expect, test } from "vitest";
import { manualClock } from "#envol/clock.ts";
import { clearCore, type Foundation, openCore } from "#envol/core.ts";
import { createCipherPool } from "#envol/crypto/cipher-pool.ts";
import { createKeySlots } from "#envol/crypto/key-slots.ts";
import { createEventBus } from "#envol/events.ts";
import { parseSeed } from "#envol/seed.ts";
import { openStore } from "#envol/store/store.ts";
import { refusal } from "../kms/fixture.ts";
import { ACCOUNT, ALICE, OTHER_ACCOUNT, ROOT, roleArn } from "./world.ts";

const KEY_ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const SEED = `
keys:
  - keyId: ${KEY_ID}
    material: ${Buffer.alloc(32, 1).toString("base64")}
    aliases: [alias/seeded]
principals:
  - name: alice
    kind: user
    tags: { team: storage }
    policies:
      use-keys:
        Version: "2012-10-17"
        Statement: { Effect: Allow, Action: "kms:*", Resource: "*" }
    accessKeys:
      - { accessKeyId: AKIAIOSFODNN7EXAMPLE, secretAccessKey: ${SECRET} }
  - name: app
    kind: role
    accountId: "${OTHER_ACCOUNT}"
  - kind: root
    accessKeys:
      - accessKeyId: AKIAI44QH8DHBEXAMPLE
        secretAccessKey: ${SECRET}
`;

async function startFoundation(seed: string) {
  const directory = await mkdtemp(join(tmpdir(), "envol-seed-"));
  const clock = manualClock(1_800_000_000_000);
  const keySlots = createKeySlots(4);
  const pool = createCipherPool({ workers: 1, keySlots });
  const store = await openStore(directory);
  const foundation: Foundation = {
    ...{ store, keySlots, pool, clock, events: createEventBus(clock), log: pino({ level: "silent" }) },
    ...{ mode: "strict", region: "us-east-1", accountId: ACCOUNT, auth: "open", seed: parseSeed(seed) },
  };
  return {
    foundation,
    open: () => openCore(foundation, Buffer.alloc(32, 7)),
    async [Symbol.asyncDispose]() {
      await pool.close();
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
}

test("the principals of a seed are there, stay as they are, and are there again after a reset", async () => {
  await using fixture = await startFoundation(SEED);
  const first = await fixture.open();
  const held = { secretAccessKey: SECRET, arn: ALICE.arn, accountId: ACCOUNT };
  expect(first.principals.findAccessKey("AKIAIOSFODNN7EXAMPLE")).toEqual(held);
  expect(first.principals.findAccessKey("AKIAI44QH8DHBEXAMPLE")).toEqual({ ...held, arn: ROOT.arn });
  const seeded = first.principals.list();
  expect(seeded.map(({ arn }) => arn)).toEqual([ROOT.arn, ALICE.arn, roleArn("app", OTHER_ACCOUNT)]);
  expect(first.principals.get(ALICE.arn).tags).toEqual({ team: "storage" });
  await first.call("DescribeKey", ALICE, { keyId: "alias/seeded" });
  // A change outlives the next start, although the seed says otherwise.
  await first.principals.deletePolicy(ALICE.arn, "use-keys");
  await first.principals.deleteAccessKey("AKIAI44QH8DHBEXAMPLE");
  await first.principals.create({ name: "bob", kind: "user" });
  await first.close();
  const second = await fixture.open();
  expect(second.principals.get(ALICE.arn).policies).toEqual({});
  expect(await refusal(second.call("DescribeKey", ALICE, { keyId: "alias/seeded" }))).toMatchObject({
    code: "ACCESS_DENIED",
  });
  // And a reset takes everything back to the seed.
  await second.abandon();
  await clearCore(fixture.foundation);
  const third = await fixture.open();
  expect(third.principals.list()).toEqual(seeded);
  await third.call("DescribeKey", ALICE, { keyId: "alias/seeded" });
  await third.close();
});

const oneUser = (more: string) => `principals:\n  - name: alice\n    kind: user\n${more}`;

test.each<[string, string, string]>([
  [
    "a kind of another name",
    "principals:\n  - {name: a, kind: group}",
    "The seed's principals[0].kind, in line 2, column 21, must be user, role or root.",
  ],
  ["no name", "principals:\n  - kind: user", "The seed's principals[0].name, in line 2, column 5, is required."],
  [
    "a root with a name",
    "principals: [{kind: root, name: me}]",
    "The seed's principals[0].name, in line 1, column 33, is given for a root, which has none.",
  ],
  [
    "an account without quotes",
    oneUser("    accountId: 000000000000"),
    "The seed's principals[0].accountId, in line 4, column 16, must be 12 digits in quotes.",
  ],
  [
    "an unknown field",
    oneUser("    policy: {}"),
    "The seed's principals[0].policy, in line 4, column 13, is no field of a principal.",
  ],
  [
    "an access key without its secret",
    oneUser("    accessKeys: [{accessKeyId: AKIAIOSFODNN7EXAMPLE}]"),
    "The seed's principals[0].accessKeys[0].secretAccessKey, in line 4, column 18, is required.",
  ],
  [
    "two keys of one name in a map",
    oneUser("    kind: role"),
    "The seed, in line 4, column 5, is not valid YAML or JSON: map keys must be unique.",
  ],
  [
    "JSON that breaks off",
    '{"principals": [',
    "The seed, in line 1, column 17, is not valid YAML or JSON: flow sequence in block collection must be sufficiently indented and end with a ].",
  ],
])("a seed with %s is refused, with the place", (_, source, message) => {
  expect(() => parseSeed(source)).toThrow(message);
});

test.each<[string, string, string]>([
  [
    "a malformed policy",
    oneUser("    policies: {p: {Statement: []}}"),
    "The seed's principals[0], in line 2, column 5, is refused: The policy has no statement.",
  ],
  [
    "a bad name",
    "principals: [{name: a/b, kind: role}]",
    "The seed's principals[0], in line 1, column 14, is refused: 1 validation error detected: Value 'a/b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+.",
  ],
  [
    "a principal twice",
    "principals:\n  - {name: a, kind: role}\n  - {name: a, kind: role}",
    `The seed's principals[1], in line 3, column 5, is refused: ${roleArn("a")} is in the seed before.`,
  ],
  [
    "a secret with a space, which is not told",
    oneUser("    accessKeys: [{accessKeyId: AKIAIOSFODNN7EXAMPLE, secretAccessKey: my secret}]"),
    "The seed's principals[0], in line 2, column 5, is refused: secretAccessKey must be 1 to 128 printable ASCII characters without spaces.",
  ],
  [
    "a bad key beside a good principal",
    `${oneUser("")}keys: [{keyId: x, material: AAAA}]`,
    "The seed's keys[0].keyId, in line 4, column 16, must be a UUID in lower case, or mrk- and 32 hexadecimal digits.",
  ],
])("a seed with %s is refused, and makes nothing", async (_, source, message) => {
  await using fixture = await startFoundation(source);
  expect(await refusal(fixture.open())).toEqual({ code: "CONFIG_INVALID", message, field: "seed" });
  const { store } = fixture.foundation;
  expect(store.table("keys").size).toBe(0);
  expect([...store.table("principals").entries()].map(([arn]) => arn)).toEqual([ROOT.arn]);
});

test("a daemon is started with a seed file, and has its world again after a reset", async () => {
  const directory = await mkdtemp(join(tmpdir(), "envol-seed-file-"));
  try {
    const seedFile = join(directory, "seed.yaml");
    await writeFile(seedFile, SEED);
    await using envol = await startEnvol({ seedFile, accountId: ACCOUNT });
    const seeded = async () => (await envol.keys.describeKey({ keyId: "alias/seeded" })).keyMetadata?.keyId;
    expect(await seeded()).toBe(KEY_ID);
    await envol.keys.deleteAlias({ aliasName: "alias/seeded" });
    await writeFile(seedFile, "the daemon has read it");
    await envol.reset();
    expect(await seeded()).toBe(KEY_ID);
    expect(await refusal(startEnvol({ seedFile }))).toMatchObject({
      code: "CONFIG_INVALID",
      message: "The seed, in line 1, column 1, must be an object.",
    });
    const missing = join(directory, "none.yaml");
    expect(await refusal(startEnvol({ seedFile: missing }))).toEqual({
      code: "CONFIG_INVALID",
      message: `seedFile: cannot read ${missing} (ENOENT).`,
      field: "seedFile",
    });
  } finally {
    await rm(directory, { recursive: true });
  }
});
