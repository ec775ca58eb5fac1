import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { Event as _envol_v1_Event, Event__Output as _envol_v1_Event__Output } from './envol/v1/Event.ts';
import type { EventServiceClient as _envol_v1_EventServiceClient, EventServiceDefinition as _envol_v1_EventServiceDefinition } from './envol/v1/EventService.ts';
import type { WatchRequest as _envol_v1_WatchRequest, WatchRequest__Output as _envol_v1_WatchRequest__Output } from './envol/v1/WatchRequest.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  envol: {
    v1: {
      Event: MessageTypeDefinition<_envol_v1_Event, _envol_v1_Event__Output>
      /**
       * What happens, as it happens: small facts, none of them secret. How refusals look is said at VolumeService.
       */
      EventService: SubtypeConstructor<typeof grpc.Client, _envol_v1_EventServiceClient> & { service: _envol_v1_EventServiceDefinition }
      WatchRequest: MessageTypeDefinition<_envol_v1_WatchRequest, _envol_v1_WatchRequest__Output>
    }
  }
}

