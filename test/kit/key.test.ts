import { createPublicKey, verify } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Envol, startEnvol } from "#envol/kit/start-envol.ts";

let envol: Envol;
beforeAll(async () => {
  envol = await startEnvol();
});
afterAll(() => envol.close());

const ALICE = "arn:aws:iam::000000000000:user/alice";

test("a key has the names, tags and policy that it is made with, and takes others", async () => {
  const policy = { Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }] };
  const key = await envol.createKey({ aliases: ["alias/a", "alias/b"], tags: { team: "storage" }, policy });
  expect((await envol.keys.describeKey({ keyId: "alias/b" })).keyMetadata?.keyId).toBe(key.keyId);
  expect(JSON.parse(await key.policy())).toEqual(policy);
  const { Statement: statements } = policy;
  await key.putPolicy({ Version: "2012-10-17", Statement: statements });
  expect(JSON.parse(await key.policy())).toEqual({ Version: "2012-10-17", Statement: statements });
  await expect(key.putPolicy("{")).rejects.toMatchObject({ code: "POLICY_INVALID", field: "policy" });
  await key.tag({ team: "backup", tier: "1" });
  expect(await key.tags()).toEqual({ team: "backup", tier: "1" });
  await key.untag(["team"]);
  expect(await key.tags()).toEqual({ tier: "1" });
});

test("a volume goes on after a rotation, which it does not notice", async () => {
  const key = await envol.createKey();
  await using volume = await envol.createVolume({ key });
  await volume.write(0, Buffer.from("precious"));
  const before = (await key.describe()).currentKeyMaterialId;
  await key.rotate();
  expect((await key.describe()).currentKeyMaterialId).not.toBe(before);
  expect((await volume.read(0, 8)).toString()).toBe("precious");
  await key.enableRotation({ rotationPeriodInDays: 90 });
  const status = () => envol.keys.getKeyRotationStatus({ keyId: key.keyId });
  expect(await status()).toMatchObject({ keyRotationEnabled: true, rotationPeriodInDays: 90 });
  await key.disableRotation();
  expect((await status()).keyRotationEnabled).toBe(false);
});

test("a grant allows what it says, until it is revoked", async () => {
  const key = await envol.createKey();
  const context = { purpose: "test" };
  const grant = await key.grant(ALICE, { operations: ["Decrypt"], encryptionContextSubset: context, name: "once" });
  const again = await key.grant(ALICE, { operations: ["Decrypt"], encryptionContextSubset: context, name: "once" });
  expect(again.grantId).toBe(grant.grantId);
  const { grants } = await envol.keys.listGrants({ keyId: key.keyId });
  expect(grants).toMatchObject([{ granteePrincipal: ALICE, encryptionContextSubset: context, name: "once" }]);
  await grant.revoke();
  expect((await envol.keys.listGrants({ keyId: key.keyId })).grants).toEqual([]);
});

test("an asymmetric key signs, and anyone with its public key can tell", async () => {
  const key = await envol.createKey({ keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" });
  const message = Buffer.from("attack at dawn");
  const options = { signingAlgorithm: "ECDSA_SHA_256" } as const;
  const signature = await key.sign(message, options);
  await key.verify(message, signature, options);
  const publicKey = createPublicKey({ key: await key.publicKey(), format: "der", type: "spki" });
  expect(verify("sha256", message, publicKey, signature)).toBe(true);
  const other = key.verify(Buffer.from("attack at noon"), signature, options);
  await expect(other).rejects.toMatchObject({ code: "SIGNATURE_INVALID" });
});
