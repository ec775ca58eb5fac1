/** The door itself: its address, its health, what it shows of itself, and how it closes. */

import { existsSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client, type ClientDuplexStream, credentials, Metadata, type ServiceDefinition } from "@grpc/grpc-js";
import { loadSync } from "@grpc/proto-loader";
import { service as healthService } from "grpc-health-check";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connect } from "#envol/client/client.ts";
import { manualClock } from "#envol/clock.ts";
import { createEventBus } from "#envol/events.ts";
import { LOADER_OPTIONS } from "#envol/serve/grpc/load-protos.ts";
import { type GrpcDoor, serveGrpc } from "#envol/serve/grpc/serve.ts";
import { GEN_TYPES_FLAGS } from "../../scripts/generate.ts";
import { FakeVolumes, fakeKms, fakeRecords, gate, OPEN, openDoor, type TestDoor, until, VOLUME_ID } from "./fakes.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "envol-door-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

function open(address: string): Promise<GrpcDoor> {
  const events = createEventBus(manualClock());
  const log = pino({ level: "silent" });
  const volumes = new FakeVolumes();
  return serveGrpc({ address, volumes, call: fakeKms({}).call, events, log, ...fakeRecords(), ...OPEN });
}

async function answers(address: string): Promise<boolean> {
  await using client = connect(address);
  await client.ready(5000);
  return (await client.volumes.describeVolumes({})).volumes.length === 2;
}

describe("the address", () => {
  test("is a free TCP port when the port is 0", async () => {
    const door = await open("127.0.0.1:0");
    expect(door.address).toMatch(/^127\.0\.0\.1:[1-9]\d*$/);
    expect(await answers(door.address)).toBe(true);
    await expect(open(door.address)).rejects.toMatchObject({ code: "ADDRESS_IN_USE", field: "grpcAddress" });
    await door.close(1000);
  });

  test("is a socket that only its owner may open, and that is gone after the close", async () => {
    const path = join(directory, "e.sock");
    const door = await open(`unix:${path}`);
    expect(door.address).toBe(`unix:${path}`);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await answers(door.address)).toBe(true);
    await door.close(1000);
    expect(existsSync(path)).toBe(false);
  });

  test("may be a socket that a dead process has left behind", async () => {
    const path = join(directory, "stale.sock");
    const dead = createServer();
    await new Promise<void>((resolve) => dead.listen(join(directory, "dead.sock"), resolve));
    renameSync(join(directory, "dead.sock"), path);
    await new Promise((resolve) => dead.close(resolve));
    expect(statSync(path).isSocket()).toBe(true);
    const door = await open(`unix:${path}`);
    expect(await answers(door.address)).toBe(true);
    await door.close(1000);
  });

  test("is refused when another process listens there, which goes on undisturbed", async () => {
    const address = `unix:${join(directory, "e.sock")}`;
    const first = await open(address);
    await expect(open(address)).rejects.toMatchObject({ code: "ADDRESS_IN_USE", field: "grpcAddress" });
    expect(await answers(address)).toBe(true);
    await first.close(1000);
  });

  test("is refused when a file is in its place, which stays", async () => {
    const path = join(directory, "notes.txt");
    writeFileSync(path, "mine");
    await expect(open(`unix:${path}`)).rejects.toMatchObject({ code: "ADDRESS_IN_USE" });
    expect(statSync(path).size).toBe(4);
  });

  test.each(["nonsense", "unix:/nonexistent/directory/e.sock", "127.0.0.1:99999", "192.0.2.1:0"])(
    "is refused when it cannot be: %s",
    async (address) => {
      await expect(open(address)).rejects.toMatchObject({ code: "CONFIG_INVALID", field: "grpcAddress" });
    },
  );
});

describe("what the door shows of itself", () => {
  let t: TestDoor;
  let stock: Client;
  beforeEach(async () => {
    t = await openDoor();
    stock = new Client(t.door.address, credentials.createInsecure());
  });
  afterEach(async () => {
    stock.close();
    await t[Symbol.asyncDispose]();
  });

  function health(service: string): Promise<unknown> {
    const { path, requestSerialize, responseDeserialize } = healthService[
      "Check"
    ] as never as ServiceDefinition[string];
    return new Promise((resolve, reject) => {
      stock.makeUnaryRequest(path, requestSerialize, responseDeserialize, { service }, (error, answer) => {
        if (error) reject(error);
        else resolve(answer);
      });
    });
  }

  test("health is SERVING as a whole and by service", async () => {
    for (const name of [
      "",
      "envol.v1.VolumeService",
      "envol.v1.BlockService",
      "envol.v1.KeyService",
      "envol.v1.EventService",
      "envol.v1.HarnessService",
    ]) {
      expect(await health(name)).toEqual({ status: "SERVING" });
    }
    await expect(health("envol.v1.Other")).rejects.toMatchObject({ code: 5 });
  });

  test("a watcher of health is told that the door closes, and does not hold it up", async () => {
    const { path, requestSerialize, responseDeserialize } = healthService[
      "Watch"
    ] as never as ServiceDefinition[string];
    const call = stock.makeServerStreamRequest(path, requestSerialize, responseDeserialize, { service: "" });
    const statuses: unknown[] = [];
    call.on("data", (answer: { status: string }) => statuses.push(answer.status));
    const ended = new Promise((resolve) => call.on("end", resolve));
    await until(() => statuses.length === 1);
    await t.door.close(60_000);
    await ended;
    expect(statuses).toEqual(["SERVING", "NOT_SERVING"]);
  });

  test("reflection lists every service", async () => {
    const file = import.meta.resolve("@grpc/reflection/build/proto/grpc/reflection/v1/reflection.proto");
    const reflection = loadSync(fileURLToPath(file), { defaults: true, oneofs: true })[
      "grpc.reflection.v1.ServerReflection"
    ] as ServiceDefinition;
    const info = reflection["ServerReflectionInfo"] as ServiceDefinition[string];
    const call: ClientDuplexStream<object, { listServicesResponse: { service: { name: string }[] } }> =
      stock.makeBidiStreamRequest(info.path, info.requestSerialize, info.responseDeserialize, new Metadata());
    const answer = new Promise<{ listServicesResponse: { service: { name: string }[] } }>((resolve) =>
      call.once("data", resolve),
    );
    call.write({ listServices: "*" });
    const { service } = (await answer).listServicesResponse;
    call.end();
    expect(service.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "envol.v1.VolumeService",
        "envol.v1.BlockService",
        "envol.v1.KeyService",
        "envol.v1.EventService",
        "envol.v1.HarnessService",
        "grpc.health.v1.Health",
      ]),
    );
  });

  test("the messages have the shapes that src/gen says", () => {
    const flags = Object.entries({ longs: "Number", enums: "String", defaults: true, oneofs: true }).map(
      ([name, value]) => (value === true ? `--${name}` : `--${name}=${value}`),
    );
    expect(GEN_TYPES_FLAGS).toEqual(expect.arrayContaining(flags));
    expect(LOADER_OPTIONS).toMatchObject({ longs: Number, enums: String, defaults: true, oneofs: true });
    expect(LOADER_OPTIONS).not.toHaveProperty("keepCase");
  });
});

describe("the close", () => {
  let t: TestDoor;
  beforeEach(async () => {
    t = await openDoor();
  });
  afterEach(() => t[Symbol.asyncDispose]());

  test("lets calls under way end, and takes no new ones", async () => {
    const { opened, open } = gate();
    t.device.before = () => opened;
    const reading = t.client.blocks.read({ volumeId: VOLUME_ID, offsetBytes: 4096, lengthBytes: 4 });
    await until(() => t.device.readsInFlight === 1);
    const closing = t.door.close(60_000);
    await using late = connect(t.door.address);
    await expect(late.volumes.describeVolumes({})).rejects.toMatchObject({ code: "UNAVAILABLE" });
    open();
    expect((await reading).data.readUInt32LE()).toBe(1);
    await closing;
    expect(t.door.close(0)).toBeInstanceOf(Promise);
  });

  test("answers what an Io stream has in flight, and ends it", async () => {
    const { opened, open } = gate();
    t.device.before = () => opened;
    const io = t.client.io(VOLUME_ID);
    const reading = io.read(4096, 4);
    await until(() => t.device.readsInFlight === 1);
    const closing = t.door.close(60_000);
    open();
    expect((await reading).readUInt32LE()).toBe(1);
    await closing;
    await expect(io.read(0, 1)).rejects.toMatchObject({ code: "UNAVAILABLE", message: "The daemon is stopping." });
  });

  test("ends idle Io streams and watches at once", async () => {
    const io = t.client.io(VOLUME_ID);
    await io.read(0, 1);
    const watch = t.client.events.watch();
    await watch.subscribed;
    await t.door.close(60_000);
    const next = watch[Symbol.asyncIterator]().next();
    await expect(next).rejects.toMatchObject({ code: "UNAVAILABLE", message: "The daemon is stopping." });
    await expect(io.flush()).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  test("cuts off what does not end in time", async () => {
    t.device.before = () => new Promise(() => {});
    const reading = t.client.blocks.read({ volumeId: VOLUME_ID, lengthBytes: 4 });
    reading.catch(() => {});
    await until(() => t.device.readsInFlight === 1);
    await t.door.close(20);
    await expect(reading).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(existsSync(t.socketPath)).toBe(false);
  });

  test("is found out by a client, which then finds the next daemon at the same address", async () => {
    await t.client.volumes.describeVolumes({});
    await t.door.close(1000);
    await expect(t.client.volumes.describeVolumes({})).rejects.toMatchObject({ code: "UNAVAILABLE" });
    const next = await open(t.door.address);
    await t.client.ready(10_000);
    expect((await t.client.volumes.describeVolumes({})).volumes).toHaveLength(2);
    await next.close(1000);
  });
});
