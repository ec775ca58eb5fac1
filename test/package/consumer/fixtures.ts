/** Tests of somebody who has installed the package. */

import { envolTest, test } from "envol/vitest";
import { expect } from "vitest";

test("a volume", async ({ envol, key, volume }) => {
  await volume.write(0, Buffer.from("hello"));
  await key.disable();
  await expect(volume.read(0, 5)).rejects.toMatchObject({ code: "KEY_REVOKED" });
  expect(envol.dataDirectory).not.toBe("");
});

const gcmTest = envolTest({ volume: { cipher: "AES_256_GCM" }, reset: true });

gcmTest("another", ({ volume }) => {
  expect(volume.cipher).toBe("AES_256_GCM");
});
