/** All suites, in the order in which they run: from the inside out. */

import { suite as cache } from "./cache.ts";
import { suite as ciphers } from "./ciphers.ts";
import { suite as e2e } from "./e2e.ts";
import { suite as grpc } from "./grpc.ts";
import { suite as kms } from "./kms.ts";
import { suite as pool } from "./pool.ts";
import { suite as reading } from "./reading.ts";
import { suite as store } from "./store.ts";
import type { Suite } from "./suite.ts";

export const SUITES: readonly Suite[] = [ciphers, pool, reading, store, cache, kms, grpc, e2e];
