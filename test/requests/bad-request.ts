/** One row of the tables of bad requests. */

import type { Message } from "./stock-client.ts";
import type { World } from "./world.ts";

/**
 * A request that is refused: the RPC, the condition in the words of the contract (which has the reason and the code),
 * the field at fault if one is, a part of the message that names the rule, and what to send.
 */
export type BadRequest = readonly [
  rpc: string,
  condition: string,
  field: string | undefined,
  says: string,
  messages: (world: World) => Message | readonly Message[],
];

export const NO_SUCH_VOLUME = "vol-0123456789abcdef0";
export const NO_SUCH_ATTACHMENT = "attach-0123456789abcdef0123456789abcdef";
export const NO_SUCH_KEY = "01234567-89ab-4def-8123-456789abcdef";
export const GIB = 2 ** 30;
/** The largest uint64, which JavaScript's numbers cannot tell from its neighbours. Protocol buffers take it as text. */
export const UINT64_MAX = "18446744073709551615";
/** 2^53: the first whole number that is not exact. */
export const INEXACT = "9007199254740992";
