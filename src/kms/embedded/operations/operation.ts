/** The shapes of an operation's request and response, taken from the contract. */

import type { KeyOperations } from "../../key-operations.ts";

export type RequestOf<Name extends keyof KeyOperations> = Parameters<KeyOperations[Name]>[1];
export type ResponseOf<Name extends keyof KeyOperations> = Awaited<ReturnType<KeyOperations[Name]>>;
