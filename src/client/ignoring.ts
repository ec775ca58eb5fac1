/** For what may be gone already when it is to be taken away. */

import { EnvolError, type ErrorCode } from "../errors.ts";

/** Waits for `call`; that it fails with one of these codes is as good as success. */
export async function ignoring(codes: readonly ErrorCode[], call: Promise<void>): Promise<void> {
  try {
    await call;
  } catch (thrown) {
    if (!(thrown instanceof EnvolError && codes.includes(thrown.code))) throw thrown;
  }
}
