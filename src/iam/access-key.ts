/** Access keys, as a front door needs them: to verify a signature, and to know whose it is. */

export interface HeldAccessKey {
  readonly secretAccessKey: string;
  readonly arn: string;
  readonly accountId: string;
}

/** The key's secret and whose it is; undefined when there is no such active key. Synchronous: keys are in memory. */
export type FindAccessKey = (accessKeyId: string) => HeldAccessKey | undefined;
