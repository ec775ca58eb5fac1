/** A core with one attached volume of 1 GiB behind an NBD door, for tests of the protocol. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { systemClock } from "#envol/clock.ts";
import { type NbdDoor, type NbdOptions, serveNbd } from "#envol/serve/nbd/serve.ts";
import { attachedVolume, type Core, startCore } from "../volume/core.ts";
import { infoData, metaData, OPT, REP } from "./frames.ts";
import { connectRaw, type RawClient } from "./raw-client.ts";

export const GIB = 2 ** 30;
export const MIB = 2 ** 20;

export interface TestDoor extends AsyncDisposable {
  readonly core: Core;
  readonly door: NbdDoor;
  readonly volume: Awaited<ReturnType<typeof attachedVolume>>;
  /** The name of the export. */
  readonly name: string;
  /** What the door logged, a line each. */
  readonly logged: string[];
  connect(): Promise<RawClient>;
  /** A client in the transmission phase. */
  enter(options?: EnterOptions): Promise<RawClient>;
}

export interface EnterOptions {
  readonly structured?: boolean;
  readonly allocation?: boolean;
  readonly blockSize?: boolean;
  readonly name?: string;
}

type VolumeRequest = Parameters<typeof attachedVolume>[1];

export async function openDoor(request: VolumeRequest = {}, options: Partial<NbdOptions> = {}): Promise<TestDoor> {
  const directory = mkdtempSync(join(tmpdir(), "envol-nbd-"));
  const core = await startCore();
  const volume = await attachedVolume(core, request);
  const logged: string[] = [];
  const log = pino({}, { write: (line: string) => void logged.push(line) });
  const door = await serveNbd({
    address: `unix:${join(directory, "nbd.sock")}`,
    volumes: core.volumes,
    clock: systemClock,
    log,
    ...options,
  });
  const name = volume.attachment.attachmentId;
  const connect = () => connectRaw(door.address);
  return {
    core,
    door,
    volume,
    name,
    logged,
    connect,
    async enter(entered = {}) {
      const client = await connect();
      await client.greet();
      await enterTransmission(client, { name, ...entered });
      return client;
    },
    async [Symbol.asyncDispose]() {
      await door.close(1000);
      await core.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** From the client's flags to the transmission phase, by NBD_OPT_GO. */
export async function enterTransmission(client: RawClient, options: EnterOptions & { name: string }): Promise<void> {
  const { name, structured = true, allocation = structured, blockSize = false } = options;
  if (structured) await client.option(OPT.structuredReply);
  if (allocation) await client.option(OPT.setMetaContext, metaData(name, ["base:allocation"]));
  const replies = await client.option(OPT.go, infoData(name, blockSize ? [3] : []));
  if (replies.at(-1)?.type !== REP.ack) throw new Error("NBD_OPT_GO was refused");
}

/** Waits until a condition holds; the test's own timeout bounds it. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}
