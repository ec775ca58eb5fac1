/** How many clients there may be, and how long one may take to negotiate. */

import { once } from "node:events";
import { connect as connectTls } from "node:tls";
import { expect, it } from "vitest";
import { manualClock } from "#envol/clock.ts";
import { LIMITS } from "#envol/limits.ts";
import { scratchDirectory } from "../daemon/child-daemon.ts";
import { openDoor, until } from "./door.ts";
import { encodeOptionRequest, OPT } from "./frames.ts";
import { RawClient } from "./raw-client.ts";
import { certificates, withOpenssl } from "./tls-certificates.ts";

const YEAR_MS = 365 * 24 * 3600 * 1000;
const LIMIT_MS = LIMITS.nbdNegotiationTimeoutMs;

/** Fails unless the server still answers reads on the connection. */
async function reads(client: RawClient): Promise<void> {
  client.request({ type: 0, length: 512 });
  expect((await client.simpleReply(512)).errno).toBe(0);
}

for (const address of [undefined, "127.0.0.1:0"]) {
  it(`turns away a client too many on ${address ?? "a Unix socket"}, and takes one as soon as one has gone`, async () => {
    await using test = await openDoor({}, { connectionsMax: 2, ...(address !== undefined && { address }) });
    await using first = await test.enter({ structured: false });
    await using second = await test.connect();
    await second.greet();
    for (const turnedAway of [1, 2]) {
      await using third = await test.connect();
      expect((await third.end()).length).toBe(0);
      await until(() => test.logged.length === turnedAway);
      expect(JSON.parse(test.logged.at(-1) as string)).toMatchObject({ level: 40, connectionsMax: 2 });
    }
    expect(test.door.connections).toBe(2);
    await reads(first);
    expect(await second.option(OPT.list)).toHaveLength(1);

    second.socket.destroy();
    await until(() => test.door.connections === 1);
    await using fourth = await test.enter({ structured: false });
    await reads(fourth);
    expect(test.logged).toHaveLength(2);
  });
}

it("disconnects a client that stalls before transmission, wherever it is, and no sooner than the limit", async () => {
  const clock = manualClock();
  await using test = await openDoor({}, { clock });
  await using silent = await test.connect();
  await using greeted = await test.connect();
  await greeted.greet();
  await using halfway = await test.connect();
  await halfway.greet();
  halfway.send(encodeOptionRequest(OPT.list).subarray(0, 10));
  await using haggling = await test.connect();
  await haggling.greet();
  await haggling.option(OPT.list);
  const stalled = [silent, greeted, halfway, haggling];
  await until(() => test.door.connections === stalled.length);

  clock.advance(LIMIT_MS - 1);
  // It counts from the connection: options, which come in time, do not prolong it.
  expect(await haggling.option(OPT.list)).toHaveLength(1);
  expect(test.door.connections).toBe(stalled.length);
  clock.advance(1);
  for (const client of stalled) await client.end();
  await until(() => test.door.connections === 0);
  expect(test.logged).toHaveLength(stalled.length);
});

it("lets a client in transmission be idle for ever", async () => {
  const clock = manualClock();
  await using test = await openDoor({}, { clock });
  await using client = await test.enter({ structured: false });
  clock.advance(YEAR_MS);
  await reads(client);
  expect(test.logged).toEqual([]);
});

withOpenssl("holds a client to the same time before, during and after its TLS handshake", async () => {
  await using scratch = await scratchDirectory();
  const pem = await certificates(scratch.path, "pem");
  const clock = manualClock();
  const tls = { certificate: pem.serverCert, privateKey: pem.serverKey };
  await using test = await openDoor({}, { clock, tls });
  const toTls = async () => {
    const client = await test.connect();
    await client.greet();
    await client.option(OPT.startTls);
    return client;
  };
  await using before = await toTls();
  await using during = await toTls();
  // The header of a TLS record with a ClientHello of which nothing follows (RFC 8446, section 5.1).
  during.send(Buffer.from([22, 3, 1, 2, 0, 1]));
  await using after = await toTls();
  after.socket.removeAllListeners("data");
  const secured = connectTls({ socket: after.socket, ca: pem.caCert, servername: "localhost" });
  await once(secured, "secureConnect");
  await using inside = new RawClient(secured);
  await inside.option(OPT.list);
  expect(test.door.connections).toBe(3);

  clock.advance(LIMIT_MS);
  for (const client of [before, during, inside]) await client.end();
  await until(() => test.door.connections === 0);
});
