/** `envol key`, beyond the life of a key; and OpenSSL, which is to take what comes out and give what goes in. */

import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXIT } from "#envol/errors.ts";
import { needs, runs } from "../needs.ts";
import { type Served, serve } from "./process.ts";

let daemon: Served;
beforeAll(async () => {
  daemon = await serve();
});
afterAll(() => daemon[Symbol.asyncDispose]());

const ACCOUNT = "arn:aws:iam::000000000000";
const file = (name: string) => join(daemon.directory, name);

async function text(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await daemon.run(args);
  if (code !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  return stdout.toString();
}

/** What a refused command says: exit code and standard error. */
async function refused(...args: string[]): Promise<string> {
  const { code, stderr } = await daemon.run(args);
  return `${code} ${stderr}`;
}

describe("create", () => {
  it("names, tags and describes the key, and says who manages and uses it", async () => {
    const printed = await text(
      ...["key", "create", "--alias", "lab", "--alias", "alias/also", "--description", "For the lab"],
      ...["--tag", "team=storage", "--administrator", "alice", "--user", "bob", "--user", "role/app"],
    );
    expect(printed).toMatch(/^aliases +alias\/lab, alias\/also$/m);
    expect(await text("key", "show", "alias/also")).toMatch(/^description +For the lab$/m);
    expect(await text("key", "tags", "alias/lab")).toBe("TAG   VALUE\nteam  storage\n");
    const { Statement: statements } = JSON.parse(await text("key", "policy", "get", "alias/lab"));
    expect(statements.map(({ Sid, Principal }: Record<string, unknown>) => [Sid, Principal])).toEqual([
      ["Enable IAM User Permissions", { AWS: `${ACCOUNT}:root` }],
      ["Allow access for Key Administrators", { AWS: `${ACCOUNT}:user/alice` }],
      ["Allow use of the key", { AWS: [`${ACCOUNT}:user/bob`, `${ACCOUNT}:role/app`] }],
      ["Allow attachment of persistent resources", { AWS: [`${ACCOUNT}:user/bob`, `${ACCOUNT}:role/app`] }],
    ]);
  });

  it("leaves no key behind when an alias is taken or is none, or the options contradict", async () => {
    await daemon.json("key", "create", "--alias", "taken");
    const count = async () => (await daemon.json("key", "list")).keys.length;
    const before = await count();
    expect(await refused("key", "create", "--alias", "taken")).toContain("alias/taken names key");
    expect(await refused("key", "create", "--alias", "two words")).toContain("--alias: expected letters");
    expect(await refused("key", "create", "--alias", "aws/mine")).toContain("--alias: expected letters");
    const both = ["--policy", "-", "--user", "bob"];
    expect(await refused("key", "create", ...both)).toContain("[ARGUMENT_COMBINATION]");
    expect(await refused("key", "create", "--spec", "SM2", "--usage", "SIGN_VERIFY")).toContain("[KMS_UNSUPPORTED]");
    expect(await count()).toBe(before);
  });

  it("takes spec, usage, origin and several Regions", async () => {
    const create = async (...args: string[]) => (await daemon.json("key", "create", ...args)).keyMetadata;
    expect(await create("--spec", "RSA_2048", "--usage", "SIGN_VERIFY")).toMatchObject({ keyUsage: "SIGN_VERIFY" });
    expect(await create("--origin", "EXTERNAL")).toMatchObject({ keyState: "PendingImport" });
    const { keyId } = await create("--multi-region");
    expect(await text("key", "replicate", keyId, "eu-west-1", "--tag", "a=b")).toMatch(
      /^multi-Region +REPLICA of us-/m,
    );
    expect(await text("key", "show", keyId)).toMatch(/^replicas in +eu-west-1$/m);
    await text("key", "promote", keyId, "eu-west-1");
    expect(await text("key", "show", keyId)).toMatch(/^multi-Region +REPLICA of eu-west-1$/m);
  });
});

describe("what a key says of itself", () => {
  it("is changed: tags, description, policy", async () => {
    const { keyId } = (await daemon.json("key", "create", "--alias", "labels")).keyMetadata;
    await text("key", "tag", "alias/labels", "a=1", "b=2");
    await text("key", "untag", "alias/labels", "a");
    expect((await daemon.json("key", "tags", keyId)).tags).toEqual([{ tagKey: "b", tagValue: "2" }]);
    expect(await refused("key", "tag", "alias/labels", "nothing")).toContain("TAG: expected NAME=VALUE");
    await text("key", "update-description", "alias/labels", "Labelled");
    expect(await text("key", "show", "alias/labels")).toMatch(/^description +Labelled$/m);

    await text("key", "policy", "put", "alias/labels", "--user", "bob");
    writeFileSync(file("policy.json"), await text("key", "policy", "get", "alias/labels"));
    await text("key", "policy", "put", "alias/labels", "--administrator", "alice");
    expect(await text("key", "policy", "get", "alias/labels")).not.toContain("bob");
    await text("key", "policy", "put", "alias/labels", "--policy", file("policy.json"));
    expect(await text("key", "policy", "get", "alias/labels")).toBe(readFileSync(file("policy.json"), "utf8"));
    expect(await refused("key", "policy", "put", "alias/labels")).toContain("[MISSING_ARGUMENT]");
    const locked = { Effect: "Allow", Principal: { AWS: `${ACCOUNT}:user/bob` }, Action: "kms:*", Resource: "*" };
    writeFileSync(file("locked.json"), JSON.stringify({ Statement: locked }));
    const put = ["key", "policy", "put", "alias/labels", "--policy", file("locked.json")];
    expect(await refused(...put)).toContain("[POLICY_INVALID]");
    await text(...put, "--no-lockout-check");
  });

  it("is when it was last used", async () => {
    const { keyId } = (await daemon.json("key", "create")).keyMetadata;
    expect(await text("key", "last-usage", keyId)).toMatch(/^last use +none$/m);
    await text("key", "encrypt", keyId, "--text", "a");
    expect(await text("key", "last-usage", keyId)).toMatch(/^last use +Encrypt at \d{4}-/m);
  });
});

it("rotation: now, by a schedule, and what there was", async () => {
  await daemon.json("key", "create", "--alias", "rotating");
  const sealed = (await text("key", "encrypt", "alias/rotating", "--text", "before")).trim();
  await text("key", "rotate", "alias/rotating");
  expect(await text("key", "decrypt", sealed, "--output", "raw")).toBe("before");
  expect(await text("key", "rotation", "list", "alias/rotating")).toMatch(/^[0-9a-f]{64} +CURRENT .* ON_DEMAND$/m);
  expect((await daemon.json("key", "rotation", "list", "alias/rotating", "--all")).rotations).toHaveLength(2);
  expect(await text("key", "rotation", "status", "alias/rotating")).toMatch(/^rotation +not by itself$/m);
  await text("key", "rotation", "enable", "alias/rotating", "--days", "90");
  expect(await text("key", "rotation", "status", "alias/rotating")).toMatch(/^rotation +every 90 days\nnext +\d{4}-/m);
  await text("key", "rotation", "disable", "alias/rotating");
  expect((await daemon.json("key", "rotation", "status", "alias/rotating")).keyRotationEnabled).toBe(false);
});

describe("grants", () => {
  it("are made, used, listed, retired and revoked", async () => {
    await daemon.json("key", "create", "--alias", "granting");
    const create = (...args: string[]) => daemon.json("key", "grant", "create", "alias/granting", ...args);
    const first = await create("--to", "bob", "--operations", "Encrypt,Decrypt", "--context", "purpose=demo");
    const second = await create("--to", "role/app", "--operations", "DescribeKey", "--retirable-by", "alice");
    const exact = ["--context", "a=b", "--exact-context", "--name", "once"];
    const third = await create("--to", `${ACCOUNT}:root`, "--operations", "Encrypt", ...exact);
    const list = await text("key", "grant", "list", "alias/granting");
    expect(list).toMatch(new RegExp(`^${first.grantId}  Encrypt, Decrypt +${ACCOUNT}:user/bob +purpose=demo$`, "m"));
    expect(list).toMatch(new RegExp(`^${second.grantId}  DescribeKey +${ACCOUNT}:role/app$`, "m"));
    expect(list).toMatch(/ exactly a=b$/m);
    expect(await text("key", "grants", "alias/granting")).toBe(list);

    const encrypt = ["key", "encrypt", "alias/granting", "--text", "x", "--grant-token", third.grantToken];
    await text(...encrypt, "--context", "a=b");
    expect(await refused(...encrypt, "--context", "a=b", "--dry-run")).toMatch(
      new RegExp(`^${EXIT.refusedByState} .*DRY_RUN`),
    );

    await text("key", "grant", "retire", "--token", first.grantToken);
    await text("key", "grant", "retire", "alias/granting", second.grantId);
    await text("key", "grant", "revoke", "alias/granting", third.grantId);
    expect((await daemon.json("key", "grant", "list", "alias/granting")).grants).toEqual([]);
    for (const wrong of [[], ["alias/granting"], ["alias/granting", first.grantId, "--token", "t"]]) {
      expect(await refused("key", "grant", "retire", ...wrong)).toContain("either KEY and GRANT, or --token");
    }
  });
});

describe("data", () => {
  it("goes from key to key without leaving the KMS", async () => {
    await daemon.json("key", "create", "--alias", "from");
    await daemon.json("key", "create", "--alias", "into");
    const sealed = (await text("key", "encrypt", "alias/from", "--text", "moved", "--context", "a=1")).trim();
    const again = ["key", "re-encrypt", sealed, "--to", "alias/into", "--context", "a=1", "--to-context", "b=2"];
    const moved = (await text(...again)).trim();
    const opened = await text("key", "decrypt", moved, "--key", "alias/into", "--context", "b=2", "--output", "raw");
    expect(opened).toBe("moved");
  });

  it("is random, and comes in pairs", async () => {
    expect(await text("key", "random", "16", "--output", "hex")).toMatch(/^[0-9a-f]{32}\n$/);
    expect(await refused("key", "random", "0")).toContain("BYTES: expected a whole number from 1 to 1024");
    await daemon.json("key", "create", "--alias", "pairs");
    const pair = await daemon.json("key", "data-key-pair", "alias/pairs", "--spec", "ECC_NIST_P256");
    const unwrapped = await daemon.json("key", "decrypt", pair.privateKeyCiphertextBlob);
    expect(unwrapped.plaintext).toBe(pair.privateKeyPlaintext);
    const wrapped = await text("key", "data-key-pair", "alias/pairs", "--spec", "ECC_NIST_P256", "--no-plaintext");
    expect(wrapped).not.toContain("private key ");
  });

  it("is authenticated by a MAC", async () => {
    await daemon.json("key", "create", "--alias", "mac", "--spec", "HMAC_256", "--usage", "GENERATE_VERIFY_MAC");
    const mac = (await text("key", "mac", "alias/mac", "--text", "m")).trim();
    expect(await text("key", "verify-mac", "alias/mac", mac, "--text", "m")).toContain("with HMAC_SHA_256");
    expect(await refused("key", "verify-mac", "alias/mac", mac, "--text", "n")).toMatch(
      new RegExp(`^${EXIT.usage} .*MAC_INVALID`),
    );
    expect(await refused("key", "mac", "alias/pairs", "--text", "m")).toContain("[KEY_USAGE_INVALID]");
  });
});

const withOpenssl = needs("OpenSSL 3", () => runs("openssl", "pkeyutl", "-help"));
const openssl = (...args: string[]) =>
  execFileSync("openssl", args, { cwd: daemon.directory, stdio: "pipe" }).toString();

describe("OpenSSL", () => {
  const SIGNING: readonly (readonly [spec: string, algorithm: string, ...flags: string[]])[] = [
    ["ECC_NIST_P256", "ECDSA_SHA_256"],
    ["RSA_2048", "RSASSA_PKCS1_V1_5_SHA_256"],
    ["RSA_2048", "RSASSA_PSS_SHA_256", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"],
  ];
  for (const [spec, algorithm, ...flags] of SIGNING) {
    withOpenssl(`opens the public key and verifies the signature of ${spec}, ${algorithm}`, async () => {
      const alias = `alias/${algorithm}`;
      await daemon.json("key", "create", "--alias", alias, "--spec", spec, "--usage", "SIGN_VERIFY");
      writeFileSync(file("key.pem"), await text("key", "public-key", alias));
      expect(openssl("pkey", "-pubin", "-in", "key.pem", "-text_pub", "-noout")).toMatch(/Public-Key: \(\d+ bit\)/);
      writeFileSync(file("message"), "attack at dawn");
      const sign = ["key", "sign", alias, `@${file("message")}`, "--algorithm", algorithm];
      const signature = (await text(...sign)).trim();
      writeFileSync(file("signature"), Buffer.from(signature, "base64"));
      const verify = ["dgst", "-sha256", ...flags, "-verify", "key.pem", "-signature", "signature"];
      expect(openssl(...verify, "message")).toContain("Verified OK");

      // And the digest that OpenSSL made, where the message is longer than the KMS takes.
      openssl("dgst", "-sha256", "-binary", "-out", "digest", "message");
      const ofDigest = [`@${file("digest")}`, "--message-type", "DIGEST", "--algorithm", algorithm];
      const told = await text("key", "verify", alias, `@${file("signature")}`, ...ofDigest);
      expect(told).toContain(`The signature is valid: ${alias} made it, with ${algorithm}.`);
      writeFileSync(file("message"), "attack at noon");
      const wrong = ["key", "verify", alias, signature, `@${file("message")}`, "--algorithm", algorithm];
      expect(await refused(...wrong)).toContain("[SIGNATURE_INVALID]");
    });
  }

  withOpenssl("has the same secret in common as the KMS", async () => {
    const spec = ["--spec", "ECC_NIST_P256", "--usage", "KEY_AGREEMENT"];
    await daemon.json("key", "create", "--alias", "agree", ...spec);
    writeFileSync(file("agree.pem"), await text("key", "public-key", "alias/agree"));
    openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", "peer.key");
    openssl("pkey", "-in", "peer.key", "-pubout", "-out", "peer.pem");
    openssl("pkeyutl", "-derive", "-inkey", "peer.key", "-peerkey", "agree.pem", "-out", "secret");
    const derived = await text("key", "derive-secret", "alias/agree", `@${file("peer.pem")}`, "--output", "hex");
    expect(derived.trim()).toBe(readFileSync(file("secret")).toString("hex"));
  });

  withOpenssl("wraps key material that is then imported, deleted and imported again", async () => {
    await daemon.json("key", "create", "--alias", "imported", "--origin", "EXTERNAL");
    const [pem, token, wrapped] = [file("wrapping.pem"), file("import.token"), file("wrapped.bin")];
    await text("key", "import", "parameters", "alias/imported", "--public-key", pem, "--token", token);
    writeFileSync(file("material"), randomBytes(32));
    const oaep = ["-pkeyopt", "rsa_padding_mode:oaep", "-pkeyopt", "rsa_oaep_md:sha256"];
    const inAndOut = ["-in", "material", "-out", "wrapped.bin"];
    openssl("pkeyutl", "-encrypt", "-pubin", "-inkey", "wrapping.pem", ...inAndOut, ...oaep);
    const bring = ["key", "import", "material", "alias/imported", "--token", token, "--wrapped", wrapped];
    const { keyMaterialId } = await daemon.json(...bring);
    expect((await daemon.json("key", "show", "alias/imported")).keyMetadata).toMatchObject({
      keyState: "Enabled",
      currentKeyMaterialId: keyMaterialId,
    });
    const sealed = (await text("key", "encrypt", "alias/imported", "--text", "mine")).trim();
    expect(await text("key", "import", "delete", "alias/imported")).toContain("is unusable until");
    expect(await refused("key", "decrypt", sealed)).toContain("[KEY_STATE_INVALID]");
    await text(...bring, "--valid-to", new Date(Date.now() + 3_600_000).toISOString());
    expect(await text("key", "show", "alias/imported")).toMatch(/^expires +\d{4}-/m);
    expect(await text("key", "decrypt", sealed, "--output", "raw")).toBe("mine");
    expect(await refused(...bring, "--valid-to", "tomorrow")).toContain("--valid-to: expected a time such as 2030");
  });
});
