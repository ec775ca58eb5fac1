/** The client of a daemon: what a test harness and the command line use. */

import { Metadata } from "@grpc/grpc-js";
import { service as healthService } from "grpc-health-check";
import { EnvolError } from "../errors.ts";
import { type BlockClient, blockClient } from "./block-client.ts";
import { Channel, type Method } from "./channel.ts";
import { type EventClient, eventClient } from "./event-client.ts";
import { type IoSession, openIoSession } from "./io-session.ts";
import { type KeyClient, keyClient } from "./key-client.ts";
import { type VolumeClient, volumeClient } from "./volume-client.ts";

/** All that fails rejects with an EnvolError, which has the daemon's code and, where one is at fault, the field. */
export interface EnvolClient extends AsyncDisposable {
  readonly address: string;
  readonly volumes: VolumeClient;
  readonly blocks: BlockClient;
  readonly keys: KeyClient;
  readonly events: EventClient;
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

/**
 * A client of the daemon at an address. It connects with the first call, and again when the connection was lost.
 * @param address `unix:PATH` or `HOST:PORT`, as `envol serve --address` takes it
 */
export function connect(address: string): EnvolClient {
  const channel = new Channel(address);
  const close = async () => channel.close();
  return {
    address,
    volumes: volumeClient(channel),
    blocks: blockClient(channel),
    keys: keyClient(channel),
    events: eventClient(channel),
    io: (volumeId, attachmentId = "") => openIoSession(channel, volumeId, attachmentId),
    async ready(timeoutMs) {
      const untilConnected = new Metadata({ waitForReady: true });
      const { status } = await channel.callOnce(HEALTH_CHECK, { service: "" }, { timeoutMs }, untilConnected);
      if (status !== "SERVING") throw new EnvolError("UNAVAILABLE", `The daemon at ${address} is stopping.`);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
