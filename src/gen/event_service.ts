import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { AuditFilter as _envol_v1_AuditFilter, AuditFilter__Output as _envol_v1_AuditFilter__Output } from './envol/v1/AuditFilter.ts';
import type { AuditRecord as _envol_v1_AuditRecord, AuditRecord__Output as _envol_v1_AuditRecord__Output } from './envol/v1/AuditRecord.ts';
import type { ClassUsage as _envol_v1_ClassUsage, ClassUsage__Output as _envol_v1_ClassUsage__Output } from './envol/v1/ClassUsage.ts';
import type { Event as _envol_v1_Event, Event__Output as _envol_v1_Event__Output } from './envol/v1/Event.ts';
import type { EventServiceClient as _envol_v1_EventServiceClient, EventServiceDefinition as _envol_v1_EventServiceDefinition } from './envol/v1/EventService.ts';
import type { GetUsageRequest as _envol_v1_GetUsageRequest, GetUsageRequest__Output as _envol_v1_GetUsageRequest__Output } from './envol/v1/GetUsageRequest.ts';
import type { GetUsageResponse as _envol_v1_GetUsageResponse, GetUsageResponse__Output as _envol_v1_GetUsageResponse__Output } from './envol/v1/GetUsageResponse.ts';
import type { KeyUsage as _envol_v1_KeyUsage, KeyUsage__Output as _envol_v1_KeyUsage__Output } from './envol/v1/KeyUsage.ts';
import type { LookupEventsRequest as _envol_v1_LookupEventsRequest, LookupEventsRequest__Output as _envol_v1_LookupEventsRequest__Output } from './envol/v1/LookupEventsRequest.ts';
import type { LookupEventsResponse as _envol_v1_LookupEventsResponse, LookupEventsResponse__Output as _envol_v1_LookupEventsResponse__Output } from './envol/v1/LookupEventsResponse.ts';
import type { OperationUsage as _envol_v1_OperationUsage, OperationUsage__Output as _envol_v1_OperationUsage__Output } from './envol/v1/OperationUsage.ts';
import type { WatchRecordsRequest as _envol_v1_WatchRecordsRequest, WatchRecordsRequest__Output as _envol_v1_WatchRecordsRequest__Output } from './envol/v1/WatchRecordsRequest.ts';
import type { WatchRequest as _envol_v1_WatchRequest, WatchRequest__Output as _envol_v1_WatchRequest__Output } from './envol/v1/WatchRequest.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  envol: {
    v1: {
      AuditFilter: MessageTypeDefinition<_envol_v1_AuditFilter, _envol_v1_AuditFilter__Output>
      AuditRecord: MessageTypeDefinition<_envol_v1_AuditRecord, _envol_v1_AuditRecord__Output>
      ClassUsage: MessageTypeDefinition<_envol_v1_ClassUsage, _envol_v1_ClassUsage__Output>
      Event: MessageTypeDefinition<_envol_v1_Event, _envol_v1_Event__Output>
      /**
       * What happens, as it happens: small facts, none of them secret; and what was asked of the KMS: a record of each call, and
       * what the calls would cost. How refusals look is said at VolumeService.
       */
      EventService: SubtypeConstructor<typeof grpc.Client, _envol_v1_EventServiceClient> & { service: _envol_v1_EventServiceDefinition }
      GetUsageRequest: MessageTypeDefinition<_envol_v1_GetUsageRequest, _envol_v1_GetUsageRequest__Output>
      GetUsageResponse: MessageTypeDefinition<_envol_v1_GetUsageResponse, _envol_v1_GetUsageResponse__Output>
      KeyUsage: MessageTypeDefinition<_envol_v1_KeyUsage, _envol_v1_KeyUsage__Output>
      LookupEventsRequest: MessageTypeDefinition<_envol_v1_LookupEventsRequest, _envol_v1_LookupEventsRequest__Output>
      LookupEventsResponse: MessageTypeDefinition<_envol_v1_LookupEventsResponse, _envol_v1_LookupEventsResponse__Output>
      OperationUsage: MessageTypeDefinition<_envol_v1_OperationUsage, _envol_v1_OperationUsage__Output>
      WatchRecordsRequest: MessageTypeDefinition<_envol_v1_WatchRecordsRequest, _envol_v1_WatchRecordsRequest__Output>
      WatchRequest: MessageTypeDefinition<_envol_v1_WatchRequest, _envol_v1_WatchRequest__Output>
    }
  }
}

