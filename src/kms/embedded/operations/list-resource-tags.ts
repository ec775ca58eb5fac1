import { requireKey } from "../authorization.ts";
import { resolveKey } from "../key-identifier.ts";
import { pageEnd, takePage } from "../page.ts";
import { REQUIRED_KEY_ID, TAG_PAGE } from "../request-fields.ts";
import { operation } from "./operation.ts";

/** KMS API, ListResourceTags: Limit. */
const LIMIT_DEFAULT = 50;

/** The tags of a key, in order of their keys. */
export const ListResourceTags = operation({ keyId: REQUIRED_KEY_ID, ...TAG_PAGE }, async (call, request) => {
  const keyId = resolveKey(call.kms, request.keyId);
  const tags = [...requireKey(call, keyId).tags].sort((a, b) => (a.tagKey < b.tagKey ? -1 : 1));
  const page = takePage(call.kms, `ListResourceTags ${keyId}`, request, LIMIT_DEFAULT, (start = "") =>
    tags.filter(({ tagKey }) => tagKey >= start).map((tag) => [tag.tagKey, tag] as const),
  );
  return { tags: page.items, ...pageEnd(page) };
});
