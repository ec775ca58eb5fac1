/** Patterns of policies: `*` stands for any characters, `?` for exactly one (IAM user guide, "Wildcard"). */

export const MANY: unique symbol = Symbol("*");
export const ONE: unique symbol = Symbol("?");

/** One character that stands for itself, or a wildcard. */
export type Token = string | typeof MANY | typeof ONE;

/** A text when there is no wildcard in it. */
export type Pattern = string | readonly Token[];

/** A text of a policy in which `*` and `?` are wildcards. */
export function parsePattern(text: string): Pattern {
  return toPattern([...text].map(wildcardOf));
}

export function wildcardOf(character: string): Token {
  if (character === "*") return MANY;
  return character === "?" ? ONE : character;
}

export function toPattern(tokens: readonly Token[]): Pattern {
  return tokens.every((token) => typeof token === "string") ? tokens.join("") : tokens;
}

export function lowerCased(pattern: Pattern): Pattern {
  if (typeof pattern === "string") return pattern.toLowerCase();
  // A character may become two in lower case.
  return pattern.flatMap((token): readonly Token[] => (typeof token === "string" ? [...token.toLowerCase()] : [token]));
}

/**
 * Whether the whole text fits the pattern. It takes at most as many steps as the product of both lengths: on a mismatch,
 * only the last `*` takes one character more, for what the ones before it have taken need not change.
 */
export function fitsPattern(pattern: Pattern, text: string): boolean {
  if (typeof pattern === "string") return pattern === text;
  const characters = [...text];
  let at = 0;
  let token = 0;
  let lastMany = -1;
  let takenByMany = 0;
  while (at < characters.length) {
    const wanted = pattern[token];
    if (wanted === MANY) {
      lastMany = token++;
      takenByMany = at;
    } else if (wanted === ONE || (wanted !== undefined && wanted === characters[at])) {
      token++;
      at++;
    } else if (lastMany >= 0) {
      token = lastMany + 1;
      at = ++takenByMany;
    } else {
      return false;
    }
  }
  return pattern.slice(token).every((rest) => rest === MANY);
}

/** arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE; a colon behind the fifth belongs to the resource. */
const ARN_FIELDS = 6;

/**
 * Whether an ARN fits a pattern for ARNs, whose wildcards stay within its six fields; the fields that an unfinished
 * pattern lacks fit anything (IAM user guide, "Resource"). What does not begin like an ARN is an ordinary pattern.
 */
export function fitsArnPattern(pattern: Pattern, arn: string): boolean {
  if (pattern === arn) return true;
  const tokens = typeof pattern === "string" ? [...pattern] : pattern;
  if (!beginsLikeArn(tokens) || !arn.startsWith("arn:")) return fitsPattern(pattern, arn);
  const fields = arn.split(":");
  const given = [...fields.slice(0, ARN_FIELDS - 1), fields.slice(ARN_FIELDS - 1).join(":")];
  const wanted = splitFields(tokens);
  return given.every((field, at) => wanted[at] === undefined || fitsPattern(toPattern(wanted[at]), field));
}

function splitFields(tokens: readonly Token[]): Token[][] {
  const fields: Token[][] = [[]];
  for (const token of tokens) {
    if (token === ":" && fields.length < ARN_FIELDS) fields.push([]);
    else fields.at(-1)?.push(token);
  }
  return fields;
}

function beginsLikeArn(tokens: readonly Token[]): boolean {
  return [..."arn:"].every((character, at) => tokens[at] === character);
}
