/** HarnessService, as a client calls it. */

import type { AddFaultRequest } from "../gen/envol/v1/AddFaultRequest.ts";
import type { AddFaultResponse__Output as AddFaultResponse } from "../gen/envol/v1/AddFaultResponse.ts";
import type { ListFaultsRequest } from "../gen/envol/v1/ListFaultsRequest.ts";
import type { ListFaultsResponse__Output as ListFaultsResponse } from "../gen/envol/v1/ListFaultsResponse.ts";
import type { RemoveFaultRequest } from "../gen/envol/v1/RemoveFaultRequest.ts";
import type { RemoveFaultResponse__Output as RemoveFaultResponse } from "../gen/envol/v1/RemoveFaultResponse.ts";
import type { ResetRequest } from "../gen/envol/v1/ResetRequest.ts";
import type { ResetResponse__Output as ResetResponse } from "../gen/envol/v1/ResetResponse.ts";
import { HARNESS_SERVICE } from "../serve/grpc/load-protos.ts";
import type { Channel, UnaryCall } from "./channel.ts";

/** What each call does and refuses is said in proto/envol/v1/harness_service.proto. */
export interface HarnessClient {
  readonly addFault: UnaryCall<AddFaultRequest, AddFaultResponse>;
  readonly listFaults: UnaryCall<ListFaultsRequest, ListFaultsResponse>;
  readonly removeFault: UnaryCall<RemoveFaultRequest, RemoveFaultResponse>;
  readonly reset: UnaryCall<ResetRequest, ResetResponse>;
}

export function harnessClient(channel: Channel): HarnessClient {
  return {
    addFault: channel.unary(HARNESS_SERVICE.AddFault),
    listFaults: channel.unary(HARNESS_SERVICE.ListFaults),
    removeFault: channel.unary(HARNESS_SERVICE.RemoveFault),
    reset: channel.unary(HARNESS_SERVICE.Reset),
  };
}
