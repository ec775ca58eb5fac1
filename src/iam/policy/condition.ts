/** The Condition of a statement: read from its JSON, and held against a request. */

import { OPERATORS, type Operator } from "./operators.ts";
import { type LookUp, parseTemplate, resolveTemplate, type Template } from "./template.ts";
import type { Pattern } from "./wildcard.ts";

/** One condition key under one operator. Of a statement's conditions, all must hold. */
export interface Condition {
  /** In lower case: names of condition keys are the same in any case. */
  readonly key: string;
  /** Of `Null`, which asks only whether the request has the key. */
  readonly operator: Operator | "Null";
  readonly quantifier: "ForAnyValue" | "ForAllValues" | undefined;
  readonly ifExists: boolean;
  readonly values: readonly Template[];
}

const OPERATOR_NAME = /^(?:(ForAnyValue|ForAllValues):)?(\w+?)(IfExists)?$/;

/** @throws MalformedCondition */
export function parseCondition(json: unknown, variables: boolean): Condition[] {
  return entriesOf(json, "The Condition").flatMap(([name, keys]) => {
    const [, quantifier, base = "", ifExists] = OPERATOR_NAME.exec(name) ?? [];
    const operator = base === "Null" ? base : OPERATORS.get(base);
    if (operator === undefined || (operator === "Null" && ifExists !== undefined)) {
      throw new MalformedCondition(`has an unknown condition operator '${name}'.`);
    }
    const rules = { wildcards: operator !== "Null" && operator.wildcards, variables };
    return entriesOf(keys, `The condition operator ${name}`).map(([key, value]) => ({
      key: key.toLowerCase(),
      operator,
      quantifier: quantifier as Condition["quantifier"],
      ifExists: ifExists !== undefined,
      values: textsOf(value, key).map((text) => parseTemplate(text, rules)),
    }));
  });
}

/** What is wrong with a condition, as the rest of a sentence about its statement. */
export class MalformedCondition extends Error {}

function entriesOf(json: unknown, subject: string): [string, unknown][] {
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return Object.entries(json);
  throw new MalformedCondition(`is malformed: ${subject} is not a JSON object.`);
}

/** JSON's numbers and truth values stand for their texts. */
function textsOf(value: unknown, key: string): string[] {
  const values = Array.isArray(value) ? value : [value];
  if (values.every((item) => ["string", "number", "boolean"].includes(typeof item))) return values.map(String);
  throw new MalformedCondition(`has a value for the condition key ${key} that is no text, number or truth value.`);
}

/** Whether all conditions hold for the request. */
export function conditionsHold(conditions: readonly Condition[], lookUp: LookUp): boolean {
  return conditions.every((condition) => holds(condition, lookUp));
}

function holds({ key, operator, quantifier, ifExists, values }: Condition, lookUp: LookUp): boolean {
  const value = lookUp(key);
  const given = typeof value === "string" ? [value] : (value ?? []);
  const wanted = values.flatMap((template): Pattern[] => {
    const pattern = resolveTemplate(template, lookUp);
    return pattern === undefined ? [] : [pattern];
  });
  if (operator === "Null") {
    const isAbsent = String(given.length === 0);
    return wanted.some((asked) => typeof asked === "string" && asked.toLowerCase() === isAbsent);
  }
  const fits = (item: string) => wanted.some((pattern) => operator.fits(pattern, item));
  const passes = (item: string) => fits(item) !== operator.negated;
  if (given.length === 0) return absentPasses(operator, quantifier, ifExists);
  if (quantifier === "ForAllValues") return given.every(passes);
  if (quantifier === "ForAnyValue") return given.some(passes);
  // A key of many values without a quantifier: one that fits is enough, and for a negated operator one too many.
  return operator.negated ? given.every(passes) : given.some(passes);
}

/** IAM user guide, "Set operators for multivalued context keys": ForAllValues holds for no values, ForAnyValue does not. */
function absentPasses(operator: Operator, quantifier: Condition["quantifier"], ifExists: boolean): boolean {
  if (ifExists || quantifier === "ForAllValues") return true;
  return quantifier === undefined && operator.negated;
}
