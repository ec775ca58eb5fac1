import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createKeySlots, type KeyRef, openKeySlots } from "#envol/crypto/key-slots.ts";

test("a loaded key is read back, here and through the shared memory, at its own length", () => {
  const slots = createKeySlots(4);
  const reader = openKeySlots(slots.shared);
  for (const key of [randomBytes(64), randomBytes(32)]) {
    const ref = slots.load(key);
    expect(Buffer.from(slots.read(ref)!)).toEqual(key);
    expect(Buffer.from(reader.read(ref)!)).toEqual(key);
  }
});

test("erasing zeroes the bytes in the shared memory at once, and the reference reads nothing any more", () => {
  const slots = createKeySlots(2);
  const reader = openKeySlots(slots.shared);
  const kept = slots.load(randomBytes(64));
  const ref = slots.load(randomBytes(64));
  const view = reader.read(ref)!;
  slots.erase(ref);
  expect(view.every((byte) => byte === 0)).toBe(true);
  expect(new Uint8Array(slots.shared.keys, ref.slot * 64, 64).every((byte) => byte === 0)).toBe(true);
  expect(slots.read(ref)).toBeUndefined();
  expect(reader.read(ref)).toBeUndefined();
  expect(reader.read(kept)).toBeDefined();
});

test("erasing twice leaves the next key in the slot alone", () => {
  const slots = createKeySlots(1);
  const first = slots.load(randomBytes(64));
  slots.erase(first);
  const key = randomBytes(64);
  const second = slots.load(key);
  expect(second.slot).toBe(first.slot);
  expect(second.generation).not.toBe(first.generation);
  slots.erase(first);
  expect(Buffer.from(slots.read(second)!)).toEqual(key);
  expect(slots.read(first)).toBeUndefined();
});

test("a shorter key leaves nothing of a longer one behind it", () => {
  const slots = createKeySlots(1);
  slots.erase(slots.load(randomBytes(64).fill(0xff)));
  const ref = slots.load(randomBytes(32));
  expect(slots.read(ref)!.length).toBe(32);
  expect(new Uint8Array(slots.shared.keys).subarray(32).every((byte) => byte === 0)).toBe(true);
});

test("a slot that was never loaded reads nothing and cannot be erased", () => {
  const slots = createKeySlots(1);
  const never: KeyRef = { slot: 0, generation: 0 };
  expect(slots.read(never)).toBeUndefined();
  slots.erase(never);
  expect(slots.load(randomBytes(64))).toEqual({ slot: 0, generation: 1 });
});

test("full slots and keys of a wrong length are refused, and change nothing", () => {
  const slots = createKeySlots(1);
  for (const length of [0, 65]) {
    expect(() => slots.load(new Uint8Array(length))).toThrow(/^key: expected 1 to 64 bytes/);
  }
  const key = randomBytes(64);
  const ref = slots.load(key);
  expect(() => slots.load(randomBytes(64))).toThrow(expect.objectContaining({ code: "INTERNAL" }));
  expect(Buffer.from(slots.read(ref)!)).toEqual(key);
  slots.erase(ref);
  slots.load(randomBytes(64));
});

test("a slot that has run out of generations is not used again", () => {
  const slots = createKeySlots(1);
  new Int32Array(slots.shared.states)[0] = 2 ** 31 - 2;
  const last = slots.load(randomBytes(64));
  expect(last.generation).toBe(2 ** 31 - 1);
  expect(slots.read(last)).toBeDefined();
  slots.erase(last);
  expect(slots.read(last)).toBeUndefined();
  expect(new Uint8Array(slots.shared.keys).every((byte) => byte === 0)).toBe(true);
  expect(() => slots.load(randomBytes(64))).toThrow(expect.objectContaining({ code: "INTERNAL" }));
});

test("whatever is loaded and erased, each reference reads its own key until it is erased, and never after", () => {
  const step = fc.oneof(
    fc.record({ load: fc.uint8Array({ minLength: 1, maxLength: 64 }) }),
    fc.record({ erase: fc.nat({ max: 30 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const slots = createKeySlots(60);
      const loaded: { ref: KeyRef; key: Uint8Array; erased: boolean }[] = [];
      for (const each of steps) {
        if ("load" in each) loaded.push({ ref: slots.load(each.load), key: each.load, erased: false });
        else {
          const entry = loaded[each.erase];
          if (entry === undefined) continue;
          slots.erase(entry.ref);
          entry.erased = true;
        }
        for (const { ref, key, erased } of loaded) {
          const read = slots.read(ref);
          if (erased) expect(read).toBeUndefined();
          else expect(Buffer.compare(read!, key)).toBe(0);
        }
      }
    }),
  );
});
