// Original file: proto/envol/v1/event_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Event as _envol_v1_Event, Event__Output as _envol_v1_Event__Output } from '../../envol/v1/Event.ts';
import type { WatchRequest as _envol_v1_WatchRequest, WatchRequest__Output as _envol_v1_WatchRequest__Output } from '../../envol/v1/WatchRequest.ts';

/**
 * What happens, as it happens.
 */
export interface EventServiceClient extends grpc.Client {
  Watch(argument: _envol_v1_WatchRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_Event__Output>;
  Watch(argument: _envol_v1_WatchRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_Event__Output>;
  watch(argument: _envol_v1_WatchRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_Event__Output>;
  watch(argument: _envol_v1_WatchRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_envol_v1_Event__Output>;
  
}

/**
 * What happens, as it happens.
 */
export interface EventServiceHandlers extends grpc.UntypedServiceImplementation {
  Watch: grpc.handleServerStreamingCall<_envol_v1_WatchRequest__Output, _envol_v1_Event>;
  
}

export interface EventServiceDefinition extends grpc.ServiceDefinition {
  Watch: MethodDefinition<_envol_v1_WatchRequest, _envol_v1_Event, _envol_v1_WatchRequest__Output, _envol_v1_Event__Output>
}
