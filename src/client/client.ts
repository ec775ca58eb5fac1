/** The client of a daemon: what a test harness and the command line use. */

import { Metadata } from "@grpc/grpc-js";
import { service as healthService } from "grpc-health-check";
import { EnvolError } from "../errors.ts";
import type { FaultSpec } from "../gen/envol/v1/FaultSpec.ts";
import { type BlockClient, blockClient } from "./block-client.ts";
import { type CallOptions, Channel, type Method } from "./channel.ts";
import { type Credentials, callCredentials } from "./credentials.ts";
import { type EventClient, eventClient } from "./event-client.ts";
import { type Fault, injectFault } from "./fault.ts";
import { type HarnessClient, harnessClient } from "./harness-client.ts";
import { type IoSession, openIoSession } from "./io-session.ts";
import { createKey, type Key, type KeyOptions } from "./key.ts";
import { type KeyClient, keyClient } from "./key-client.ts";
import { type PrincipalClient, principalClient } from "./principal-client.ts";
import { type AttachOptions, attachVolume, createVolume, type Volume, type VolumeOptions } from "./volume.ts";
import { type VolumeClient, volumeClient } from "./volume-client.ts";

/**
 * Handles for those who break things (`createKey`, `createVolume`, `attach`, `inject`), and below them the contract itself,
 * service by service. All that fails rejects with an EnvolError, which has the daemon's code and, where one is at fault,
 * the field. Every call takes a signal, and rejects with its reason when it aborts.
 */
export interface EnvolClient extends AsyncDisposable {
  readonly address: string;
  /** Makes a KMS key, enabled. */
  createKey(settings?: KeyOptions, options?: CallOptions): Promise<Key>;
  /** Makes a volume, encrypted unless told otherwise, and attaches it. */
  createVolume(settings?: VolumeOptions, options?: CallOptions): Promise<Volume>;
  /** Attaches a volume that exists. */
  attach(volumeId: string, settings?: AttachOptions, options?: CallOptions): Promise<Volume>;
  /** Puts a fault into a daemon that was started for tests; proto/envol/v1/harness_service.proto says which there are. */
  inject(fault: FaultSpec, options?: CallOptions): Promise<Fault>;
  /** Makes such a daemon empty: without faults, volumes and keys. */
  reset(options?: CallOptions): Promise<void>;
  readonly volumes: VolumeClient;
  readonly blocks: BlockClient;
  readonly keys: KeyClient;
  readonly principals: PrincipalClient;
  readonly events: EventClient;
  /** Of a daemon that was started for tests. */
  readonly harness: HarnessClient;
  /** Opens a session on an attachment; on the volume's oldest one when none is named. */
  io(volumeId: string, attachmentId?: string): IoSession;
  /**
   * Resolves when the daemon serves; waits for one that is still starting.
   * @throws UNAVAILABLE after `timeoutMs`
   */
  ready(timeoutMs: number): Promise<void>;
  /** Ends open streams and sessions, and closes the connection once calls under way have ended. */
  close(): Promise<void>;
}

const HEALTH_CHECK = healthService["Check"] as unknown as Method<{ service: string }, { status: string }>;

export interface ConnectOptions {
  /** Whose calls these are. Without an access key they are the account root's, where the daemon does not require one. */
  readonly credentials?: Credentials;
}

/**
 * A client of the daemon at an address. It connects with the first call, and again when the connection was lost.
 * @param address `unix:PATH` or `HOST:PORT`, as `envol serve --grpc` takes it
 * @throws INVALID_ARGUMENT when the credentials are malformed
 */
export function connect(address: string, { credentials }: ConnectOptions = {}): EnvolClient {
  const channel = new Channel(address, credentials && callCredentials(credentials));
  const volumes = volumeClient(channel);
  const blocks = blockClient(channel);
  const keys = keyClient(channel);
  const harness = harnessClient(channel);
  const io = (volumeId: string, attachmentId = "") => openIoSession(channel, volumeId, attachmentId);
  const calls = { volumes, blocks, io };
  const close = async () => channel.close();
  return {
    address,
    createKey: (settings, options) => createKey(keys, settings, options),
    createVolume: (settings, options) => createVolume(calls, settings, options),
    attach: (volumeId, settings, options) => attachVolume(calls, volumeId, settings, options),
    inject: (fault, options) => injectFault(harness, fault, options),
    async reset(options) {
      await harness.reset({}, options);
    },
    volumes,
    blocks,
    keys,
    principals: principalClient(channel),
    events: eventClient(channel),
    harness,
    io,
    async ready(timeoutMs) {
      const untilConnected = new Metadata({ waitForReady: true });
      const { status } = await channel.callOnce(HEALTH_CHECK, { service: "" }, { timeoutMs }, untilConnected);
      if (status !== "SERVING") throw new EnvolError("UNAVAILABLE", `The daemon at ${address} is stopping.`);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
