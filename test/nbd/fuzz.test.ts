/** Thousands of negotiations and requests with bytes changed, cut, doubled and made up, while another client goes on. */

import { expect, it } from "vitest";
import { attachedVolume } from "../volume/core.ts";
import { seeded } from "../volume/random.ts";
import { openDoor, type TestDoor, until } from "./door.ts";
import { CMD, encodeOptionRequest, encodeRequest, infoData, metaData, OPT, uint32 } from "./frames.ts";
import { Closed } from "./raw-client.ts";

const SESSIONS = 3000;
/** Sessions that are open at a time. */
const AT_ONCE = 50;

type Random = (below: number) => number;

/** Frames of one session that would be right. */
function wellFormed(random: Random, name: string): Buffer[] {
  const options = [
    () => encodeOptionRequest(OPT.list),
    () => encodeOptionRequest(OPT.structuredReply),
    () => encodeOptionRequest(OPT.info, infoData(name, [0, 1, 3])),
    () => encodeOptionRequest(OPT.listMetaContext, metaData(name, ["base:"])),
    () => encodeOptionRequest(OPT.setMetaContext, metaData(name, ["base:allocation"])),
    () => encodeOptionRequest(OPT.startTls),
    () => encodeOptionRequest(random(2 ** 32), Buffer.alloc(random(100), random(256))),
  ];
  const requests = () => {
    const type = random(9);
    const length = random(4) * 512;
    const request = encodeRequest({ type, flags: random(3) === 0 ? random(32) : 0, offset: random(64) * 512, length });
    return Buffer.concat([request, Buffer.alloc(type === CMD.write ? length : 0, 0xee)]);
  };
  const haggled = Array.from({ length: random(6) }, () => (options[random(options.length)] as () => Buffer)());
  const entered = random(5) === 0 ? OPT.exportName : OPT.go;
  const enter = encodeOptionRequest(entered, entered === OPT.go ? infoData(name) : Buffer.from(name));
  return [uint32(3), ...haggled, enter, ...Array.from({ length: random(10) }, requests)];
}

/** Changes some bytes, cuts the end off, doubles a frame, leaves one out, or puts noise in between; or nothing. */
function mutate(random: Random, frames: Buffer[]): Buffer {
  const at = random(frames.length);
  const kind = random(7);
  if (kind === 0) frames.splice(at, 0, Buffer.from(frames[at] as Buffer));
  if (kind === 1) frames.splice(at, 1);
  if (kind === 2) frames.splice(at, 0, Buffer.from(Array.from({ length: random(200) }, () => random(256))));
  const bytes = Buffer.concat(frames);
  if (kind === 3) return bytes.subarray(0, random(bytes.length + 1));
  if (kind >= 4 && bytes.length > 0) {
    for (let i = 0; i <= random(4); i++) bytes[random(bytes.length)] = random(256);
  }
  return bytes;
}

async function session(test: TestDoor, random: Random): Promise<void> {
  await using client = await test.connect();
  const bytes = mutate(random, wellFormed(random, test.name));
  await client.bytes(18);
  // In pieces, so that frames arrive cut anywhere.
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + random(bytes.length);
    client.socket.write(bytes.subarray(at, at + length));
    at += length;
    if (random(3) === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  // Some go at once, some wait for the end that their half-close brings.
  if (random(2) === 0) return;
  client.socket.end();
  await client.end();
}

const survives = seeded(async ({ seed, integer }) => {
  console.info(`Fuzzing NBD; again with ENVOL_TEST_SEED=${seed}`);
  const random: Random = (below) => integer(0, Math.max(0, below - 1));
  await using test = await openDoor();
  // A mutated request may well be a right one, to anywhere on its volume; so the other client has one of its own.
  const { attachment } = await attachedVolume(test.core);
  await using other = await test.enter({ name: attachment.attachmentId, structured: false });
  const kept = { offset: 2 ** 29, length: 4096 };
  const data = Buffer.alloc(4096, 0x5a);
  other.request({ type: CMD.write, ...kept }, data);
  expect((await other.simpleReply()).errno).toBe(0);

  let done = false;
  const undisturbed = (async () => {
    let rounds = 0;
    for (; !done; rounds++) {
      other.request({ type: CMD.read, ...kept, cookie: BigInt(rounds) });
      const reply = await other.simpleReply(4096);
      if (reply.errno !== 0 || reply.cookie !== BigInt(rounds) || !reply.data.equals(data)) {
        throw new Error(`seed ${seed}: another client was disturbed`);
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    return rounds;
  })();
  // Its failure is told at the end.
  undisturbed.catch(() => {});
  for (let started = 0; started < SESSIONS; started += AT_ONCE) {
    const sessions = Array.from({ length: AT_ONCE }, () => session(test, random));
    for (const result of await Promise.allSettled(sessions)) {
      if (result.status === "rejected" && !(result.reason instanceof Closed)) throw result.reason;
    }
  }
  done = true;
  expect(await undisturbed).toBeGreaterThan(10);
  await until(() => test.door.connections === 1);
  expect(test.logged).toEqual([]);
});

it("survives mutated sessions: no crash, no leak of connections, others unhurt", survives, 120_000);
