/** Option haggling, option by option, as the protocol document says it. */

import { expect, it } from "vitest";
import { ROOT_CALLER } from "../volume/core.ts";
import { openDoor } from "./door.ts";
import { encodeOptionRequest, infoData, metaData, OPT, REP, uint16, uint32 } from "./frames.ts";

const types = (replies: readonly { type: number }[]) => replies.map(({ type }) => type);

it("greets with both magics, fixed newstyle and no zeroes", async () => {
  await using test = await openDoor();
  await using client = await test.connect();
  const greeting = await client.greet();
  expect(greeting.toString("latin1", 0, 16)).toBe("NBDMAGICIHAVEOPT");
  expect(greeting.readUInt16BE(16)).toBe(3);
});

it("closes on client flags that it does not know", async () => {
  await using test = await openDoor();
  for (const flags of [4, 0x80000000, 7]) {
    await using client = await test.connect();
    await client.greet(flags);
    expect((await client.end()).length).toBe(0);
  }
});

it("answers unknown options with NBD_REP_ERR_UNSUP and goes on", async () => {
  await using test = await openDoor();
  await using client = await test.connect();
  await client.greet();
  for (const option of [OPT.peekExport, OPT.extendedHeaders, 0, 77, 0xffffffff]) {
    const [reply, ...more] = await client.option(option, Buffer.from("whatever"));
    expect(reply).toMatchObject({ option, type: REP.errUnsup });
    expect(more).toEqual([]);
  }
  expect(types(await client.option(OPT.structuredReply))).toEqual([REP.ack]);
});

it("lists no exports, since their names are capabilities", async () => {
  await using test = await openDoor();
  await using client = await test.connect();
  await client.greet();
  expect(types(await client.option(OPT.list))).toEqual([REP.ack]);
  expect(types(await client.option(OPT.list, Buffer.from("x")))).toEqual([REP.errInvalid]);
});

it("acknowledges NBD_OPT_ABORT, with or without data, and closes", async () => {
  await using test = await openDoor();
  for (const data of ["", "ignored"]) {
    await using client = await test.connect();
    await client.greet();
    expect(types(await client.option(OPT.abort, Buffer.from(data)))).toEqual([REP.ack]);
    expect((await client.end()).length).toBe(0);
  }
});

it("refuses TLS by policy where none is configured", async () => {
  await using test = await openDoor();
  await using client = await test.connect();
  await client.greet();
  expect(types(await client.option(OPT.startTls))).toEqual([REP.errPolicy]);
  expect(types(await client.option(OPT.startTls, Buffer.from("x")))).toEqual([REP.errInvalid]);
});

it("tells size, flags, name and block sizes in reply to INFO and GO", async () => {
  await using test = await openDoor();
  await using client = await test.connect();
  await client.greet();
  const info = await client.option(OPT.info, infoData(test.name, [1, 3, 99]));
  expect(types(info)).toEqual([REP.info, REP.info, REP.info, REP.ack]);
  const [exported, named, sizes] = info.map(({ data }) => data) as [Buffer, Buffer, Buffer];
  expect(exported.readUInt16BE(0)).toBe(0);
  expect(exported.readBigUInt64BE(2)).toBe(2n ** 30n);
  // HAS_FLAGS, SEND_FLUSH, SEND_FUA, SEND_TRIM, SEND_WRITE_ZEROES, CAN_MULTI_CONN, SEND_CACHE, SEND_FAST_ZERO.
  expect(exported.readUInt16BE(10)).toBe(0b1101_0110_1101);
  expect(named.subarray(2).toString()).toBe(test.name);
  expect([2, 6, 10].map((at) => sizes.readUInt32BE(at))).toEqual([512, 4096, 2 ** 25]);

  await client.option(OPT.structuredReply);
  const go = await client.option(OPT.go, infoData(test.name));
  expect(types(go)).toEqual([REP.info, REP.ack]);
  expect(go[0]?.data.readUInt16BE(10)).toBe(0b1101_1110_1101); // SEND_DF comes with structured replies.
});

it("says of a read-only attachment that it is", async () => {
  await using test = await openDoor({ multiAttachEnabled: true });
  const { volumeId } = test.volume;
  const { attachmentId } = await test.core.volumes.attachVolume(ROOT_CALLER, { volumeId, readOnly: true });
  await using client = await test.connect();
  await client.greet();
  const [info] = await client.option(OPT.info, infoData(attachmentId));
  expect(info?.data.readUInt16BE(10)).toBe(0b0101_0000_1111);
});

it("tells an unknown export only that it is unknown, the empty name included", async () => {
  await using test = await openDoor();
  await using client = await test.connect();
  await client.greet();
  for (const name of ["", "attach-00000000000000000000000000000000", test.name.slice(0, -1), test.volume.volumeId]) {
    expect(types(await client.option(OPT.info, infoData(name)))).toEqual([REP.errUnknown]);
    expect(types(await client.option(OPT.go, infoData(name)))).toEqual([REP.errUnknown]);
  }
});

it("refuses INFO and GO whose lengths do not fit", async () => {
  await using test = await openDoor();
  await using client = await test.connect();
  await client.greet();
  const malformed = [
    Buffer.alloc(0),
    Buffer.alloc(5),
    uint32(0xffffffff),
    Buffer.concat([uint32(3), Buffer.from("ab"), uint16(0)]),
    Buffer.concat([infoData(test.name), Buffer.of(0)]),
    infoData(test.name, [3]).subarray(0, -1),
    infoData("x".repeat(5000)),
  ];
  for (const data of malformed) {
    for (const option of [OPT.info, OPT.go]) {
      expect(types(await client.option(option, data))).toEqual([REP.errInvalid]);
    }
  }
});

it("enters by NBD_OPT_EXPORT_NAME, with and without the zeroes, and closes when the name is unknown", async () => {
  await using test = await openDoor();
  for (const [clientFlags, lengthBytes] of [
    [3, 10],
    [1, 134],
    [0, 134],
  ] as const) {
    await using client = await test.connect();
    await client.greet(clientFlags);
    client.send(encodeOptionRequest(OPT.exportName, Buffer.from(test.name)));
    const exported = await client.bytes(lengthBytes);
    expect(exported.readBigUInt64BE(0)).toBe(2n ** 30n);
    client.request({ type: 0, length: 512 });
    expect(await client.simpleReply(512)).toMatchObject({ errno: 0, data: Buffer.alloc(512) });
  }
  await using client = await test.connect();
  await client.greet();
  client.send(encodeOptionRequest(OPT.exportName, Buffer.from("nobody")));
  expect((await client.end()).length).toBe(0);
});

it("ends a session without fixed newstyle at its first other option", async () => {
  await using test = await openDoor();
  await using client = await test.connect();
  await client.greet(0);
  client.send(encodeOptionRequest(OPT.list));
  expect((await client.end()).length).toBe(0);
});

it("lists and selects base:allocation, once structured replies are agreed", async () => {
  await using test = await openDoor();
  await using client = await test.connect();
  await client.greet();
  const query = (option: number, ...queries: string[]) => client.option(option, metaData(test.name, queries));
  expect(types(await query(OPT.listMetaContext))).toEqual([REP.errInvalid]);
  expect(types(await query(OPT.setMetaContext, "base:allocation"))).toEqual([REP.errInvalid]);
  await client.option(OPT.structuredReply);

  for (const queries of [[], ["base:"], ["base:allocation"], ["x-y:z", "base:allocation", "base:allocation"]]) {
    const replies = await query(OPT.listMetaContext, ...queries);
    expect(types(replies)).toEqual([REP.metaContext, REP.ack]);
    expect(replies[0]?.data).toEqual(Buffer.concat([uint32(0), Buffer.from("base:allocation")]));
  }
  for (const queries of [["x-y:"], ["base:dirty"]]) {
    expect(types(await query(OPT.listMetaContext, ...queries))).toEqual([REP.ack]);
  }
  for (const queries of [[], ["base:"], ["x-y:z"]]) {
    expect(types(await query(OPT.setMetaContext, ...queries))).toEqual([REP.ack]);
  }
  const selected = await query(OPT.setMetaContext, "base:allocation");
  expect(types(selected)).toEqual([REP.metaContext, REP.ack]);
  expect(selected[0]?.data.readUInt32BE(0)).not.toBe(0);
  expect(types(await client.option(OPT.setMetaContext, metaData("nobody", ["base:allocation"])))).toEqual([
    REP.errUnknown,
  ]);
  for (const data of [uint32(0), Buffer.concat([metaData(test.name, []).subarray(0, -4), uint32(0xffffffff)])]) {
    expect(types(await client.option(OPT.setMetaContext, data))).toEqual([REP.errInvalid]);
  }
  // The failure cleared what was selected.
  await client.option(OPT.go, infoData(test.name));
  client.request({ type: 7, length: 4096 });
  expect(await client.chunk()).toMatchObject({ type: 0x8001 });
});

it("closes a connection that is oversized, out of step or endless, and no other", async () => {
  await using test = await openDoor();
  await using other = await test.enter({ structured: false });
  const bad = [
    Buffer.concat([Buffer.from("IHAVEOPT"), uint32(OPT.list), uint32(64 * 1024 + 1)]),
    Buffer.concat([Buffer.from("IHAVEOPT"), uint32(OPT.go), uint32(0xffffffff)]),
    Buffer.from("GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
    Buffer.concat(Array.from({ length: 1025 }, () => encodeOptionRequest(99))),
  ];
  for (const bytes of bad) {
    await using client = await test.connect();
    await client.greet();
    client.send(bytes);
    await client.end();
  }
  await using truncated = await test.connect();
  await truncated.greet();
  truncated.send(encodeOptionRequest(OPT.go, infoData(test.name)).subarray(0, 25));
  truncated.socket.end();
  await truncated.end();
  other.request({ type: 0, length: 512 });
  expect((await other.simpleReply(512)).errno).toBe(0);
});
