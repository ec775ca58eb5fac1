/** KeyService, as a client calls it. */

import type { KeyServiceDefinition } from "../gen/envol/v1/KeyService.ts";
import { KEY_SERVICE } from "../serve/grpc/load-protos.ts";
import type { Channel, Method, UnaryCall } from "./channel.ts";

/** The names of the RPCs: the index signature that the definition has beside them would make any text one. */
type Rpc = keyof { [Name in keyof KeyServiceDefinition as string extends Name ? never : Name]: Name };

type Call<Definition> = Definition extends Method<infer Request, infer Response> ? UnaryCall<Request, Response> : never;

/**
 * A method for each RPC, under its name with the first letter in lower case. What each does and refuses is said in
 * proto/envol/v1/key_service.proto.
 */
export type KeyClient = { readonly [Name in Rpc as Uncapitalize<Name>]: Call<KeyServiceDefinition[Name]> };

export function keyClient(channel: Channel): KeyClient {
  const calls = (Object.keys(KEY_SERVICE) as Rpc[]).map((rpc) => {
    const method = KEY_SERVICE[rpc] as unknown as Method<object, unknown>;
    return [rpc.charAt(0).toLowerCase() + rpc.slice(1), channel.unary(method)] as const;
  });
  return Object.fromEntries(calls) as unknown as KeyClient;
}
