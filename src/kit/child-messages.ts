/** What a daemon in a child process and its parent tell each other. Bytes and undefined pass as they are (v8.serialize). */

import type { ErrorCode } from "../errors.ts";
import type { Daemon, DaemonOptions } from "../options.ts";

/** Sent first. */
export interface StartMessage {
  readonly options: DaemonOptions;
  /** What the child removes when its parent has gone without stopping it. */
  readonly temporaryDirectories: readonly string[];
}

/** Asks the child to close the daemon and to end. */
export const STOP = "stop";

export type ChildMessage =
  | { readonly ready: Daemon["addresses"] }
  | { readonly failed: { readonly code: ErrorCode; readonly message: string; readonly field: string | undefined } };
