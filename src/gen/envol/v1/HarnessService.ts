// Original file: proto/envol/v1/harness_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AddFaultRequest as _envol_v1_AddFaultRequest, AddFaultRequest__Output as _envol_v1_AddFaultRequest__Output } from '../../envol/v1/AddFaultRequest.ts';
import type { AddFaultResponse as _envol_v1_AddFaultResponse, AddFaultResponse__Output as _envol_v1_AddFaultResponse__Output } from '../../envol/v1/AddFaultResponse.ts';
import type { ListFaultsRequest as _envol_v1_ListFaultsRequest, ListFaultsRequest__Output as _envol_v1_ListFaultsRequest__Output } from '../../envol/v1/ListFaultsRequest.ts';
import type { ListFaultsResponse as _envol_v1_ListFaultsResponse, ListFaultsResponse__Output as _envol_v1_ListFaultsResponse__Output } from '../../envol/v1/ListFaultsResponse.ts';
import type { RemoveFaultRequest as _envol_v1_RemoveFaultRequest, RemoveFaultRequest__Output as _envol_v1_RemoveFaultRequest__Output } from '../../envol/v1/RemoveFaultRequest.ts';
import type { RemoveFaultResponse as _envol_v1_RemoveFaultResponse, RemoveFaultResponse__Output as _envol_v1_RemoveFaultResponse__Output } from '../../envol/v1/RemoveFaultResponse.ts';
import type { ResetRequest as _envol_v1_ResetRequest, ResetRequest__Output as _envol_v1_ResetRequest__Output } from '../../envol/v1/ResetRequest.ts';
import type { ResetResponse as _envol_v1_ResetResponse, ResetResponse__Output as _envol_v1_ResetResponse__Output } from '../../envol/v1/ResetResponse.ts';

/**
 * Breaks things on purpose, for tests: faults on demand, and a daemon made empty again in milliseconds. It serves a daemon
 * that was started for it (envol serve --harness); any other one refuses every call. How refusals look is said at
 * VolumeService.
 * 
 * A fault is a layer between two parts of the daemon. It says where (site), when (after so many operations, so many times,
 * with some probability) and what (effect). An operation meets the faults in the order in which they were added; one that
 * fails it keeps it from those that were added later. Each firing is an event of type FaultFired. Faults are never kept on
 * the disk: they end with the daemon.
 */
export interface HarnessServiceClient extends grpc.Client {
  /**
   * Adds a fault. It is in force when the call returns. The answer names the seed, so that a run can be repeated.
   * 
   * Condition                                         Reason                gRPC code            What to do
   * The daemon was not started for tests              HARNESS_OFF           FAILED_PRECONDITION  Start it with --harness.
   * The site or the effect is absent                  MISSING_ARGUMENT      INVALID_ARGUMENT     Give one of each.
   * An operation is not one of the site               INVALID_ARGUMENT      INVALID_ARGUMENT     Use those listed there.
   * The effect means nothing at the site              ARGUMENT_COMBINATION  INVALID_ARGUMENT     Each effect says where.
   * The effect means nothing at an operation named    ARGUMENT_COMBINATION  INVALID_ARGUMENT     Leave the operation out.
   * probability is not above 0 and at most 1          INVALID_ARGUMENT      INVALID_ARGUMENT     Correct it, or leave it out.
   * A number is no whole number below 2^53            INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * delay_ms is 0 or above 3,600,000                  INVALID_ARGUMENT      INVALID_ARGUMENT     Use at most an hour; or stall.
   * code is absent                                    MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * code is not an error, or not one of the site      INVALID_ARGUMENT      INVALID_ARGUMENT     Use one that is listed.
   * corrupt without volume_id                         ARGUMENT_DEPENDENCY   INVALID_ARGUMENT     Give store.volume_id.
   * bit is past the end of the volume's sectors       INVALID_ARGUMENT      INVALID_ARGUMENT     8 bits to a byte, from 0.
   * volume_id is not a volume id                      VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                    VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The range begins past the end of the volume       OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * disable_key of a volume that is not encrypted     ARGUMENT_COMBINATION  INVALID_ARGUMENT     Use an encrypted volume.
   * disable_key of a volume under an AWS managed key  ARGUMENT_COMBINATION  INVALID_ARGUMENT     Use a key of your own.
   * key_id names no key                               KEY_NOT_FOUND         NOT_FOUND            List the keys.
   * key_id is an ARN of something else                ARN_INVALID           INVALID_ARGUMENT     Give a key or alias.
   * key_id is above 2048 characters                   KMS_VALIDATION        INVALID_ARGUMENT     Give a key or alias.
   */
  AddFault(argument: _envol_v1_AddFaultRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_AddFaultResponse__Output>): grpc.ClientUnaryCall;
  AddFault(argument: _envol_v1_AddFaultRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_AddFaultResponse__Output>): grpc.ClientUnaryCall;
  AddFault(argument: _envol_v1_AddFaultRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_AddFaultResponse__Output>): grpc.ClientUnaryCall;
  AddFault(argument: _envol_v1_AddFaultRequest, callback: grpc.requestCallback<_envol_v1_AddFaultResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Adds a fault. It is in force when the call returns. The answer names the seed, so that a run can be repeated.
   * 
   * Condition                                         Reason                gRPC code            What to do
   * The daemon was not started for tests              HARNESS_OFF           FAILED_PRECONDITION  Start it with --harness.
   * The site or the effect is absent                  MISSING_ARGUMENT      INVALID_ARGUMENT     Give one of each.
   * An operation is not one of the site               INVALID_ARGUMENT      INVALID_ARGUMENT     Use those listed there.
   * The effect means nothing at the site              ARGUMENT_COMBINATION  INVALID_ARGUMENT     Each effect says where.
   * The effect means nothing at an operation named    ARGUMENT_COMBINATION  INVALID_ARGUMENT     Leave the operation out.
   * probability is not above 0 and at most 1          INVALID_ARGUMENT      INVALID_ARGUMENT     Correct it, or leave it out.
   * A number is no whole number below 2^53            INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * delay_ms is 0 or above 3,600,000                  INVALID_ARGUMENT      INVALID_ARGUMENT     Use at most an hour; or stall.
   * code is absent                                    MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * code is not an error, or not one of the site      INVALID_ARGUMENT      INVALID_ARGUMENT     Use one that is listed.
   * corrupt without volume_id                         ARGUMENT_DEPENDENCY   INVALID_ARGUMENT     Give store.volume_id.
   * bit is past the end of the volume's sectors       INVALID_ARGUMENT      INVALID_ARGUMENT     8 bits to a byte, from 0.
   * volume_id is not a volume id                      VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                    VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The range begins past the end of the volume       OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * disable_key of a volume that is not encrypted     ARGUMENT_COMBINATION  INVALID_ARGUMENT     Use an encrypted volume.
   * disable_key of a volume under an AWS managed key  ARGUMENT_COMBINATION  INVALID_ARGUMENT     Use a key of your own.
   * key_id names no key                               KEY_NOT_FOUND         NOT_FOUND            List the keys.
   * key_id is an ARN of something else                ARN_INVALID           INVALID_ARGUMENT     Give a key or alias.
   * key_id is above 2048 characters                   KMS_VALIDATION        INVALID_ARGUMENT     Give a key or alias.
   */
  addFault(argument: _envol_v1_AddFaultRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_AddFaultResponse__Output>): grpc.ClientUnaryCall;
  addFault(argument: _envol_v1_AddFaultRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_AddFaultResponse__Output>): grpc.ClientUnaryCall;
  addFault(argument: _envol_v1_AddFaultRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_AddFaultResponse__Output>): grpc.ClientUnaryCall;
  addFault(argument: _envol_v1_AddFaultRequest, callback: grpc.requestCallback<_envol_v1_AddFaultResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Lists the faults in force, in the order in which they were added, with what they have seen and done so far.
   * 
   * Condition                             Reason       gRPC code            What to do
   * The daemon was not started for tests  HARNESS_OFF  FAILED_PRECONDITION  Start it with --harness.
   */
  ListFaults(argument: _envol_v1_ListFaultsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListFaultsResponse__Output>): grpc.ClientUnaryCall;
  ListFaults(argument: _envol_v1_ListFaultsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListFaultsResponse__Output>): grpc.ClientUnaryCall;
  ListFaults(argument: _envol_v1_ListFaultsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListFaultsResponse__Output>): grpc.ClientUnaryCall;
  ListFaults(argument: _envol_v1_ListFaultsRequest, callback: grpc.requestCallback<_envol_v1_ListFaultsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Lists the faults in force, in the order in which they were added, with what they have seen and done so far.
   * 
   * Condition                             Reason       gRPC code            What to do
   * The daemon was not started for tests  HARNESS_OFF  FAILED_PRECONDITION  Start it with --harness.
   */
  listFaults(argument: _envol_v1_ListFaultsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListFaultsResponse__Output>): grpc.ClientUnaryCall;
  listFaults(argument: _envol_v1_ListFaultsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ListFaultsResponse__Output>): grpc.ClientUnaryCall;
  listFaults(argument: _envol_v1_ListFaultsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ListFaultsResponse__Output>): grpc.ClientUnaryCall;
  listFaults(argument: _envol_v1_ListFaultsRequest, callback: grpc.requestCallback<_envol_v1_ListFaultsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Removes a fault. What it delays or stalls goes on at once.
   * 
   * Condition                             Reason            gRPC code            What to do
   * The daemon was not started for tests  HARNESS_OFF       FAILED_PRECONDITION  Start it with --harness.
   * fault_id is absent                    MISSING_ARGUMENT  INVALID_ARGUMENT     Give it.
   * No such fault                         FAULT_NOT_FOUND   NOT_FOUND            List the faults.
   */
  RemoveFault(argument: _envol_v1_RemoveFaultRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RemoveFaultResponse__Output>): grpc.ClientUnaryCall;
  RemoveFault(argument: _envol_v1_RemoveFaultRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_RemoveFaultResponse__Output>): grpc.ClientUnaryCall;
  RemoveFault(argument: _envol_v1_RemoveFaultRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RemoveFaultResponse__Output>): grpc.ClientUnaryCall;
  RemoveFault(argument: _envol_v1_RemoveFaultRequest, callback: grpc.requestCallback<_envol_v1_RemoveFaultResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Removes a fault. What it delays or stalls goes on at once.
   * 
   * Condition                             Reason            gRPC code            What to do
   * The daemon was not started for tests  HARNESS_OFF       FAILED_PRECONDITION  Start it with --harness.
   * fault_id is absent                    MISSING_ARGUMENT  INVALID_ARGUMENT     Give it.
   * No such fault                         FAULT_NOT_FOUND   NOT_FOUND            List the faults.
   */
  removeFault(argument: _envol_v1_RemoveFaultRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RemoveFaultResponse__Output>): grpc.ClientUnaryCall;
  removeFault(argument: _envol_v1_RemoveFaultRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_RemoveFaultResponse__Output>): grpc.ClientUnaryCall;
  removeFault(argument: _envol_v1_RemoveFaultRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_RemoveFaultResponse__Output>): grpc.ClientUnaryCall;
  removeFault(argument: _envol_v1_RemoveFaultRequest, callback: grpc.requestCallback<_envol_v1_RemoveFaultResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Makes the daemon empty: faults, attachments, volumes, keys with their material, aliases and grants are gone when it
   * answers, on the disk as well. Requests under way end first; NBD clients are disconnected, further requests on an Io
   * stream are refused with VOLUME_NOT_ATTACHED. Calls that come while it runs are refused with UNAVAILABLE. Connections,
   * event streams and the numbers of events go on. After a crash in the midst of it, the daemon starts with all or nothing.
   * 
   * Condition                             Reason       gRPC code            What to do
   * The daemon was not started for tests  HARNESS_OFF  FAILED_PRECONDITION  Start it with --harness.
   * The disk has no room                  STORE_FULL   RESOURCE_EXHAUSTED   Free some space.
   */
  Reset(argument: _envol_v1_ResetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ResetResponse__Output>): grpc.ClientUnaryCall;
  Reset(argument: _envol_v1_ResetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ResetResponse__Output>): grpc.ClientUnaryCall;
  Reset(argument: _envol_v1_ResetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ResetResponse__Output>): grpc.ClientUnaryCall;
  Reset(argument: _envol_v1_ResetRequest, callback: grpc.requestCallback<_envol_v1_ResetResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Makes the daemon empty: faults, attachments, volumes, keys with their material, aliases and grants are gone when it
   * answers, on the disk as well. Requests under way end first; NBD clients are disconnected, further requests on an Io
   * stream are refused with VOLUME_NOT_ATTACHED. Calls that come while it runs are refused with UNAVAILABLE. Connections,
   * event streams and the numbers of events go on. After a crash in the midst of it, the daemon starts with all or nothing.
   * 
   * Condition                             Reason       gRPC code            What to do
   * The daemon was not started for tests  HARNESS_OFF  FAILED_PRECONDITION  Start it with --harness.
   * The disk has no room                  STORE_FULL   RESOURCE_EXHAUSTED   Free some space.
   */
  reset(argument: _envol_v1_ResetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ResetResponse__Output>): grpc.ClientUnaryCall;
  reset(argument: _envol_v1_ResetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_ResetResponse__Output>): grpc.ClientUnaryCall;
  reset(argument: _envol_v1_ResetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_ResetResponse__Output>): grpc.ClientUnaryCall;
  reset(argument: _envol_v1_ResetRequest, callback: grpc.requestCallback<_envol_v1_ResetResponse__Output>): grpc.ClientUnaryCall;
  
}

/**
 * Breaks things on purpose, for tests: faults on demand, and a daemon made empty again in milliseconds. It serves a daemon
 * that was started for it (envol serve --harness); any other one refuses every call. How refusals look is said at
 * VolumeService.
 * 
 * A fault is a layer between two parts of the daemon. It says where (site), when (after so many operations, so many times,
 * with some probability) and what (effect). An operation meets the faults in the order in which they were added; one that
 * fails it keeps it from those that were added later. Each firing is an event of type FaultFired. Faults are never kept on
 * the disk: they end with the daemon.
 */
export interface HarnessServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Adds a fault. It is in force when the call returns. The answer names the seed, so that a run can be repeated.
   * 
   * Condition                                         Reason                gRPC code            What to do
   * The daemon was not started for tests              HARNESS_OFF           FAILED_PRECONDITION  Start it with --harness.
   * The site or the effect is absent                  MISSING_ARGUMENT      INVALID_ARGUMENT     Give one of each.
   * An operation is not one of the site               INVALID_ARGUMENT      INVALID_ARGUMENT     Use those listed there.
   * The effect means nothing at the site              ARGUMENT_COMBINATION  INVALID_ARGUMENT     Each effect says where.
   * The effect means nothing at an operation named    ARGUMENT_COMBINATION  INVALID_ARGUMENT     Leave the operation out.
   * probability is not above 0 and at most 1          INVALID_ARGUMENT      INVALID_ARGUMENT     Correct it, or leave it out.
   * A number is no whole number below 2^53            INVALID_ARGUMENT      INVALID_ARGUMENT     Correct the field named.
   * delay_ms is 0 or above 3,600,000                  INVALID_ARGUMENT      INVALID_ARGUMENT     Use at most an hour; or stall.
   * code is absent                                    MISSING_ARGUMENT      INVALID_ARGUMENT     Give it.
   * code is not an error, or not one of the site      INVALID_ARGUMENT      INVALID_ARGUMENT     Use one that is listed.
   * corrupt without volume_id                         ARGUMENT_DEPENDENCY   INVALID_ARGUMENT     Give store.volume_id.
   * bit is past the end of the volume's sectors       INVALID_ARGUMENT      INVALID_ARGUMENT     8 bits to a byte, from 0.
   * volume_id is not a volume id                      VOLUME_ID_MALFORMED   INVALID_ARGUMENT     Give vol- and 17 hex digits.
   * No such volume                                    VOLUME_NOT_FOUND      NOT_FOUND            Describe the volumes.
   * The range begins past the end of the volume       OUT_OF_RANGE          OUT_OF_RANGE         Stay within the size.
   * disable_key of a volume that is not encrypted     ARGUMENT_COMBINATION  INVALID_ARGUMENT     Use an encrypted volume.
   * disable_key of a volume under an AWS managed key  ARGUMENT_COMBINATION  INVALID_ARGUMENT     Use a key of your own.
   * key_id names no key                               KEY_NOT_FOUND         NOT_FOUND            List the keys.
   * key_id is an ARN of something else                ARN_INVALID           INVALID_ARGUMENT     Give a key or alias.
   * key_id is above 2048 characters                   KMS_VALIDATION        INVALID_ARGUMENT     Give a key or alias.
   */
  AddFault: grpc.handleUnaryCall<_envol_v1_AddFaultRequest__Output, _envol_v1_AddFaultResponse>;
  
  /**
   * Lists the faults in force, in the order in which they were added, with what they have seen and done so far.
   * 
   * Condition                             Reason       gRPC code            What to do
   * The daemon was not started for tests  HARNESS_OFF  FAILED_PRECONDITION  Start it with --harness.
   */
  ListFaults: grpc.handleUnaryCall<_envol_v1_ListFaultsRequest__Output, _envol_v1_ListFaultsResponse>;
  
  /**
   * Removes a fault. What it delays or stalls goes on at once.
   * 
   * Condition                             Reason            gRPC code            What to do
   * The daemon was not started for tests  HARNESS_OFF       FAILED_PRECONDITION  Start it with --harness.
   * fault_id is absent                    MISSING_ARGUMENT  INVALID_ARGUMENT     Give it.
   * No such fault                         FAULT_NOT_FOUND   NOT_FOUND            List the faults.
   */
  RemoveFault: grpc.handleUnaryCall<_envol_v1_RemoveFaultRequest__Output, _envol_v1_RemoveFaultResponse>;
  
  /**
   * Makes the daemon empty: faults, attachments, volumes, keys with their material, aliases and grants are gone when it
   * answers, on the disk as well. Requests under way end first; NBD clients are disconnected, further requests on an Io
   * stream are refused with VOLUME_NOT_ATTACHED. Calls that come while it runs are refused with UNAVAILABLE. Connections,
   * event streams and the numbers of events go on. After a crash in the midst of it, the daemon starts with all or nothing.
   * 
   * Condition                             Reason       gRPC code            What to do
   * The daemon was not started for tests  HARNESS_OFF  FAILED_PRECONDITION  Start it with --harness.
   * The disk has no room                  STORE_FULL   RESOURCE_EXHAUSTED   Free some space.
   */
  Reset: grpc.handleUnaryCall<_envol_v1_ResetRequest__Output, _envol_v1_ResetResponse>;
  
}

export interface HarnessServiceDefinition extends grpc.ServiceDefinition {
  AddFault: MethodDefinition<_envol_v1_AddFaultRequest, _envol_v1_AddFaultResponse, _envol_v1_AddFaultRequest__Output, _envol_v1_AddFaultResponse__Output>
  ListFaults: MethodDefinition<_envol_v1_ListFaultsRequest, _envol_v1_ListFaultsResponse, _envol_v1_ListFaultsRequest__Output, _envol_v1_ListFaultsResponse__Output>
  RemoveFault: MethodDefinition<_envol_v1_RemoveFaultRequest, _envol_v1_RemoveFaultResponse, _envol_v1_RemoveFaultRequest__Output, _envol_v1_RemoveFaultResponse__Output>
  Reset: MethodDefinition<_envol_v1_ResetRequest, _envol_v1_ResetResponse, _envol_v1_ResetRequest__Output, _envol_v1_ResetResponse__Output>
}
