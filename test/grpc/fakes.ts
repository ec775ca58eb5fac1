/** An in-memory core, small and honest, for tests of the gRPC door and its client. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { connect, type EnvolClient } from "#envol/client/client.ts";
import type { Credentials } from "#envol/client/credentials.ts";
import { manualClock } from "#envol/clock.ts";
import { EnvolError } from "#envol/errors.ts";
import { createEventBus, type EventBus } from "#envol/events.ts";
import type { Principals } from "#envol/iam/principals.ts";
import type { CallKms } from "#envol/kms/embedded/embedded-kms.ts";
import type { KeyRecord } from "#envol/kms/embedded/records.ts";
import type { KmsCaller } from "#envol/kms/kms-client.ts";
import { type GrpcDoor, type GrpcOptions, serveGrpc } from "#envol/serve/grpc/serve.ts";
import { type Meter, openMeter } from "#envol/trail/meter.ts";
import type { MeterRow } from "#envol/trail/meter-counts.ts";
import { openTrail, type Trail } from "#envol/trail/trail.ts";
import { type BlockDevice, checkRequest, type Deliver, type Extent } from "#envol/volume/block-device.ts";
import type { Attachment, Volume } from "#envol/volume/volume.ts";
import type { VolumeService } from "#envol/volume/volume-service.ts";
import { memoryTable } from "../kms/memory-table.ts";

export const MIB = 1024 * 1024;

export const VOLUME_ID = "vol-00000000000000001";
export const ATTACHMENT_ID = "attach-0123456789abcdef0123456789abcdef";
export const CALLER: KmsCaller = { arn: "arn:aws:iam::000000000000:root", accountId: "000000000000" };

/** A promise with its resolve outside. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Waits until a condition holds. The test's own timeout bounds it. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** A device in memory, which can be revoked, held up, and asked what is in flight. */
export class FakeDevice implements BlockDevice {
  readonly readOnly = false;
  readonly closed: AbortSignal = new AbortController().signal;
  readonly bytes: Buffer;
  /** Reads whose `deliver` has not settled, or that wait at `before`. */
  readsInFlight = 0;
  readsInFlightMax = 0;
  writesInFlight = 0;
  flushes = 0;
  /** The options of each writeZeroes. */
  readonly zeroed: { allocate?: boolean; forceUnitAccess?: boolean }[] = [];
  forced = 0;
  refusal: EnvolError | undefined;
  /** Awaited by each read and write before it touches the bytes. */
  before: (offsetBytes: number) => Promise<void> | void = () => {};
  allocated: readonly Extent[] | undefined;
  #cutOff = new AbortController();
  #idle: (() => void)[] = [];

  constructor(sizeBytes: number) {
    this.bytes = Buffer.alloc(sizeBytes);
    for (let at = 0; at < sizeBytes; at += 4096) this.bytes.writeUInt32LE(at / 4096, at);
  }

  get sizeBytes(): number {
    return this.bytes.length;
  }

  async read(offsetBytes: number, lengthBytes: number, deliver?: Deliver): Promise<Buffer> {
    checkRequest(this, "read", offsetBytes, lengthBytes);
    this.#check();
    this.readsInFlight += 1;
    this.readsInFlightMax = Math.max(this.readsInFlightMax, this.readsInFlight);
    try {
      await this.before(offsetBytes);
      const plaintext = Buffer.from(this.bytes.subarray(offsetBytes, offsetBytes + lengthBytes));
      await deliver?.(plaintext, this.#cutOff.signal);
      return plaintext;
    } finally {
      this.readsInFlight -= 1;
      if (this.readsInFlight === 0) for (const wake of this.#idle.splice(0)) wake();
    }
  }

  async write(offsetBytes: number, data: Uint8Array, options?: { forceUnitAccess?: boolean }): Promise<void> {
    checkRequest(this, "write", offsetBytes, data.length);
    this.#check();
    this.writesInFlight += 1;
    try {
      await this.before(offsetBytes);
      this.bytes.set(data, offsetBytes);
      if (options?.forceUnitAccess) this.forced += 1;
    } finally {
      this.writesInFlight -= 1;
    }
  }

  async flush(): Promise<void> {
    this.flushes += 1;
  }

  async discard(offsetBytes: number, lengthBytes: number): Promise<void> {
    checkRequest(this, "write", offsetBytes, lengthBytes);
    this.bytes.fill(0, offsetBytes, offsetBytes + lengthBytes);
  }

  async writeZeroes(
    offsetBytes: number,
    lengthBytes: number,
    options?: { allocate?: boolean; forceUnitAccess?: boolean },
  ): Promise<void> {
    checkRequest(this, "write", offsetBytes, lengthBytes);
    this.zeroed.push({ ...options });
    this.bytes.fill(0, offsetBytes, offsetBytes + lengthBytes);
  }

  async allocation(offsetBytes: number, lengthBytes: number): Promise<Extent[]> {
    checkRequest(this, "query", offsetBytes, lengthBytes, Number.MAX_SAFE_INTEGER);
    const all = this.allocated ?? [{ offsetBytes: 0, lengthBytes: this.sizeBytes, allocated: true }];
    return all.flatMap((extent) => {
      const start = Math.max(offsetBytes, extent.offsetBytes);
      const end = Math.min(offsetBytes + lengthBytes, extent.offsetBytes + extent.lengthBytes);
      return start < end ? [{ ...extent, offsetBytes: start, lengthBytes: end - start }] : [];
    });
  }

  get cutOff(): AbortSignal {
    return this.#cutOff.signal;
  }

  /** What the core does on DisableKey: refuse, let reads in flight end, and cut off what does not end in time. */
  async revoke(drainTimeoutMs: number): Promise<void> {
    this.refusal = new EnvolError("KEY_REVOKED", "The key of the volume is disabled.");
    const timer = setTimeout(() => this.#cutOff.abort(), drainTimeoutMs);
    if (this.readsInFlight > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
    clearTimeout(timer);
  }

  #check(): void {
    if (this.refusal !== undefined) throw this.refusal;
  }
}

export class FakeVolumes implements VolumeService {
  readonly deviceOf = new Map<string, FakeDevice>();
  /** What was asked, as the door translated it. */
  readonly asked: [method: string, request: unknown][] = [];
  /** Who asked, where that matters. */
  readonly callers: KmsCaller[] = [];
  readonly volume: Volume = {
    volumeId: VOLUME_ID,
    sizeGib: 1,
    state: "in-use",
    createTimeMs: 1_700_000_000_000,
    cipher: "AES_256_GCM",
    sectorSizeBytes: 4096,
    encrypted: true,
    kmsKeyArn: "arn:aws:kms:us-east-1:000000000000:key/1",
    wrappedDataKey: Uint8Array.of(1, 2, 3),
    multiAttachEnabled: false,
    attachments: [],
    tags: [{ key: "Name", value: "täg" }],
    allocatedBytes: 2 ** 46,
    ioRevoked: false,
  };
  readonly attachment: Attachment = {
    attachmentId: ATTACHMENT_ID,
    volumeId: VOLUME_ID,
    instanceId: "i-00000000000000001",
    device: "/dev/sdf",
    state: "attached",
    readOnly: true,
    attachTimeMs: 1_700_000_000_001,
  };
  failure: unknown;

  #note(method: string, request: unknown): void {
    this.asked.push([method, request]);
    if (this.failure !== undefined) throw this.failure;
  }

  async createVolume(caller: KmsCaller, request: object): Promise<Volume> {
    this.callers.push(caller);
    this.#note("createVolume", request);
    return this.volume;
  }
  describeVolumes(request: object) {
    this.#note("describeVolumes", request);
    return { volumes: [this.volume, { ...this.volume, cipher: "NONE" as const }], nextToken: "next" };
  }
  async modifyVolume(request: object) {
    this.#note("modifyVolume", request);
    return { volume: this.volume, originalSizeGib: 1 };
  }
  async deleteVolume(request: object) {
    this.#note("deleteVolume", request);
  }
  async attachVolume(caller: KmsCaller, request: object) {
    this.callers.push(caller);
    this.#note("attachVolume", request);
    return this.attachment;
  }
  async detachVolume(request: object) {
    this.#note("detachVolume", request);
    return { ...this.attachment, state: "detached" as const };
  }
  device(volumeId: string, attachmentId?: string): BlockDevice {
    this.#note("device", { volumeId, attachmentId });
    const device = this.deviceOf.get(volumeId);
    if (device !== undefined) return device;
    throw new EnvolError("VOLUME_NOT_FOUND", `Volume ${volumeId} does not exist.`, { field: "volumeId" });
  }
  deviceOfAttachment(attachmentId: string): BlockDevice {
    return this.device(VOLUME_ID, attachmentId);
  }
  peekSector(request: { volumeId: string; sector: number }) {
    this.#note("peekSector", request);
    return {
      sector: request.sector,
      sectorSizeBytes: 512,
      cipher: "AES_256_XTS" as const,
      allocated: true,
      recordSequence: 2 ** 40,
      slot: 3,
      storedBytes: Uint8Array.of(9),
    };
  }
}

/** The key that the KMS below tells of. */
export const KEY_METADATA = {
  keyId: "1",
  arn: "arn:aws:kms:us-east-1:000000000000:key/1",
  awsAccountId: "000000000000",
  creationDateMs: 1_700_000_000_000,
  enabled: true,
  description: "d",
  keyUsage: "ENCRYPT_DECRYPT",
  keyState: "Enabled",
  origin: "AWS_KMS",
  keyManager: "CUSTOMER",
  keySpec: "SYMMETRIC_DEFAULT",
  encryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
  multiRegion: false,
};

/** A KMS that answers each operation with a fixed value, or with nothing, and notes who asked for what. */
export function fakeKms(answers: Readonly<Record<string, object>>): {
  call: CallKms;
  asked: [operation: string, caller: KmsCaller, request: unknown][];
} {
  const asked: [string, KmsCaller, unknown][] = [];
  const call = async (operation: string, caller: KmsCaller, request: unknown) => {
    asked.push([operation, caller, request]);
    return answers[operation] ?? {};
  };
  return { call: call as CallKms, asked };
}

export interface TestDoor extends AsyncDisposable {
  readonly door: GrpcDoor;
  readonly client: EnvolClient;
  readonly volumes: FakeVolumes;
  readonly device: FakeDevice;
  readonly events: EventBus;
  /** What the door logged, a line each. */
  readonly logged: string[];
  readonly socketPath: string;
}

/** How a door authenticates that nobody has told otherwise: it knows no access key, and whoever calls is the account root. */
export const OPEN = {
  accountId: CALLER.accountId,
  auth: "open",
  principals: { findAccessKey: () => undefined } as unknown as Principals,
} satisfies Partial<GrpcOptions>;

export interface DoorOptions extends Partial<Pick<GrpcOptions, "auth" | "principals">> {
  readonly call?: CallKms;
  readonly sizeBytes?: number;
  readonly credentials?: Credentials;
}

/** A trail and a meter over tables in memory. */
export function fakeRecords(): { trail: Trail; meter: Meter } {
  const clock = manualClock(1_700_000_000_000);
  const fail = (error: unknown) => {
    throw error;
  };
  const { accountId } = CALLER;
  return {
    trail: openTrail({ table: memoryTable(), clock, accountId, onFailure: fail, onLoss: fail }),
    meter: openMeter({
      ...{ table: memoryTable<MeterRow>(), keys: memoryTable<KeyRecord>(), clock, accountId, onFailure: fail },
      region: "us-east-1",
    }),
  };
}

/** A door on a Unix socket with one attached volume of 16 MiB, and a client of it. */
export async function openDoor(options: DoorOptions = {}): Promise<TestDoor> {
  const directory = mkdtempSync(join(tmpdir(), "envol-grpc-"));
  const socketPath = join(directory, "envol.sock");
  const volumes = new FakeVolumes();
  const device = new FakeDevice(options.sizeBytes ?? 16 * MIB);
  volumes.deviceOf.set(VOLUME_ID, device);
  const events = createEventBus(manualClock(1_700_000_000_000));
  const logged: string[] = [];
  const log = pino({}, { write: (line: string) => logged.push(line) });
  const call = options.call ?? fakeKms({}).call;
  const { auth = OPEN.auth, principals = OPEN.principals } = options;
  const shared = { volumes, call, events, log, ...fakeRecords(), ...OPEN, auth, principals };
  const door = await serveGrpc({ address: `unix:${socketPath}`, ...shared });
  const client = connect(door.address, options);
  return {
    door,
    client,
    volumes,
    device,
    events,
    logged,
    socketPath,
    async [Symbol.asyncDispose]() {
      await client.close();
      await door.close(1000);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
