/** Whose calls the client commands make: the access key that the environment holds. */

import type { ConnectOptions } from "../client/client.ts";
import { EnvolError } from "../errors.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The access key of ENVOL_ACCESS_KEY_ID and ENVOL_SECRET_ACCESS_KEY; where neither is set, that of the variables that
 * AWS's tools read. The latter is often an AWS account's: a daemon that does not know it takes the call for one that is
 * not signed. Neither secret is sent anywhere.
 * @throws CONFIG_INVALID when one of Envol's two variables is set without the other
 */
export function connectOptions(environment: Environment): ConnectOptions {
  const [accessKeyId, secretAccessKey] = variables(environment, "ENVOL");
  if (Boolean(accessKeyId) !== Boolean(secretAccessKey)) {
    const missing = accessKeyId ? "ENVOL_SECRET_ACCESS_KEY" : "ENVOL_ACCESS_KEY_ID";
    throw new EnvolError("CONFIG_INVALID", `${missing}: expected the other half of the access key; it is not set.`, {
      field: missing,
    });
  }
  if (accessKeyId && secretAccessKey) return { credentials: { accessKeyId, secretAccessKey } };
  const [awsAccessKeyId, awsSecretAccessKey] = variables(environment, "AWS");
  if (!awsAccessKeyId || !awsSecretAccessKey) return {};
  return { credentials: { accessKeyId: awsAccessKeyId, secretAccessKey: awsSecretAccessKey } };
}

function variables(environment: Environment, prefix: string): [string | undefined, string | undefined] {
  return [environment[`${prefix}_ACCESS_KEY_ID`], environment[`${prefix}_SECRET_ACCESS_KEY`]];
}
