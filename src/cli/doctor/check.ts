/** What one check found. */

export interface Check {
  readonly name: string;
  /** "note" and "warning" are for whoever wonders about speed or safety; only "failed" keeps a daemon from working. */
  readonly status: "ok" | "note" | "warning" | "failed";
  readonly finding: string;
  /** What to do next, where something should be done. */
  readonly action?: string;
}
