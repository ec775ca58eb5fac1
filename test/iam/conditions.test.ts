import { expect, test } from "vitest";
import { conditionsHold, parseCondition } from "#envol/iam/policy/condition.ts";

type Given = string | readonly string[] | undefined;

function holds(operator: string, wanted: unknown, given: Given, more: Readonly<Record<string, string>> = {}): boolean {
  const conditions = parseCondition({ [operator]: { "Some:Key": wanted } }, true);
  return conditionsHold(conditions, (key) => (key === "some:key" ? given : more[key]));
}

test.each<[operator: string, wanted: unknown, given: Given, outcome: boolean]>([
  ["StringEquals", "a", "a", true],
  ["StringEquals", "a", "A", false],
  ["StringEquals", "a*", "ab", false],
  ["StringEquals", ["a", "b"], "b", true],
  ["StringEquals", "a", undefined, false],
  ["StringEquals", [], "a", false],
  ["StringNotEquals", ["a", "b"], "b", false],
  ["StringNotEquals", ["a", "b"], "c", true],
  ["StringNotEquals", "a", undefined, true],
  ["StringEqualsIgnoreCase", "aB", "Ab", true],
  ["StringNotEqualsIgnoreCase", "aB", "Ab", false],
  ["StringLike", "a*c?", "abbcd", true],
  ["StringLike", "a*c?", "abbc", false],
  ["StringNotLike", "a*", "ab", false],
  ["StringEqualsIfExists", "a", undefined, true],
  ["StringEqualsIfExists", "a", "b", false],
  ["StringNotEqualsIfExists", "a", undefined, true],
  ["NumericEquals", "7", "7.0", true],
  ["NumericEquals", "seven", "7", false],
  ["NumericEquals", "", "0", false],
  ["NumericNotEquals", 7, "8", true],
  ["NumericLessThan", "10", "9", true],
  ["NumericLessThan", "10", "10", false],
  ["NumericLessThanEquals", "10", "10", true],
  ["NumericGreaterThan", "9", "10", true],
  ["NumericGreaterThanEquals", "10", "10", true],
  ["NumericGreaterThanEquals", "10", undefined, false],
  ["DateEquals", "2027-01-15T08:00:00Z", "1800000000", true],
  ["DateNotEquals", "2027-01-15T08:00:00Z", "1800000001", true],
  ["DateLessThan", "2027-01-15T08:00:01Z", "2027-01-15T08:00:00Z", true],
  ["DateLessThanEquals", "2027", "2027-01-01T00:00:00Z", true],
  ["DateGreaterThan", "2027-01-15", "2027-01-15T00:00:00Z", false],
  ["DateGreaterThanEquals", "2027-01-15", "2027-01-15T00:00:00Z", true],
  ["DateLessThan", "tomorrow", "2027-01-15T08:00:00Z", false],
  ["Bool", "TRUE", "true", true],
  ["Bool", true, "true", true],
  ["Bool", "true", "false", false],
  ["Bool", "false", undefined, false],
  ["BoolIfExists", "true", undefined, true],
  ["BinaryEquals", "QmluYXJ5", "QmluYXJ5", true],
  ["IpAddress", "203.0.113.0/24", "203.0.113.255", true],
  ["IpAddress", "203.0.113.0/24", "203.0.114.0", false],
  ["IpAddress", "203.0.113.5", "203.0.113.5", true],
  ["IpAddress", "2001:db8::/32", "2001:db8:ffff::1", true],
  ["IpAddress", "2001:db8::/32", "2001:db9::1", false],
  ["IpAddress", "0.0.0.0/0", "::1", false],
  ["IpAddress", "203.0.113.0/", "203.0.113.0", false],
  ["IpAddress", "203.0.113.0/99", "203.0.113.0", false],
  ["IpAddress", "nowhere", "203.0.113.0", false],
  ["IpAddress", "0.0.0.0/0", "ec2.amazonaws.com", false],
  ["NotIpAddress", "203.0.113.0/24", "203.0.114.0", true],
  ["ArnEquals", "arn:aws:iam::*:role/a*", "arn:aws:iam::1:role/ab", true],
  ["ArnLike", "arn:aws:iam::*:role/a*", "arn:aws:iam::1:role/ab", true],
  ["ArnLike", "arn:aws:*:role/a*", "arn:aws:iam::1:role/ab", false],
  ["ArnNotEquals", "arn:aws:iam::*:role/a*", "arn:aws:iam::1:role/b", true],
  ["ArnNotLike", "arn:aws:iam::*:role/a*", "arn:aws:iam::1:role/ab", false],
  ["Null", "true", undefined, true],
  ["Null", true, "a", false],
  ["Null", "False", "a", true],
  ["Null", "true", [], true],
  ["ForAnyValue:StringEquals", ["a", "b"], ["b", "c"], true],
  ["ForAnyValue:StringEquals", ["a", "b"], ["c", "d"], false],
  ["ForAnyValue:StringEquals", "a", undefined, false],
  ["ForAnyValue:StringNotEquals", ["a", "b"], ["a", "c"], true],
  ["ForAnyValue:StringNotEquals", ["a", "b"], ["a", "b"], false],
  ["ForAnyValue:StringNotEquals", "a", undefined, false],
  ["ForAllValues:StringEquals", ["a", "b"], ["a", "b", "a"], true],
  ["ForAllValues:StringEquals", ["a", "b"], ["a", "c"], false],
  ["ForAllValues:StringEquals", "a", undefined, true],
  ["ForAllValues:StringNotLike", "a*", ["b", "c"], true],
  ["ForAllValues:StringNotLike", "a*", ["b", "ab"], false],
  ["ForAnyValue:StringEqualsIfExists", "a", undefined, true],
])("%s %j of %j: %s", (operator, wanted, given, outcome) => {
  expect(holds(operator, wanted, given)).toBe(outcome);
});

const withVariables = (text: string) => text.replaceAll("<", "${").replaceAll(">", "}");

test.each<[operator: string, wanted: string, given: string, outcome: boolean]>([
  ["StringEquals", "<aws:username>", "alice", true],
  ["StringEquals", "<AWS:UserName>", "alice", true],
  ["StringEquals", "team-<aws:PrincipalTag/team>-x", "team-storage-x", true],
  ["StringEquals", "<aws:PrincipalTag/none, 'nobody'>", "nobody", true],
  ["StringEquals", "<aws:PrincipalTag/none>", "", false],
  ["StringNotEquals", "<aws:PrincipalTag/none>", "a", true],
  ["StringLike", "<*>", "*", true],
  ["StringLike", "<*>", "a", false],
  ["StringLike", "<?>", "a", false],
  ["StringEquals", "<$>{aws:username}", "<aws:username>", true],
  ["StringLike", "<aws:wild>b", "*b", true],
  ["StringLike", "<aws:wild>b", "ab", false],
  ["StringLike", "*<aws:username>", "my alice", true],
  ["StringEquals", "<aws:username", "<aws:username", true],
])("with variables between angle brackets, %s %j of %j: %s", (operator, wanted, given, outcome) => {
  const more = { "aws:username": "alice", "aws:principaltag/team": "storage", "aws:wild": "*" };
  expect(holds(operator, withVariables(wanted), withVariables(given), more)).toBe(outcome);
});

test("a policy of the older version has no variables", () => {
  const conditions = parseCondition({ StringEquals: { a: withVariables("<aws:username>") } }, false);
  expect(conditionsHold(conditions, () => "alice")).toBe(false);
  expect(conditionsHold(conditions, () => withVariables("<aws:username>"))).toBe(true);
});
