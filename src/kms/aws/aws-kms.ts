/** AWS KMS in place of the embedded KMS: for the volumes a client of it, for the doors a refusal. */

import { setMaxListeners } from "node:events";
import type { Logger } from "pino";
import type { Clock } from "../../clock.ts";
import { EnvolError } from "../../errors.ts";
import type { EventBus } from "../../events.ts";
import { LIMITS } from "../../limits.ts";
import type { AwsKmsOptions } from "../../options.ts";
import type { EmbeddedKms } from "../embedded/embedded-kms.ts";
import type { KmsClient } from "../kms-client.ts";
import { type Ask, createAwsClient, describeKey } from "./aws-client.ts";
import { createBreaker } from "./breaker.ts";
import { withDeadline } from "./deadline.ts";
import { createKeyWatch } from "./key-watch.ts";
import { refusalOf, unreachable, verdictOf } from "./refusals.ts";
import { type KmsApi, openKmsApi } from "./sdk.ts";

export interface AwsKms extends Pick<EmbeddedKms, "call"> {
  readonly client: KmsClient;
  /** Gives up what is under way. */
  close(): Promise<void>;
}

export interface AwsKmsContext {
  readonly options: AwsKmsOptions;
  readonly region: string;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly log: Logger;
}

/** @throws CONFIG_INVALID, naming the option; also when the AWS SDK is not installed */
export async function openAwsKms(context: AwsKmsContext): Promise<AwsKms> {
  const { options, region, log } = context;
  const times = checkOptions(options);
  const { endpoint } = options;
  const api = await openKmsApi({ region, ...(endpoint !== undefined && { endpoint }), ...times });
  if (endpoint !== undefined && isExposed(endpoint)) {
    log.warn({ endpoint }, "data keys cross the network unencrypted: the endpoint of the KMS is not https");
  }
  return createAwsKms(context, api, times);
}

interface Times {
  readonly pollIntervalMs: number;
  readonly requestTimeoutMs: number;
}

function createAwsKms({ options, clock, events, log }: AwsKmsContext, api: KmsApi, times: Times): AwsKms {
  const { pollIntervalMs, requestTimeoutMs } = times;
  const closing = new AbortController();
  // Each call under way listens.
  setMaxListeners(0, closing.signal);
  const breaker = createBreaker({
    clock,
    failuresMax: LIMITS.awsKmsFailuresMax,
    pauseMs: LIMITS.awsKmsPauseMs,
    verdict: verdictOf,
    refusal: () => unreachable("The KMS has not answered for some time. Calls are refused until it does."),
  });
  /** Makes a call within its time, whatever the state of the breaker. */
  const askNow: Ask = (operation, call, discard = () => {}) => {
    const refusal = () => unreachable(`The KMS did not answer ${operation} within ${requestTimeoutMs} ms.`);
    const deadline = { clock, timeoutMs: requestTimeoutMs, closed: closing.signal, refusal, discard };
    return withDeadline(deadline, call).catch((error) => {
      throw refusalOf(operation, error);
    });
  };
  const ask: Ask = (...call) => breaker.run(() => askNow(...call));
  const watch = createKeyWatch({
    clock,
    events,
    pollIntervalMs,
    staleAfterMs: options.staleAfterMs,
    // A question that is due is no burden on a KMS that is down, and finds out when it is back.
    ask: (keyArn) => breaker.watch(async () => (await describeKey(api, askNow, keyArn)).keyState),
    onFailure: (error) => log.error({ err: error }, "not every volume could follow the state of its KMS key"),
  });
  const call = () => Promise.reject(refuseOperation());
  return {
    call,
    client: createAwsClient({ api, ask, watch, events, granteeArn: options.granteeArn }),
    async close() {
      watch.close();
      closing.abort();
      api.close();
    },
  };
}

function refuseOperation(): EnvolError {
  const message = "The volumes of this daemon are under AWS KMS: use AWS's own tools for its keys.";
  return new EnvolError("KMS_UNSUPPORTED", message);
}

function checkOptions(options: AwsKmsOptions): Times {
  const { provider, endpoint, granteeArn, staleAfterMs } = options;
  const pollIntervalMs = options.pollIntervalMs ?? LIMITS.awsKmsPollIntervalMs;
  const requestTimeoutMs = options.requestTimeoutMs ?? Math.min(LIMITS.awsKmsRequestTimeoutMs, pollIntervalMs);
  requireThat("provider", provider === "aws", 'expected "aws"');
  requireThat(
    "endpoint",
    endpoint === undefined || isHttp(endpoint),
    "expected a URL that begins with https:// or http://",
  );
  requireThat(
    "granteeArn",
    granteeArn === undefined || PRINCIPAL_ARN.test(granteeArn),
    "expected the ARN of an IAM user or role",
  );
  requireThat("pollIntervalMs", isCount(pollIntervalMs), "expected a whole number of milliseconds, at least 1");
  const upToInterval = `expected a whole number of milliseconds from 1 to pollIntervalMs, ${pollIntervalMs}`;
  requireThat("requestTimeoutMs", isCount(requestTimeoutMs) && requestTimeoutMs <= pollIntervalMs, upToInterval);
  const staleMin = pollIntervalMs + requestTimeoutMs;
  const fromBound = `expected a whole number of milliseconds from pollIntervalMs and requestTimeoutMs together, ${staleMin}`;
  requireThat(
    "staleAfterMs",
    staleAfterMs === undefined || (isCount(staleAfterMs) && staleAfterMs >= staleMin),
    fromBound,
  );
  return { pollIntervalMs, requestTimeoutMs };
}

/** IAM User Guide, "IAM ARNs"; a role's session may stand for the role. */
const PRINCIPAL_ARN = /^arn:[a-z0-9-]+:(?:iam::\d{12}:(?:user|role)|sts::\d{12}:assumed-role)\/\S{1,512}$/;

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}

function isHttp(endpoint: string): boolean {
  return URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol);
}

/** Whether what is sent there can be read on the way. */
function isExposed(endpoint: string): boolean {
  const { protocol, hostname } = new URL(endpoint);
  return protocol === "http:" && !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

function requireThat(option: keyof AwsKmsOptions, holds: boolean, rule: string): void {
  if (!holds) throw new EnvolError("CONFIG_INVALID", `kms.${option}: ${rule}.`, { field: `kms.${option}` });
}
