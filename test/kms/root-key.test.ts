import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadRootKey, rootKeyCheckValue } from "#envol/kms/embedded/root-key.ts";
import { refusal } from "./fixture.ts";

let home: string;
let file: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "envol-root-key-"));
  file = join(home, "root.key");
});
afterEach(() => rm(home, { recursive: true }));

test("the first start makes the file, for its owner alone, as one line of base64", async () => {
  const rootKey = await loadRootKey({ file });
  expect(rootKey).toHaveLength(32);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, "latin1")).toBe(`${Buffer.from(rootKey).toString("base64")}\n`);
  expect(await loadRootKey({ file })).toEqual(rootKey);
});

test("two files get two keys", async () => {
  expect(await loadRootKey({ file })).not.toEqual(await loadRootKey({ file: join(home, "other.key") }));
});

test.each([0o640, 0o604, 0o620, 0o601, 0o666])("a file of mode %o is refused by name", async (mode) => {
  await loadRootKey({ file });
  await chmod(file, mode);
  const { code, message } = await refusal(loadRootKey({ file }));
  expect(code).toBe("ROOT_KEY_INVALID");
  expect(message).toContain(file);
});

const SECRET = Buffer.alloc(32, 7).toString("base64");
test.each([
  ["empty", ""],
  ["short", Buffer.alloc(31, 7).toString("base64")],
  ["long", Buffer.alloc(33, 7).toString("base64")],
  ["hexadecimal", Buffer.alloc(32, 7).toString("hex")],
  ["two lines", `${SECRET}\n\n`],
  ["indented", ` ${SECRET}\n`],
  ["another spelling of the same bytes", SECRET.replace("c=", "d=")],
])("a malformed file (%s) is refused by name, and not shown", async (_, text) => {
  await writeFile(file, text, { mode: 0o600 });
  const { code, message } = await refusal(loadRootKey({ file }));
  expect(code).toBe("ROOT_KEY_INVALID");
  expect(message).toContain(file);
  if (text.length > 0) expect(message).not.toContain(text.trim());
  expect(await readFile(file, "latin1")).toBe(text);
});

test("a directory in the file's place is refused by name", async () => {
  const { code, message } = await refusal(loadRootKey({ file: home }));
  expect(code).toBe("ROOT_KEY_INVALID");
  expect(message).toContain(home);
});

test("a file that cannot be made is refused by name", async () => {
  const absent = join(home, "no", "such", "root.key");
  const { code, message } = await refusal(loadRootKey({ file: absent }));
  expect(code).toBe("ROOT_KEY_INVALID");
  expect(message).toContain(absent);
});

test("bytes are copied, and must be 32", async () => {
  const bytes = Buffer.alloc(32, 9);
  const rootKey = await loadRootKey({ bytes, file });
  bytes.fill(0);
  expect(rootKey).toEqual(new Uint8Array(32).fill(9));
  await expect(stat(file)).rejects.toThrow("ENOENT");
  expect(await refusal(loadRootKey({ bytes: Buffer.alloc(31) }))).toMatchObject({ code: "ROOT_KEY_INVALID" });
  expect(await refusal(loadRootKey({}))).toMatchObject({ code: "ROOT_KEY_INVALID" });
});

test("the check value names the key without telling it", () => {
  const rootKey = new Uint8Array(32).fill(9);
  const value = rootKeyCheckValue(rootKey);
  expect(value).toMatch(/^[0-9a-f]{64}$/);
  expect(rootKeyCheckValue(Uint8Array.from(rootKey))).toBe(value);
  expect(rootKeyCheckValue(new Uint8Array(32).fill(8))).not.toBe(value);
  expect(value).not.toContain(Buffer.from(rootKey).toString("hex"));
});
