/** What a program that talks to a running daemon imports: `import { connect } from "envol/client"`. It loads no daemon. */

export { EnvolError, type ErrorCode } from "../errors.ts";
export type { FaultSpec } from "../gen/envol/v1/FaultSpec.ts";
export type { BlockClient } from "./block-client.ts";
export type { CallOptions, UnaryCall } from "./channel.ts";
export { type ConnectOptions, connect, type EnvolClient } from "./client.ts";
export type { Credentials } from "./credentials.ts";
export type { EventClient, EventWatch, RecordWatch } from "./event-client.ts";
export type { Fault } from "./fault.ts";
export type { HarnessClient } from "./harness-client.ts";
export type { IoOptions, IoSession, IoWriteOptions, IoWriteZeroesOptions } from "./io-session.ts";
export type { Grant, GrantOptions, Key, KeyOptions, KeyPolicy, SigningOptions } from "./key.ts";
export type { KeyClient } from "./key-client.ts";
export type { PrincipalClient } from "./principal-client.ts";
export type { AttachOptions, Volume, VolumeOptions } from "./volume.ts";
export type { VolumeClient } from "./volume-client.ts";
export type { VolumeFile, VolumeStats } from "./volume-file.ts";
export type { VolumeReadStreamOptions, VolumeWriteStreamOptions } from "./volume-streams.ts";
