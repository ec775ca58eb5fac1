/** What a test harness imports: `import { connect, startDaemon } from "envol"`. */

export type { BlockClient } from "./client/block-client.ts";
export type { CallOptions, UnaryCall } from "./client/channel.ts";
export { connect, type EnvolClient } from "./client/client.ts";
export type { EventClient, EventWatch } from "./client/event-client.ts";
export type { IoOptions, IoSession, IoWriteOptions, IoWriteZeroesOptions } from "./client/io-session.ts";
export type { KeyClient } from "./client/key-client.ts";
export type { VolumeClient } from "./client/volume-client.ts";
export { type Clock, type ManualClock, manualClock } from "./clock.ts";
export { startDaemon } from "./daemon.ts";
export { EnvolError, type ErrorCode } from "./errors.ts";
export type { Daemon, DaemonOptions, RevocationMode } from "./options.ts";
