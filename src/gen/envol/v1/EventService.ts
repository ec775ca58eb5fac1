// Original file: proto/envol/v1/event_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AuditRecord as _envol_v1_AuditRecord, AuditRecord__Output as _envol_v1_AuditRecord__Output } from '../../envol/v1/AuditRecord.ts';
import type { Event as _envol_v1_Event, Event__Output as _envol_v1_Event__Output } from '../../envol/v1/Event.ts';
import type { GetUsageRequest as _envol_v1_GetUsageRequest, GetUsageRequest__Output as _envol_v1_GetUsageRequest__Output } from '../../envol/v1/GetUsageRequest.ts';
import type { GetUsageResponse as _envol_v1_GetUsageResponse, GetUsageResponse__Output as _envol_v1_GetUsageResponse__Output } from '../../envol/v1/GetUsageResponse.ts';
import type { LookupEventsRequest as _envol_v1_LookupEventsRequest, LookupEventsRequest__Output as _envol_v1_LookupEventsRequest__Output } from '../../envol/v1/LookupEventsRequest.ts';
import type { LookupEventsResponse as _envol_v1_LookupEventsResponse, LookupEventsResponse__Output as _envol_v1_LookupEventsResponse__Output } from '../../envol/v1/LookupEventsResponse.ts';
import type { WatchRecordsRequest as _envol_v1_WatchRecordsRequest, WatchRecordsRequest__Output as _envol_v1_WatchRecordsRequest__Output } from '../../envol/v1/WatchRecordsRequest.ts';
import type { WatchRequest as _envol_v1_WatchRequest, WatchRequest__Output as _envol_v1_WatchRequest__Output } from '../../envol/v1/WatchRequest.ts';

/**
 * What happens, as it happens: small facts, none of them secret; and what was asked of the KMS: a record of each call, and
 * what the calls would cost. How refusals look is said at VolumeService.
 */
export interface EventServiceClient extends grpc.Client {
  /**
   * Tells what the requests and the keys of a month would cost at AWS KMS.
   * 
   * Condition                           Reason            gRPC code         What to do
   * month is not YYYY-MM, or not begun  INVALID_ARGUMENT  INVALID_ARGUMENT  Correct it.
   */
  GetUsage(argument: _envol_v1_GetUsageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetUsageResponse__Output>): grpc.ClientUnaryCall;
  GetUsage(argument: _envol_v1_GetUsageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetUsageResponse__Output>): grpc.ClientUnaryCall;
  GetUsage(argument: _envol_v1_GetUsageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetUsageResponse__Output>): grpc.ClientUnaryCall;
  GetUsage(argument: _envol_v1_GetUsageRequest, callback: grpc.requestCallback<_envol_v1_GetUsageResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Tells what the requests and the keys of a month would cost at AWS KMS.
   * 
   * Condition                           Reason            gRPC code         What to do
   * month is not YYYY-MM, or not begun  INVALID_ARGUMENT  INVALID_ARGUMENT  Correct it.
   */
  getUsage(argument: _envol_v1_GetUsageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetUsageResponse__Output>): grpc.ClientUnaryCall;
  getUsage(argument: _envol_v1_GetUsageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_GetUsageResponse__Output>): grpc.ClientUnaryCall;
  getUsage(argument: _envol_v1_GetUsageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_GetUsageResponse__Output>): grpc.ClientUnaryCall;
  getUsage(argument: _envol_v1_GetUsageRequest, callback: grpc.requestCallback<_envol_v1_GetUsageResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Looks up records of KMS calls, the newest first. A page may have no records, and another follow it: look at next_token.
   * 
   * Condition                            Reason                gRPC code          What to do
   * access is not "", "read" or "write"  INVALID_ARGUMENT      INVALID_ARGUMENT   Correct it.
   * max_results is above 1,000           LOOKUP_LIMIT_INVALID  INVALID_ARGUMENT   Ask for fewer.
   * The end lies before the start        LOOKUP_TIME_INVALID   INVALID_ARGUMENT   Correct the times.
   * next_token is of another call        LOOKUP_TOKEN_INVALID  INVALID_ARGUMENT   Start again from the first page.
   * The caller's policies say no         ACCESS_DENIED         PERMISSION_DENIED  Allow cloudtrail:LookupEvents.
   */
  LookupEvents(argument: _envol_v1_LookupEventsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_LookupEventsResponse__Output>): grpc.ClientUnaryCall;
  LookupEvents(argument: _envol_v1_LookupEventsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_LookupEventsResponse__Output>): grpc.ClientUnaryCall;
  LookupEvents(argument: _envol_v1_LookupEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_LookupEventsResponse__Output>): grpc.ClientUnaryCall;
  LookupEvents(argument: _envol_v1_LookupEventsRequest, callback: grpc.requestCallback<_envol_v1_LookupEventsResponse__Output>): grpc.ClientUnaryCall;
  /**
   * Looks up records of KMS calls, the newest first. A page may have no records, and another follow it: look at next_token.
   * 
   * Condition                            Reason                gRPC code          What to do
   * access is not "", "read" or "write"  INVALID_ARGUMENT      INVALID_ARGUMENT   Correct it.
   * max_results is above 1,000           LOOKUP_LIMIT_INVALID  INVALID_ARGUMENT   Ask for fewer.
   * The end lies before the start        LOOKUP_TIME_INVALID   INVALID_ARGUMENT   Correct the times.
   * next_token is of another call        LOOKUP_TOKEN_INVALID  INVALID_ARGUMENT   Start again from the first page.
   * The caller's policies say no         ACCESS_DENIED         PERMISSION_DENIED  Allow cloudtrail:LookupEvents.
   */
  lookupEvents(argument: _envol_v1_LookupEventsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_LookupEventsResponse__Output>): grpc.ClientUnaryCall;
  lookupEvents(argument: _envol_v1_LookupEventsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_envol_v1_LookupEventsResponse__Output>): grpc.ClientUnaryCall;
  lookupEvents(argument: _envol_v1_LookupEventsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_envol_v1_LookupEventsResponse__Output>): grpc.ClientUnaryCall;
  lookupEvents(argument: _envol_v1_LookupEventsRequest, callback: grpc.requestCallback<_envol_v1_LookupEventsResponse__Output>): grpc.ClientUnaryCall;
  
  /**
   * Sends the events that match, until the client cancels or the daemon stops. The response headers come at once: when the
   * client has them, it is subscribed, and no later event is missed. Within one run of the daemon the sequence numbers
   * show whether events between two messages were left out by a filter or have been forgotten.
   * 
   * Condition                          Reason            gRPC code           What to do
   * types holds an unknown type        INVALID_ARGUMENT  INVALID_ARGUMENT    Use a type listed at Event.
   * after_sequence is not below 2^53   INVALID_ARGUMENT  INVALID_ARGUMENT    Correct it.
   * 10,000 events wait for the client  WATCH_TOO_SLOW    RESOURCE_EXHAUSTED  Watch again with after_sequence.
   * The daemon stops                   UNAVAILABLE       UNAVAILABLE         Connect again; numbers restart at 1.
   */
  Watch(argument: _envol_v1_WatchRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_Event__Output>;
  Watch(argument: _envol_v1_WatchRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_Event__Output>;
  /**
   * Sends the events that match, until the client cancels or the daemon stops. The response headers come at once: when the
   * client has them, it is subscribed, and no later event is missed. Within one run of the daemon the sequence numbers
   * show whether events between two messages were left out by a filter or have been forgotten.
   * 
   * Condition                          Reason            gRPC code           What to do
   * types holds an unknown type        INVALID_ARGUMENT  INVALID_ARGUMENT    Use a type listed at Event.
   * after_sequence is not below 2^53   INVALID_ARGUMENT  INVALID_ARGUMENT    Correct it.
   * 10,000 events wait for the client  WATCH_TOO_SLOW    RESOURCE_EXHAUSTED  Watch again with after_sequence.
   * The daemon stops                   UNAVAILABLE       UNAVAILABLE         Connect again; numbers restart at 1.
   */
  watch(argument: _envol_v1_WatchRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_Event__Output>;
  watch(argument: _envol_v1_WatchRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_Event__Output>;
  
  /**
   * Sends the records that match, in order, until the client cancels or the daemon stops. The response headers come at once,
   * as those of Watch. A client that falls behind is sent what it missed, as far as it is still kept; sequence numbers tell
   * whether a filter, or time, has left some out. When the daemon is reset, the numbers begin again.
   * 
   * Condition                            Reason               gRPC code          What to do
   * access is not "", "read" or "write"  INVALID_ARGUMENT     INVALID_ARGUMENT   Correct it.
   * The end lies before the start        LOOKUP_TIME_INVALID  INVALID_ARGUMENT   Correct the times.
   * after_sequence is not below 2^53     INVALID_ARGUMENT     INVALID_ARGUMENT   Correct it.
   * The caller's policies say no         ACCESS_DENIED        PERMISSION_DENIED  Allow cloudtrail:LookupEvents.
   * The daemon stops, or is being reset  UNAVAILABLE          UNAVAILABLE        Watch again.
   */
  WatchRecords(argument: _envol_v1_WatchRecordsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_AuditRecord__Output>;
  WatchRecords(argument: _envol_v1_WatchRecordsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_AuditRecord__Output>;
  /**
   * Sends the records that match, in order, until the client cancels or the daemon stops. The response headers come at once,
   * as those of Watch. A client that falls behind is sent what it missed, as far as it is still kept; sequence numbers tell
   * whether a filter, or time, has left some out. When the daemon is reset, the numbers begin again.
   * 
   * Condition                            Reason               gRPC code          What to do
   * access is not "", "read" or "write"  INVALID_ARGUMENT     INVALID_ARGUMENT   Correct it.
   * The end lies before the start        LOOKUP_TIME_INVALID  INVALID_ARGUMENT   Correct the times.
   * after_sequence is not below 2^53     INVALID_ARGUMENT     INVALID_ARGUMENT   Correct it.
   * The caller's policies say no         ACCESS_DENIED        PERMISSION_DENIED  Allow cloudtrail:LookupEvents.
   * The daemon stops, or is being reset  UNAVAILABLE          UNAVAILABLE        Watch again.
   */
  watchRecords(argument: _envol_v1_WatchRecordsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_AuditRecord__Output>;
  watchRecords(argument: _envol_v1_WatchRecordsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_AuditRecord__Output>;
  
}

/**
 * What happens, as it happens: small facts, none of them secret; and what was asked of the KMS: a record of each call, and
 * what the calls would cost. How refusals look is said at VolumeService.
 */
export interface EventServiceHandlers extends grpc.UntypedServiceImplementation {
  /**
   * Tells what the requests and the keys of a month would cost at AWS KMS.
   * 
   * Condition                           Reason            gRPC code         What to do
   * month is not YYYY-MM, or not begun  INVALID_ARGUMENT  INVALID_ARGUMENT  Correct it.
   */
  GetUsage: grpc.handleUnaryCall<_envol_v1_GetUsageRequest__Output, _envol_v1_GetUsageResponse>;
  
  /**
   * Looks up records of KMS calls, the newest first. A page may have no records, and another follow it: look at next_token.
   * 
   * Condition                            Reason                gRPC code          What to do
   * access is not "", "read" or "write"  INVALID_ARGUMENT      INVALID_ARGUMENT   Correct it.
   * max_results is above 1,000           LOOKUP_LIMIT_INVALID  INVALID_ARGUMENT   Ask for fewer.
   * The end lies before the start        LOOKUP_TIME_INVALID   INVALID_ARGUMENT   Correct the times.
   * next_token is of another call        LOOKUP_TOKEN_INVALID  INVALID_ARGUMENT   Start again from the first page.
   * The caller's policies say no         ACCESS_DENIED         PERMISSION_DENIED  Allow cloudtrail:LookupEvents.
   */
  LookupEvents: grpc.handleUnaryCall<_envol_v1_LookupEventsRequest__Output, _envol_v1_LookupEventsResponse>;
  
  /**
   * Sends the events that match, until the client cancels or the daemon stops. The response headers come at once: when the
   * client has them, it is subscribed, and no later event is missed. Within one run of the daemon the sequence numbers
   * show whether events between two messages were left out by a filter or have been forgotten.
   * 
   * Condition                          Reason            gRPC code           What to do
   * types holds an unknown type        INVALID_ARGUMENT  INVALID_ARGUMENT    Use a type listed at Event.
   * after_sequence is not below 2^53   INVALID_ARGUMENT  INVALID_ARGUMENT    Correct it.
   * 10,000 events wait for the client  WATCH_TOO_SLOW    RESOURCE_EXHAUSTED  Watch again with after_sequence.
   * The daemon stops                   UNAVAILABLE       UNAVAILABLE         Connect again; numbers restart at 1.
   */
  Watch: grpc.handleServerStreamingCall<_envol_v1_WatchRequest__Output, _envol_v1_Event>;
  
  /**
   * Sends the records that match, in order, until the client cancels or the daemon stops. The response headers come at once,
   * as those of Watch. A client that falls behind is sent what it missed, as far as it is still kept; sequence numbers tell
   * whether a filter, or time, has left some out. When the daemon is reset, the numbers begin again.
   * 
   * Condition                            Reason               gRPC code          What to do
   * access is not "", "read" or "write"  INVALID_ARGUMENT     INVALID_ARGUMENT   Correct it.
   * The end lies before the start        LOOKUP_TIME_INVALID  INVALID_ARGUMENT   Correct the times.
   * after_sequence is not below 2^53     INVALID_ARGUMENT     INVALID_ARGUMENT   Correct it.
   * The caller's policies say no         ACCESS_DENIED        PERMISSION_DENIED  Allow cloudtrail:LookupEvents.
   * The daemon stops, or is being reset  UNAVAILABLE          UNAVAILABLE        Watch again.
   */
  WatchRecords: grpc.handleServerStreamingCall<_envol_v1_WatchRecordsRequest__Output, _envol_v1_AuditRecord>;
  
}

export interface EventServiceDefinition extends grpc.ServiceDefinition {
  GetUsage: MethodDefinition<_envol_v1_GetUsageRequest, _envol_v1_GetUsageResponse, _envol_v1_GetUsageRequest__Output, _envol_v1_GetUsageResponse__Output>
  LookupEvents: MethodDefinition<_envol_v1_LookupEventsRequest, _envol_v1_LookupEventsResponse, _envol_v1_LookupEventsRequest__Output, _envol_v1_LookupEventsResponse__Output>
  Watch: MethodDefinition<_envol_v1_WatchRequest, _envol_v1_Event, _envol_v1_WatchRequest__Output, _envol_v1_Event__Output>
  WatchRecords: MethodDefinition<_envol_v1_WatchRecordsRequest, _envol_v1_AuditRecord, _envol_v1_WatchRecordsRequest__Output, _envol_v1_AuditRecord__Output>
}
