/**
 * Texts of a policy that may hold variables: `${aws:username}`, `${aws:PrincipalTag/team, 'none'}` with what stands in for
 * an absent value, and `${*}`, `${?}` and `${$}` for the characters themselves (IAM user guide, "Variables").
 */

import { type Pattern, type Token, toPattern, wildcardOf } from "./wildcard.ts";

/** The values of a request by condition key, in lower case; undefined for one that the request does not have. */
export type LookUp = (key: string) => string | readonly string[] | undefined;

interface Variable {
  /** In lower case: names of condition keys are the same in any case. */
  readonly key: string;
  readonly otherwise: string | undefined;
}

export interface Template {
  readonly parts: readonly (Token | Variable)[];
  /** What it is for every request, when it holds no variable. */
  readonly fixed: Pattern | undefined;
}

interface TemplateRules {
  /** Whether `*` and `?` are wildcards. */
  readonly wildcards: boolean;
  /** Whether `${` begins a variable: only in policies of version 2012-10-17. */
  readonly variables: boolean;
}

const VARIABLE = /\$\{([*?$]|[\w.:/=+@-]+)(?:\s*,\s*'([^']*)')?\s*\}/gu;

export function parseTemplate(text: string, { wildcards, variables }: TemplateRules): Template {
  const plain = (literal: string): Token[] => (wildcards ? [...literal].map(wildcardOf) : [...literal]);
  const parts: (Token | Variable)[] = [];
  let from = 0;
  for (const found of variables ? text.matchAll(VARIABLE) : []) {
    const [whole, name = "", otherwise] = found;
    parts.push(...plain(text.slice(from, found.index)));
    parts.push(/^[*?$]$/.test(name) ? name : { key: name.toLowerCase(), otherwise });
    from = found.index + whole.length;
  }
  parts.push(...plain(text.slice(from)));
  const fixed = parts.every(isToken) ? toPattern(parts) : undefined;
  return { parts, fixed };
}

/** The pattern that it is for one request; undefined when a variable has no single value there. */
export function resolveTemplate({ parts, fixed }: Template, lookUp: LookUp): Pattern | undefined {
  if (fixed !== undefined) return fixed;
  const tokens: Token[] = [];
  for (const part of parts) {
    if (isToken(part)) {
      tokens.push(part);
      continue;
    }
    const value = lookUp(part.key) ?? part.otherwise;
    if (typeof value !== "string") return undefined;
    // Whatever wildcards a value has in it, they are characters.
    tokens.push(...value);
  }
  return toPattern(tokens);
}

function isToken(part: Token | Variable): part is Token {
  return typeof part !== "object";
}
