/** What the endpoint asks of a service that speaks AWS JSON. */

import type { KmsCaller } from "../../kms/kms-client.ts";
import type { JsonObject } from "./json.ts";

/** One call, by a caller who has been identified; `caller.region` is the Region that is called. */
export interface AwsCall {
  readonly operation: string;
  readonly request: JsonObject;
  readonly caller: KmsCaller;
  /** The x-amzn-RequestId of the answer. */
  readonly requestId: string;
}

export interface AwsService {
  /** Its name in the credential scope of what is signed for it. */
  readonly signingName: string;
  /** AWS's JSON in, AWS's JSON out; an object without members becomes an empty body. @throws OPERATION_UNKNOWN, and its own errors */
  call(call: AwsCall): Promise<JsonObject>;
}
