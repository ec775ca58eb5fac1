import { requireKey } from "../authorization.ts";
import { changeKey } from "../key-change.ts";
import { resolveKey } from "../key-identifier.ts";
import { REQUIRED_KEY_ID, TAG_KEYS } from "../request-fields.ts";
import { type Nothing, operation } from "./operation.ts";

/** Takes tags away; those that are not there are no error. */
export const UntagResource = operation(
  { keyId: REQUIRED_KEY_ID, tagKeys: TAG_KEYS },
  async (call, request): Promise<Nothing> => {
    const keyId = resolveKey(call.kms, request.keyId);
    await changeKey(call.kms, keyId, () => {
      const key = requireKey(call, keyId);
      return { ...key, tags: key.tags.filter(({ tagKey }) => !request.tagKeys.includes(tagKey)) };
    });
    return {};
  },
);
