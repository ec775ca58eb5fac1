/** `envol principal`: who may call, with what policies and access keys; and `envol whoami`. */

import type { Command } from "commander";
import { EnvolError } from "../../errors.ts";
import type { Principal__Output as Principal } from "../../gen/envol/v1/Principal.ts";
import { fileBytes } from "../byte-arguments.ts";
import { type ClientOptions, clientCommand, commandGroup, withClient } from "../client-command.ts";
import { details, formatTime, table } from "../output.ts";
import { argument, nameAndValue, type Rule, repeatable } from "../rules.ts";
import { print, printResult } from "../terminal.ts";

type Pair = readonly [name: string, value: string];

/** A principal as a person names it, as the daemon takes it: a name alone is a user's. */
const principalName: Rule<string> = {
  expected: "a user's NAME, role/NAME, root, or an ARN",
  parse(text) {
    if (/^(arn:.+|root|(user|role)\/[^/]+)$/.test(text)) return text;
    return /^[^/:]+$/.test(text) ? `user/${text}` : undefined;
  },
};
/** One that is to be made. */
const newPrincipal: Rule<{ readonly kind: string; readonly name: string }> = {
  expected: "a user's NAME, or role/NAME",
  parse(text) {
    const [, kind = "user", name] = /^(?:(user|role)\/)?([^/:]+)$/.exec(text) ?? [];
    return name === undefined || text === "root" ? undefined : { kind, name };
  },
};

const asPrincipal = argument("NAME", principalName);

/** In proto3 a message inside a message may be absent; from this daemon it is not. */
function known(principal: Principal | null): Principal {
  if (principal === null) throw new EnvolError("INTERNAL", "The daemon's answer has no principal in it.");
  return principal;
}

function principalDetails({ arn, createTimeMs, tags, policies, accessKeys }: Principal): string {
  const documents = Object.entries(policies).map(([name, document]) => `\n\npolicy ${name}\n${indentedJson(document)}`);
  const facts = details([
    ["principal", arn],
    ["created", formatTime(createTimeMs)],
    ...Object.entries(tags).map(([name, value]) => ["tag", `${name}=${value}`] as const),
    ...accessKeys.map(({ accessKeyId, status }) => ["access key", `${accessKeyId} ${status}`] as const),
  ]);
  return facts + documents.join("");
}

function indentedJson(document: string): string {
  try {
    return JSON.stringify(JSON.parse(document), null, 2);
  } catch {
    return document;
  }
}

function addLife(group: Command): void {
  clientCommand(group, "create <name>", "create a user, or a role", [
    "envol principal create alice",
    "envol principal create role/backup --tag team=storage",
  ])
    .option("--tag <name=value>", "a tag; may be repeated", repeatable("--tag", nameAndValue), [])
    .action((text: string, options: ClientOptions & { tag: Pair[] }) => {
      const principal = argument("NAME", newPrincipal)(text);
      return withClient(options, async (client) => {
        const answer = await client.principals.createPrincipal({ ...principal, tags: Object.fromEntries(options.tag) });
        printResult(options, answer, () => principalDetails(known(answer.principal)));
      });
    });

  clientCommand(group, "list", "list the root, users and roles", ["envol principal list"]).action(
    (options: ClientOptions) =>
      withClient(options, async (client) => {
        const answer = await client.principals.listPrincipals({});
        printResult(options, answer, () =>
          table(
            [{ header: "PRINCIPAL" }, { header: "ACCESS KEYS" }, { header: "POLICIES" }],
            answer.principals.map(({ arn, accessKeys, policies }) => [
              arn,
              accessKeys.map(({ accessKeyId }) => accessKeyId).join(", "),
              Object.keys(policies).join(", "),
            ]),
          ),
        );
      }),
  );

  clientCommand(group, "show <name>", "show a principal and all it has", [
    "envol principal show alice",
    "envol principal show role/backup --json",
  ]).action((name: string, options: ClientOptions) => {
    const principal = asPrincipal(name);
    return withClient(options, async (client) => {
      const answer = await client.principals.getPrincipal({ principal });
      printResult(options, answer, () => principalDetails(known(answer.principal)));
    });
  });

  clientCommand(group, "delete <name>", "delete a user or a role", ["envol principal delete alice"]).action(
    (name: string, options: ClientOptions) => {
      const principal = asPrincipal(name);
      return withClient(options, async (client) => {
        const answer = await client.principals.deletePrincipal({ principal });
        printResult(options, answer, () => `${name} is deleted.`);
      });
    },
  );
}

function addPolicies(group: Command): void {
  clientCommand(group, "put-policy <name> <policy> <json>", "give it an inline policy", [
    "envol principal put-policy alice use-keys @policy.json",
    `envol principal put-policy alice look '{"Statement":{"Effect":"Allow","Action":"kms:Describe*","Resource":"*"}}'`,
  ])
    .addHelpText("after", "\nJSON may also be @FILE, or @- for standard input.")
    .action(async (name: string, policyName: string, text: string, options: ClientOptions) => {
      const principal = asPrincipal(name);
      const document = text.startsWith("@") ? (await fileBytes(text.slice(1))).toString() : text;
      await withClient(options, async (client) => {
        const answer = await client.principals.putPrincipalPolicy({ principal, policyName, document });
        printResult(options, answer, () => `${name} has the policy ${policyName}.`);
      });
    });

  clientCommand(group, "delete-policy <name> <policy>", "take an inline policy away", [
    "envol principal delete-policy alice use-keys",
  ]).action((name: string, policyName: string, options: ClientOptions) => {
    const principal = asPrincipal(name);
    return withClient(options, async (client) => {
      const answer = await client.principals.deletePrincipalPolicy({ principal, policyName });
      printResult(options, answer, () => `${name} has no policy ${policyName} any more.`);
    });
  });
}

function addAccessKeys(group: Command): void {
  clientCommand(group, "create-access-key <name>", "make an access key", [
    "envol principal create-access-key alice",
    'eval "$(envol principal create-access-key alice --export)"',
  ])
    .option("--export", "print the commands with which a shell takes the key for its own")
    .action((name: string, options: ClientOptions & { export?: true }) => {
      const principal = asPrincipal(name);
      return withClient(options, async (client) => {
        const answer = await client.principals.createAccessKey({ principal });
        const { accessKeyId, secretAccessKey } = answer;
        if (options.export) print(exportCommands(accessKeyId, secretAccessKey));
        else {
          printResult(options, answer, () =>
            details([
              ["access key", accessKeyId],
              ["secret", secretAccessKey],
            ]),
          );
        }
      });
    });

  const statusCommand = (verb: string, status: string, description: string) =>
    clientCommand(group, `${verb}-access-key <id>`, description, [
      `envol principal ${verb}-access-key AKIAIOSFODNN7EXAMPLE`,
    ]).action((accessKeyId: string, options: ClientOptions) =>
      withClient(options, async (client) => {
        const answer = await client.principals.updateAccessKey({ accessKeyId, status });
        printResult(options, answer, () => `${accessKeyId} is ${status.toLowerCase()}.`);
      }),
    );
  statusCommand("disable", "Inactive", "make an access key inactive");
  statusCommand("enable", "Active", "make it active again");

  clientCommand(group, "delete-access-key <id>", "delete an access key", [
    "envol principal delete-access-key AKIAIOSFODNN7EXAMPLE",
  ]).action((accessKeyId: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.principals.deleteAccessKey({ accessKeyId });
      printResult(options, answer, () => `${accessKeyId} is deleted.`);
    }),
  );
}

/** For the AWS CLI and Envol's own commands alike. Neither half has a character that ends the quotes. */
function exportCommands(accessKeyId: string, secretAccessKey: string): string {
  return `export AWS_ACCESS_KEY_ID='${accessKeyId}'\nexport AWS_SECRET_ACCESS_KEY='${secretAccessKey}'`;
}

export function addPrincipalCommands(program: Command): void {
  const group = commandGroup(program, "principal", "who may call: users and roles, policies, access keys", [
    "envol principal create alice",
    "envol principal put-policy alice use-keys @policy.json",
    'eval "$(envol principal create-access-key alice --export)"',
  ]);
  addLife(group);
  addPolicies(group);
  addAccessKeys(group);
}

export function addWhoamiCommand(program: Command): void {
  clientCommand(program, "whoami", "say as whom the daemon takes your calls", ["envol whoami"]).action(
    (options: ClientOptions) =>
      withClient(options, async (client) => {
        const answer = await client.principals.getCallerIdentity({});
        printResult(options, answer, () => answer.arn);
      }),
  );
}
