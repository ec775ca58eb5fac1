/** What a test harness imports: `import { startEnvol } from "envol"`. */

export * from "./client/index.ts";
export { type Clock, type ManualClock, manualClock } from "./clock.ts";
export { startDaemon } from "./daemon.ts";
export { type Envol, type EnvolOptions, startEnvol } from "./kit/start-envol.ts";
export type { AwsKmsOptions, Daemon, DaemonOptions, RevocationMode } from "./options.ts";
