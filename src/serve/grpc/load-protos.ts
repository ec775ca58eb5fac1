/** The gRPC contract, loaded once from the `proto/` files that ship with the package. Server and client both use it. */

import { fileURLToPath } from "node:url";
import { type GrpcObject, loadPackageDefinition } from "@grpc/grpc-js";
import { loadSync, type MessageTypeDefinition, type Options, type PackageDefinition } from "@grpc/proto-loader";
import { protoPath as healthProtoPath } from "grpc-health-check";
import type { ProtoGrpcType as BlockTypes } from "../../gen/block_service.ts";
import type { ProtoGrpcType as EventTypes } from "../../gen/event_service.ts";
import type { ProtoGrpcType as HarnessTypes } from "../../gen/harness_service.ts";
import type { ProtoGrpcType as KeyTypes } from "../../gen/key_service.ts";
import type { ProtoGrpcType as PrincipalTypes } from "../../gen/principal_service.ts";

/** How messages look in JavaScript. `scripts/generate.ts` types `src/gen` with the same options; a test compares them. */
export const LOADER_OPTIONS: Options = {
  longs: Number,
  enums: String,
  defaults: true,
  oneofs: true,
  includeDirs: [fileURLToPath(new URL("../../../proto/", import.meta.url))],
};

/** The files of everything that the daemon serves and speaks. */
export const PROTO_FILES: readonly string[] = [
  "envol/v1/volume_service.proto",
  "envol/v1/block_service.proto",
  "envol/v1/key_service.proto",
  "envol/v1/event_service.proto",
  "envol/v1/harness_service.proto",
  "envol/v1/principal_service.proto",
  "google/rpc/status.proto",
  "google/rpc/error_details.proto",
  healthProtoPath,
];

export const PACKAGE_DEFINITION: PackageDefinition = loadSync([...PROTO_FILES], LOADER_OPTIONS);

// The volume service's types come along with the block service's, which imports its file.
type EnvolTypes = BlockTypes["envol"]["v1"] &
  KeyTypes["envol"]["v1"] &
  EventTypes["envol"]["v1"] &
  HarnessTypes["envol"]["v1"] &
  PrincipalTypes["envol"]["v1"];

const services = (loadPackageDefinition(PACKAGE_DEFINITION) as GrpcObject & { envol: { v1: EnvolTypes } }).envol.v1;

export const VOLUME_SERVICE: EnvolTypes["VolumeService"]["service"] = services.VolumeService.service;
export const BLOCK_SERVICE: EnvolTypes["BlockService"]["service"] = services.BlockService.service;
export const KEY_SERVICE: EnvolTypes["KeyService"]["service"] = services.KeyService.service;
export const EVENT_SERVICE: EnvolTypes["EventService"]["service"] = services.EventService.service;
export const HARNESS_SERVICE: EnvolTypes["HarnessService"]["service"] = services.HarnessService.service;
export const PRINCIPAL_SERVICE: EnvolTypes["PrincipalService"]["service"] = services.PrincipalService.service;

/**
 * What a signed call is signed as. Its host is a constant, since the same daemon may be reached by a socket and by names;
 * its path is the method's, its method POST, and its body is not covered.
 */
export const SIGNED = { service: "envol", host: "envol", payloadHash: "UNSIGNED-PAYLOAD" } as const;

/** Full names of the services above, as health checks and reflection spell them. */
export const SERVICE_NAMES = [
  "envol.v1.VolumeService",
  "envol.v1.BlockService",
  "envol.v1.KeyService",
  "envol.v1.EventService",
  "envol.v1.HarnessService",
  "envol.v1.PrincipalService",
] as const;

/** google.protobuf.Any, as the loader shapes it. */
export interface AnyMessage {
  readonly type_url: string;
  readonly value: Uint8Array;
}

/** google.rpc.Status */
export interface StatusMessage {
  readonly code: number;
  readonly message: string;
  readonly details: readonly AnyMessage[];
}

/** google.rpc.ErrorInfo */
export interface ErrorInfoMessage {
  readonly reason: string;
  readonly domain: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** google.rpc.BadRequest */
export interface BadRequestMessage {
  readonly fieldViolations: readonly { readonly field: string; readonly description: string }[];
}

/** A message by its full name, as the loader encodes it. */
export function messageType<Input, Output = Input>(name: string): MessageTypeDefinition<Input, Output> {
  return PACKAGE_DEFINITION[name] as unknown as MessageTypeDefinition<Input, Output>;
}

export const STATUS: MessageTypeDefinition<StatusMessage, StatusMessage> = messageType("google.rpc.Status");
export const ERROR_INFO: MessageTypeDefinition<ErrorInfoMessage, ErrorInfoMessage> =
  messageType("google.rpc.ErrorInfo");
export const BAD_REQUEST: MessageTypeDefinition<BadRequestMessage, BadRequestMessage> =
  messageType("google.rpc.BadRequest");

/** How a google.protobuf.Any names the type of what it holds. */
export const TYPE_URL = {
  errorInfo: "type.googleapis.com/google.rpc.ErrorInfo",
  badRequest: "type.googleapis.com/google.rpc.BadRequest",
} as const;

/** Trailers of a call that was refused or failed. */
export const TRAILER = {
  details: "grpc-status-details-bin",
  reason: "envol-reason",
  field: "envol-field",
} as const;

/** The domain of every ErrorInfo. */
export const ERROR_DOMAIN = "envol";
