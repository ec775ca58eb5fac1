/** `envol key grant`: leave to use a key, beside what its policy says. */

import type { Command } from "commander";
import type { EnvolClient } from "../../client/client.ts";
import { EnvolError } from "../../errors.ts";
import type { GrantListEntry__Output as GrantListEntry } from "../../gen/envol/v1/GrantListEntry.ts";
import { LIMITS } from "../../limits.ts";
import { encryptionContext, withContextOption } from "../byte-arguments.ts";
import { type ClientOptions, clientCommand, commandGroup, withClient } from "../client-command.ts";
import { allPages, keyIdOf, known, type Pair, principalArn } from "../keys.ts";
import { details, table } from "../output.ts";
import { argument, listOf, matching } from "../rules.ts";
import { printResult } from "../terminal.ts";

const GRANT_EXAMPLE = "d27b679ab859...";

export function addKeyGrantCommands(keys: Command): void {
  const group = commandGroup(keys, "grant", "leave to use a key, beside what its policy says", [
    "envol key grant create alias/backups --to bob --operations Decrypt",
    "envol key grant list alias/backups",
  ]);
  addCreate(group);
  addList(group, "list <key>", "envol key grant list alias/backups");
  addRetire(group);
  addRevoke(group, "revoke <key> <grant>", `envol key grant revoke alias/backups ${GRANT_EXAMPLE}`);
  // The names that these two had before there were others.
  addList(keys, "grants <key>", "envol key grants alias/backups");
  addRevoke(keys, "revoke-grant <key> <grant>", `envol key revoke-grant alias/backups ${GRANT_EXAMPLE}`);
}

interface CreateOptions extends ClientOptions {
  readonly to: string;
  readonly operations: readonly string[];
  readonly retirableBy?: string;
  readonly context: Pair[];
  readonly exactContext?: true;
  readonly name?: string;
}

function addCreate(group: Command): void {
  const operation = matching(/^[A-Z][A-Za-z]+$/, "the name of an operation, such as Decrypt");
  const command = clientCommand(group, "create <key>", "let a principal use a key", [
    "envol key grant create alias/backups --to bob --operations Encrypt,Decrypt",
    "envol key grant create alias/backups --to role/app --operations Decrypt \\",
    "      --context aws:ebs:id=vol-0123456789abcdef0",
  ])
    .requiredOption("--to <principal>", "who may use it: an ARN, a user's name, or role/NAME")
    .requiredOption(
      "--operations <names>",
      "what it may be used for, with commas between",
      argument("--operations", listOf(operation)),
    )
    .option("--retirable-by <principal>", "who else may retire the grant")
    .option("--name <name>", "the same request with the same name makes no second grant")
    .option("--exact-context", "the encryption context has these pairs and no others");
  withContextOption(command).action((key: string, options: CreateOptions) => {
    const context = encryptionContext(options.context);
    const member = options.exactContext ? "encryptionContextEquals" : "encryptionContextSubset";
    return withClient(options, async (client) => {
      const { keyId, awsAccountId } = known((await client.keys.describeKey({ keyId: key })).keyMetadata);
      const answer = await client.keys.createGrant({
        keyId,
        granteePrincipal: principalArn(options.to, awsAccountId),
        operations: [...options.operations],
        ...(options.retirableBy !== undefined && {
          retiringPrincipal: principalArn(options.retirableBy, awsAccountId),
        }),
        ...(options.name !== undefined && { name: options.name }),
        ...(options.context.length > 0 && { constraints: { [member]: context } }),
      });
      printResult(options, answer, () =>
        details([
          ["grant", answer.grantId],
          ["token", answer.grantToken],
        ]),
      );
    });
  });
}

/** `name=value, …`, with "exactly" before a context that must be just this. */
function contextText({ encryptionContextSubset, encryptionContextEquals }: GrantListEntry): string {
  const pairs = (context: Readonly<Record<string, string>>) =>
    Object.entries(context)
      .map(([name, value]) => `${name}=${value}`)
      .join(", ");
  const exact = pairs(encryptionContextEquals);
  return exact === "" ? pairs(encryptionContextSubset) : `exactly ${exact}`;
}

function grantTable(grants: readonly GrantListEntry[]): string {
  return table(
    [{ header: "GRANT" }, { header: "MAY" }, { header: "GRANTEE" }, { header: "CONTEXT" }],
    grants.map((grant) => [grant.grantId, grant.operations.join(", "), grant.granteePrincipal, contextText(grant)]),
  );
}

function addList(group: Command, name: string, example: string): void {
  clientCommand(group, name, "list who may use a key, such as attached volumes", [example]).action(
    (key: string, options: ClientOptions) =>
      withClient(options, async (client) => {
        const grants = await allGrants(client, await keyIdOf(client, key));
        printResult(options, { grants }, () => grantTable(grants));
      }),
  );
}

function addRevoke(group: Command, name: string, example: string): void {
  clientCommand(group, name, "take a grant away", [example]).action(
    (key: string, grantId: string, options: ClientOptions) =>
      withClient(options, async (client) => {
        const answer = await client.keys.revokeGrant({ keyId: await keyIdOf(client, key), grantId });
        printResult(options, answer, () => `grant ${grantId} is revoked.`);
      }),
  );
}

function addRetire(group: Command): void {
  clientCommand(group, "retire [key] [grant]", "end a grant that has done its work", [
    `envol key grant retire alias/backups ${GRANT_EXAMPLE}`,
    "envol key grant retire --token AQ...",
  ])
    .option("--token <token>", "the token of the grant, in place of KEY and GRANT")
    .action((key: string | undefined, grantId: string | undefined, options: ClientOptions & { token?: string }) => {
      const { token: grantToken } = options;
      const isNamed = key !== undefined && grantId !== undefined;
      if (isNamed === (grantToken !== undefined) || (key !== undefined && !isNamed)) {
        throw new EnvolError("MISSING_ARGUMENT", "GRANT: give either KEY and GRANT, or --token.", { field: "GRANT" });
      }
      return withClient(options, async (client) => {
        const answer = await client.keys.retireGrant(
          isNamed ? { keyId: await keyIdOf(client, key), grantId } : { grantToken: grantToken as string },
        );
        printResult(options, answer, () => (isNamed ? `grant ${grantId} is retired.` : "the grant is retired."));
      });
    });
}

function allGrants(client: EnvolClient, keyId: string): Promise<GrantListEntry[]> {
  return allPages(
    (marker) => client.keys.listGrants({ keyId, limit: LIMITS.kmsListGrantsMax, marker }),
    ({ grants }) => grants,
  );
}
