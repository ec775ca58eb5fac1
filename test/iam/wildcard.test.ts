import fc from "fast-check";
import { expect, test } from "vitest";
import { fitsArnPattern, fitsPattern, parsePattern } from "#envol/iam/policy/wildcard.ts";

/** What a pattern means, in the plainest words: the first character decides, and `*` tries every end. */
function model(pattern: string, text: string): boolean {
  const [first, ...rest] = [...pattern];
  const [character, ...others] = [...text];
  if (first === undefined) return character === undefined;
  if (first === "*") {
    if (model(rest.join(""), text)) return true;
    return character !== undefined && model(pattern, others.join(""));
  }
  return character !== undefined && (first === "?" || first === character) && model(rest.join(""), others.join(""));
}

/** Few characters, so that texts fit often; one of them takes two UTF-16 units. */
const characters = (...all: string[]) =>
  fc.array(fc.constantFrom(...all), { maxLength: 8 }).map((list) => list.join(""));

test("a pattern fits what the plain model says", () => {
  let fitting = 0;
  fc.assert(
    fc.property(characters("a", "b", "*", "?", "𝄞"), characters("a", "b", "𝄞"), (pattern, text) => {
      const wanted = model(pattern, text);
      fitting += Number(wanted);
      return fitsPattern(parsePattern(pattern), text) === wanted;
    }),
    { numRuns: 20_000 },
  );
  expect(fitting).toBeGreaterThan(1000);
});

test("a text that almost fits a pattern of many stars is told apart at once", () => {
  const startMs = performance.now();
  expect(fitsPattern(parsePattern(`${"*a".repeat(500)}b`), "a".repeat(5000))).toBe(false);
  expect(performance.now() - startMs).toBeLessThan(2000);
});

test("an ARN fits a pattern when each of its fields does", () => {
  const field = characters("a", "*", "?");
  const plain = characters("a", "b");
  fc.assert(
    fc.property(fc.tuple(field, field, field, field), fc.tuple(plain, plain, plain, plain), (patterns, fields) => {
      const pattern = `arn:aws:${patterns.join(":")}`;
      const wanted = patterns.every((part, at) => model(part, fields[at]!));
      return fitsArnPattern(parsePattern(pattern), `arn:aws:${fields.join(":")}`) === wanted;
    }),
    { numRuns: 5000 },
  );
});

test.each<[string, string, boolean]>([
  ["*", "arn:aws:kms:us-east-1:1:key/a", true],
  ["arn:aws:kms:*:1:key/*", "arn:aws:kms:us-east-1:1:key/a:b", true],
  ["arn:*", "arn:aws:kms:us-east-1:1:key/a", true],
  ["arn:aws:kms:*", "arn:aws:kms:us-east-1:1:key/a", true],
  ["arn:aws:*:key/a", "arn:aws:kms:us-east-1:1:key/a", false],
  ["arn:aws:kms:us-east-1:1:key/a", "arn:aws:kms:us-east-1:1:KEY/a", false],
  ["*key/a", "arn:aws:kms:us-east-1:1:key/a", true],
  ["arn:aws:kms:*:*:key/*", "*", false],
])("%s and %s: %s", (pattern, arn, fits) => {
  expect(fitsArnPattern(parsePattern(pattern), arn)).toBe(fits);
});
