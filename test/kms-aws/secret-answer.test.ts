/** The plaintext out of a Decrypt's body: right whatever the spelling of the JSON, and nothing left behind. */

import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { collectSecret, takePlaintext } from "#envol/kms/aws/secret-answer.ts";

test("gives the bytes, and leaves an object without them", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom("", " ", "\n\t"),
      fc.boolean(),
      (bytes, space, escaped) => {
        const base64 = Buffer.from(bytes).toString("base64");
        const value = escaped ? base64.replaceAll("/", "\\/") : base64;
        const body = Buffer.from(`{"KeyId":"k"${space},"Plaintext"${space}:${space}"${value}"${space},"More":[1]}`);
        const taken = takePlaintext(body);
        expect(Buffer.from(taken?.plaintext ?? []).equals(Buffer.from(bytes))).toBe(true);
        expect(JSON.parse(String(taken?.rest))).toEqual({ KeyId: "k", Plaintext: "", More: [1] });
        if (base64 !== "") expect(body.toString()).not.toContain(value);
      },
    ),
  );
});

test.each(["{}", '{"Plaintext"', '{"Plaintext":', '{"Plaintext":5}', '{"Plaintext":"AAAA', "", "no JSON"])(
  "%s has none, and stays as it is",
  (text) => {
    const body = Buffer.from(text);
    expect(takePlaintext(body)).toBeUndefined();
    expect(body.toString()).toBe(text);
  },
);

test("what a body came in is zeroed", async () => {
  const chunks = [Buffer.from('{"Plain'), Buffer.from('text":"AAAA"}')];
  expect((await collectSecret(Readable.from(chunks))).toString()).toBe('{"Plaintext":"AAAA"}');
  for (const chunk of chunks) expect(chunk.equals(Buffer.alloc(chunk.length))).toBe(true);
});
