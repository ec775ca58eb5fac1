/** KeyService has the operations of the KMS, and its requests have their members. */

import { describe, expect, test } from "vitest";
import type { FieldRule, FieldRules } from "#envol/kms/embedded/fields.ts";
import { OPERATION_NAMES, type OperationName } from "#envol/kms/embedded/operation-names.ts";
import { OPERATIONS } from "#envol/kms/embedded/operations/registry.ts";
import { KEY_SERVICE, PACKAGE_DEFINITION } from "#envol/serve/grpc/load-protos.ts";

/** Custom key stores only refuse; and keySpec has an older name in the KMS API. */
const LEFT_OUT: readonly string[] = ["customerMasterKeySpec", "customKeyStoreId", "xksKeyId"];

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly typeName: string;
}

interface Message {
  readonly field: readonly Field[];
  readonly nestedType: readonly { readonly name: string }[];
}

const RPCS = Object.keys(KEY_SERVICE) as OperationName[];

function message(name: string): Message {
  return (PACKAGE_DEFINITION[`envol.v1.${name}`] as unknown as { type: Message }).type;
}

/** What the fields of a message are, in the words of the rules. */
function described({ field: fields, nestedType }: Message): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => {
      const isMap = nestedType.some(({ name }) => name === field.typeName);
      const one = field.type === "TYPE_MESSAGE" && !isMap ? described(message(field.typeName)) : SCALARS[field.type];
      return [field.name, isMap ? "map" : field.label === "LABEL_REPEATED" ? [one] : one];
    }),
  );
}

const SCALARS: Readonly<Record<string, string>> = {
  TYPE_STRING: "text",
  TYPE_BYTES: "blob",
  TYPE_UINT32: "integer",
  TYPE_UINT64: "timestamp",
  TYPE_BOOL: "boolean",
};

function describedRules(rules: FieldRules): Record<string, unknown> {
  const offered = Object.entries(rules).filter(([name]) => !LEFT_OUT.includes(name));
  return Object.fromEntries(offered.map(([name, rule]) => [name, describedRule(rule)]));
}

function describedRule(rule: FieldRule): unknown {
  if (rule.type === "structure") return describedRules(rule.members);
  return rule.type === "list" ? [describedRule(rule.member)] : rule.type;
}

test("every operation but those of custom key stores is an RPC", () => {
  const offered = OPERATION_NAMES.filter((name) => !name.includes("CustomKeyStore"));
  expect(RPCS.toSorted()).toEqual(offered.toSorted());
});

describe("the request has the operation's fields:", () => {
  test.each(RPCS)("%s", (rpc) => {
    expect(described(message(`${rpc}Request`))).toEqual(describedRules(OPERATIONS[rpc].fields));
  });
});
