// Original file: proto/envol/v1/event_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Event as _envol_v1_Event, Event__Output as _envol_v1_Event__Output } from '../../envol/v1/Event.ts';
import type { WatchRequest as _envol_v1_WatchRequest, WatchRequest__Output as _envol_v1_WatchRequest__Output } from '../../envol/v1/WatchRequest.ts';

/**
 * What happens, as it happens: small facts, none of them secret. How refusals look is said at VolumeService.
 */
export interface EventServiceClient extends grpc.Client {
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
  
}

/**
 * What happens, as it happens: small facts, none of them secret. How refusals look is said at VolumeService.
 */
export interface EventServiceHandlers extends grpc.UntypedServiceImplementation {
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
  
}

export interface EventServiceDefinition extends grpc.ServiceDefinition {
  Watch: MethodDefinition<_envol_v1_WatchRequest, _envol_v1_Event, _envol_v1_WatchRequest__Output, _envol_v1_Event__Output>
}
