import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { AddFaultRequest as _envol_v1_AddFaultRequest, AddFaultRequest__Output as _envol_v1_AddFaultRequest__Output } from './envol/v1/AddFaultRequest.ts';
import type { AddFaultResponse as _envol_v1_AddFaultResponse, AddFaultResponse__Output as _envol_v1_AddFaultResponse__Output } from './envol/v1/AddFaultResponse.ts';
import type { CorruptEffect as _envol_v1_CorruptEffect, CorruptEffect__Output as _envol_v1_CorruptEffect__Output } from './envol/v1/CorruptEffect.ts';
import type { DelayEffect as _envol_v1_DelayEffect, DelayEffect__Output as _envol_v1_DelayEffect__Output } from './envol/v1/DelayEffect.ts';
import type { DeviceSite as _envol_v1_DeviceSite, DeviceSite__Output as _envol_v1_DeviceSite__Output } from './envol/v1/DeviceSite.ts';
import type { DisableKeyEffect as _envol_v1_DisableKeyEffect, DisableKeyEffect__Output as _envol_v1_DisableKeyEffect__Output } from './envol/v1/DisableKeyEffect.ts';
import type { FailEffect as _envol_v1_FailEffect, FailEffect__Output as _envol_v1_FailEffect__Output } from './envol/v1/FailEffect.ts';
import type { Fault as _envol_v1_Fault, Fault__Output as _envol_v1_Fault__Output } from './envol/v1/Fault.ts';
import type { FaultSpec as _envol_v1_FaultSpec, FaultSpec__Output as _envol_v1_FaultSpec__Output } from './envol/v1/FaultSpec.ts';
import type { HarnessServiceClient as _envol_v1_HarnessServiceClient, HarnessServiceDefinition as _envol_v1_HarnessServiceDefinition } from './envol/v1/HarnessService.ts';
import type { KillEffect as _envol_v1_KillEffect, KillEffect__Output as _envol_v1_KillEffect__Output } from './envol/v1/KillEffect.ts';
import type { KmsSite as _envol_v1_KmsSite, KmsSite__Output as _envol_v1_KmsSite__Output } from './envol/v1/KmsSite.ts';
import type { ListFaultsRequest as _envol_v1_ListFaultsRequest, ListFaultsRequest__Output as _envol_v1_ListFaultsRequest__Output } from './envol/v1/ListFaultsRequest.ts';
import type { ListFaultsResponse as _envol_v1_ListFaultsResponse, ListFaultsResponse__Output as _envol_v1_ListFaultsResponse__Output } from './envol/v1/ListFaultsResponse.ts';
import type { RemoveFaultRequest as _envol_v1_RemoveFaultRequest, RemoveFaultRequest__Output as _envol_v1_RemoveFaultRequest__Output } from './envol/v1/RemoveFaultRequest.ts';
import type { RemoveFaultResponse as _envol_v1_RemoveFaultResponse, RemoveFaultResponse__Output as _envol_v1_RemoveFaultResponse__Output } from './envol/v1/RemoveFaultResponse.ts';
import type { ResetRequest as _envol_v1_ResetRequest, ResetRequest__Output as _envol_v1_ResetRequest__Output } from './envol/v1/ResetRequest.ts';
import type { ResetResponse as _envol_v1_ResetResponse, ResetResponse__Output as _envol_v1_ResetResponse__Output } from './envol/v1/ResetResponse.ts';
import type { StallEffect as _envol_v1_StallEffect, StallEffect__Output as _envol_v1_StallEffect__Output } from './envol/v1/StallEffect.ts';
import type { StoreSite as _envol_v1_StoreSite, StoreSite__Output as _envol_v1_StoreSite__Output } from './envol/v1/StoreSite.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  envol: {
    v1: {
      AddFaultRequest: MessageTypeDefinition<_envol_v1_AddFaultRequest, _envol_v1_AddFaultRequest__Output>
      AddFaultResponse: MessageTypeDefinition<_envol_v1_AddFaultResponse, _envol_v1_AddFaultResponse__Output>
      CorruptEffect: MessageTypeDefinition<_envol_v1_CorruptEffect, _envol_v1_CorruptEffect__Output>
      DelayEffect: MessageTypeDefinition<_envol_v1_DelayEffect, _envol_v1_DelayEffect__Output>
      DeviceSite: MessageTypeDefinition<_envol_v1_DeviceSite, _envol_v1_DeviceSite__Output>
      DisableKeyEffect: MessageTypeDefinition<_envol_v1_DisableKeyEffect, _envol_v1_DisableKeyEffect__Output>
      FailEffect: MessageTypeDefinition<_envol_v1_FailEffect, _envol_v1_FailEffect__Output>
      Fault: MessageTypeDefinition<_envol_v1_Fault, _envol_v1_Fault__Output>
      FaultSpec: MessageTypeDefinition<_envol_v1_FaultSpec, _envol_v1_FaultSpec__Output>
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
      HarnessService: SubtypeConstructor<typeof grpc.Client, _envol_v1_HarnessServiceClient> & { service: _envol_v1_HarnessServiceDefinition }
      KillEffect: MessageTypeDefinition<_envol_v1_KillEffect, _envol_v1_KillEffect__Output>
      KmsSite: MessageTypeDefinition<_envol_v1_KmsSite, _envol_v1_KmsSite__Output>
      ListFaultsRequest: MessageTypeDefinition<_envol_v1_ListFaultsRequest, _envol_v1_ListFaultsRequest__Output>
      ListFaultsResponse: MessageTypeDefinition<_envol_v1_ListFaultsResponse, _envol_v1_ListFaultsResponse__Output>
      RemoveFaultRequest: MessageTypeDefinition<_envol_v1_RemoveFaultRequest, _envol_v1_RemoveFaultRequest__Output>
      RemoveFaultResponse: MessageTypeDefinition<_envol_v1_RemoveFaultResponse, _envol_v1_RemoveFaultResponse__Output>
      ResetRequest: MessageTypeDefinition<_envol_v1_ResetRequest, _envol_v1_ResetRequest__Output>
      ResetResponse: MessageTypeDefinition<_envol_v1_ResetResponse, _envol_v1_ResetResponse__Output>
      StallEffect: MessageTypeDefinition<_envol_v1_StallEffect, _envol_v1_StallEffect__Output>
      StoreSite: MessageTypeDefinition<_envol_v1_StoreSite, _envol_v1_StoreSite__Output>
    }
  }
}

