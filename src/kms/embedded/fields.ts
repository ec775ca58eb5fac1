/**
 * What the fields of requests look like, as data: the shapes, lengths, ranges, patterns and sets of the AWS KMS API model.
 * One description serves the validation, the type of the request, and whoever decodes requests or records them.
 */

/** Lengths count UTF-16 units of a text, bytes of a blob, members of a list. Both ends are allowed. */
type Range = readonly [min: number, max: number];

interface TextRule {
  readonly type: "text";
  readonly length?: Range;
  readonly pattern?: RegExp;
  readonly values?: readonly string[];
  /** Never shown in an error or a record. */
  readonly secret?: true;
}
interface BlobRule {
  readonly type: "blob";
  readonly length: Range;
}
interface IntegerRule {
  readonly type: "integer";
  readonly range: Range;
}
/** In milliseconds since 1970; the field's name ends with `Ms`, which AWS's name does not. */
interface TimestampRule {
  readonly type: "timestamp";
}
interface BooleanRule {
  readonly type: "boolean";
}
/** Texts by text. */
interface MapRule {
  readonly type: "map";
}
interface ListRule {
  readonly type: "list";
  readonly length?: Range;
  readonly member: TextRule | StructureRule;
}
export interface StructureRule {
  readonly type: "structure";
  readonly members: FieldRules;
}

type ValueRule = TextRule | BlobRule | IntegerRule | TimestampRule | BooleanRule | MapRule | ListRule | StructureRule;

export type FieldRule = ValueRule & { readonly required?: true };

/** By AWS's member name with its first letter in lower case. */
export type FieldRules = Readonly<Record<string, FieldRule>>;

type ValueOf<Rule> = Rule extends { type: "text"; values: readonly (infer Value)[] }
  ? Value
  : Rule extends { type: "text" }
    ? string
    : Rule extends { type: "blob" }
      ? Uint8Array
      : Rule extends { type: "integer" | "timestamp" }
        ? number
        : Rule extends { type: "boolean" }
          ? boolean
          : Rule extends { type: "map" }
            ? Readonly<Record<string, string>>
            : Rule extends { type: "list"; member: infer Member }
              ? readonly ValueOf<Member>[]
              : Rule extends { type: "structure"; members: infer Members }
                ? RequestOf<Members>
                : never;

type RequiredNames<Rules> = {
  [Name in keyof Rules]: Rules[Name] extends { required: true } ? Name : never;
}[keyof Rules];

/** The type of a request whose fields have these rules. */
export type RequestOf<Rules> = {
  readonly [Name in RequiredNames<Rules>]: ValueOf<Rules[Name]>;
} & {
  readonly [Name in Exclude<keyof Rules, RequiredNames<Rules>>]?: ValueOf<Rules[Name]> | undefined;
};

/** The same rule, for a field that must be there. */
export function required<const Rule extends ValueRule>(rule: Rule): Rule & { readonly required: true } {
  return { ...rule, required: true };
}

/** Whether a value of this rule may be shown in a record of the call: no blob may, for any could be plaintext or ciphertext. */
export function isRecordable(rule: FieldRule): boolean {
  if (rule.type === "list") return rule.member.type !== "text" || rule.member.secret === undefined;
  return rule.type !== "blob" && !(rule.type === "text" && rule.secret);
}
