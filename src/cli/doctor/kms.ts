/** Which KMS a daemon's volumes would be under, and whether what it takes to reach it is installed. */

import type { DaemonOptions } from "../../options.ts";
import { SERVE_OPTIONS } from "../serve-options.ts";
import type { Check } from "./check.ts";

/** @param resolve finds an installed package, or throws */
export function checkKms(
  { kms, region }: Pick<DaemonOptions, "kms" | "region">,
  resolve: (name: string) => unknown = import.meta.resolve,
): Check {
  const name = "KMS";
  if (kms === undefined) return { name, status: "ok", finding: "embedded" };
  try {
    resolve("@aws-sdk/client-kms");
  } catch {
    const action = "npm install @aws-sdk/client-kms";
    return { name, status: "failed", finding: "AWS KMS, for which the AWS SDK is not installed", action };
  }
  const place = kms.endpoint ?? `Region ${region ?? SERVE_OPTIONS.region.otherwise}`;
  return { name, status: "ok", finding: `AWS KMS, ${place}; the AWS SDK is installed` };
}
