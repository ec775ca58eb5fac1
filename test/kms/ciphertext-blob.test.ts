import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeContext } from "#envol/kms/embedded/encryption-context.ts";
import { CALLER, refusal, startFixture } from "./fixture.ts";

const CONTEXT = { "aws:ebs:id": "vol-0123456789abcdef0", project: "envol" };
const INVALID = { code: "CIPHERTEXT_INVALID" };

test("a blob opens with its context, in any order, and shows neither plaintext nor context", async () => {
  await using fixture = await startFixture();
  const { keyId, arn } = await fixture.key();
  const { call } = fixture.kms;
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 4096 }),
      fc.dictionary(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })),
      async (plaintext, encryptionContext) => {
        const { ciphertextBlob } = await call("Encrypt", CALLER, { keyId, plaintext, encryptionContext });
        const reordered = Object.fromEntries(Object.entries(encryptionContext).reverse());
        const opened = await call("Decrypt", CALLER, { ciphertextBlob, encryptionContext: reordered });
        expect(Buffer.compare(opened.plaintext, plaintext)).toBe(0);
        expect(opened.keyId).toBe(arn);
        expect(ciphertextBlob.length).toBe(plaintext.length + 113);
        if (plaintext.length >= 8) expect(Buffer.from(ciphertextBlob).includes(Buffer.from(plaintext))).toBe(false);
      },
    ),
    { numRuns: 200 },
  );
});

test("every changed byte, truncation and extension is an invalid ciphertext", async () => {
  await using fixture = await startFixture();
  const { keyId } = await fixture.key();
  const { call } = fixture.kms;
  const plaintext = randomBytes(64);
  const sealed = await call("Encrypt", CALLER, { keyId, plaintext, encryptionContext: CONTEXT });
  const blob = Buffer.from(sealed.ciphertextBlob);
  const open = (ciphertextBlob: Uint8Array) => call("Decrypt", CALLER, { ciphertextBlob, encryptionContext: CONTEXT });
  for (let at = 0; at < blob.length; at += 1) {
    for (const flip of [1, 0x80, 0xff]) {
      const changed = Buffer.from(blob);
      changed[at]! ^= flip;
      expect(await refusal(open(changed)), `byte ${at} ^ ${flip}`).toMatchObject(INVALID);
    }
    if (at > 0) expect(await refusal(open(blob.subarray(0, at))), `cut to ${at}`).toMatchObject(INVALID);
    if (at > 0) expect(await refusal(open(blob.subarray(at))), `from ${at}`).toMatchObject(INVALID);
  }
  for (const extra of [Buffer.of(0), Buffer.of(1), randomBytes(16), blob]) {
    expect(await refusal(open(Buffer.concat([blob, extra])))).toMatchObject(INVALID);
    expect(await refusal(open(Buffer.concat([extra, blob])))).toMatchObject(INVALID);
  }
  expect(Buffer.from((await open(blob)).plaintext)).toEqual(plaintext);
});

test("random bytes are an invalid ciphertext", async () => {
  await using fixture = await startFixture();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (ciphertextBlob) => {
      expect(await refusal(fixture.kms.call("Decrypt", CALLER, { ciphertextBlob }))).toMatchObject(INVALID);
    }),
  );
});

test("another context is an invalid ciphertext", async () => {
  await using fixture = await startFixture();
  const { keyId } = await fixture.key();
  const { call } = fixture.kms;
  const plaintext = randomBytes(64);
  const { ciphertextBlob } = await call("Encrypt", CALLER, { keyId, plaintext, encryptionContext: CONTEXT });
  const others = [
    undefined,
    {},
    { "aws:ebs:id": CONTEXT["aws:ebs:id"] },
    { ...CONTEXT, more: "" },
    { ...CONTEXT, project: "Envol" },
    { ...CONTEXT, project: "" },
    { "aws:ebs:id": "envol", project: CONTEXT["aws:ebs:id"] },
  ];
  for (const context of others) {
    const request = { ciphertextBlob, ...(context === undefined ? {} : { encryptionContext: context }) };
    expect(await refusal(call("Decrypt", CALLER, request)), JSON.stringify(context)).toMatchObject(INVALID);
  }
});

test("no two contexts have the same encoding, whatever the texts", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "\0", "\u0001", "=", "é", "𝄞", "") });
  const context = fc.dictionary(text, text, { maxKeys: 4 });
  const sorted = (value: object) => JSON.stringify(Object.entries(value).sort());
  fc.assert(
    fc.property(context, context, (a, b) => {
      expect(encodeContext(a).equals(encodeContext(b))).toBe(sorted(a) === sorted(b));
    }),
    { numRuns: 2000 },
  );
});

test("keys are sorted by their UTF-8 bytes, not by UTF-16 units", () => {
  // U+FF61 comes before U+1D11E in UTF-8, and after its surrogates in UTF-16.
  const encoded = encodeContext({ "𝄞": "2", "｡": "1" }).toString("latin1");
  expect(encoded.indexOf(Buffer.from("｡").toString("latin1"))).toBeLessThan(
    encoded.indexOf(Buffer.from("𝄞").toString("latin1")),
  );
});

test("a lone surrogate, which has no UTF-8 form, is refused in a context", async () => {
  await using fixture = await startFixture();
  const { keyId } = await fixture.key();
  const request = { keyId, plaintext: Buffer.of(1), encryptionContext: { a: "\ud800" } };
  expect(await refusal(fixture.kms.call("Encrypt", CALLER, request))).toMatchObject({
    code: "KMS_VALIDATION",
    field: "encryptionContext",
  });
});

test("equal plaintexts never give equal blobs", async () => {
  await using fixture = await startFixture();
  const { keyId } = await fixture.key();
  const seal = () => fixture.kms.call("Encrypt", CALLER, { keyId, plaintext: Buffer.alloc(32) });
  const blobs = await Promise.all(Array.from({ length: 200 }, seal));
  const part = (from: number, to?: number) =>
    new Set(blobs.map(({ ciphertextBlob }) => Buffer.from(ciphertextBlob).toString("hex", from, to)));
  expect(part(97).size).toBe(200); // ciphertext and tag
  expect(part(49, 81).size).toBe(200); // salt
});

test("ReEncrypt moves a blob to another key and context", async () => {
  await using fixture = await startFixture();
  const { call } = fixture.kms;
  const [from, to] = [await fixture.key(), await fixture.key()];
  const plaintext = randomBytes(64);
  const first = await call("Encrypt", CALLER, { keyId: from.keyId, plaintext, encryptionContext: CONTEXT });
  const second = await call("ReEncrypt", CALLER, {
    ciphertextBlob: first.ciphertextBlob,
    sourceEncryptionContext: CONTEXT,
    destinationKeyId: to.arn,
    destinationEncryptionContext: { moved: "yes" },
  });
  expect(second).toMatchObject({ sourceKeyId: from.arn, keyId: to.arn });
  expect(second.sourceKeyMaterialId).not.toBe(second.destinationKeyMaterialId);
  const opened = await call("Decrypt", CALLER, {
    ciphertextBlob: second.ciphertextBlob,
    encryptionContext: { moved: "yes" },
    keyId: to.keyId,
  });
  expect(Buffer.from(opened.plaintext)).toEqual(plaintext);
  const wrongContext = call("ReEncrypt", CALLER, {
    ciphertextBlob: first.ciphertextBlob,
    destinationKeyId: to.arn,
  });
  expect(await refusal(wrongContext)).toMatchObject(INVALID);
});
