/** `envol key create`: a key with its names, tags, and whoever manages and uses it. */

import type { Command } from "commander";
import type { EnvolClient } from "../../client/client.ts";
import { EnvolError } from "../../errors.ts";
import { type ClientOptions, clientCommand, withClient } from "../client-command.ts";
import { type KeyPolicyOptions, keyPolicyOf, withKeyPolicyOptions } from "../key-policy-options.ts";
import { keyDetails, known, type Pair, tagsOf } from "../keys.ts";
import { nameAndValue, type Rule, repeatable } from "../rules.ts";
import { printResult } from "../terminal.ts";
import { allAliases } from "./alias.ts";

interface CreateOptions extends ClientOptions, KeyPolicyOptions {
  readonly alias: readonly string[];
  readonly description: string;
  readonly tag: readonly Pair[];
  readonly spec?: string;
  readonly usage?: string;
  readonly origin?: string;
  readonly multiRegion?: true;
}

/** The name of an alias, with alias/ before it or without. Wrong ones are refused before there is a key. */
const aliasName: Rule<string> = {
  expected: "letters, digits, / _ -, not beginning with aws/",
  parse(text) {
    const name = text.replace(/^alias\//, "");
    return /^(?!aws\/)[a-zA-Z0-9/_-]{1,250}$/.test(name) ? `alias/${name}` : undefined;
  },
};

export function addKeyCreateCommand(group: Command): void {
  const command = clientCommand(group, "create", "create a key", [
    "envol key create --alias backups --description 'Backups' --tag team=storage",
    "envol key create --alias lab --administrator alice --user bob --user role/app",
    "envol key create --spec RSA_2048 --usage SIGN_VERIFY",
    "envol key create --origin EXTERNAL",
  ])
    .option("--alias <name>", "a name for it, such as backups; may be repeated", repeatable("--alias", aliasName), [])
    .option("--description <text>", "what the key is for", "")
    .option("--tag <name=value>", "a tag; may be repeated", repeatable("--tag", nameAndValue), [])
    .option("--spec <spec>", "such as RSA_2048 or HMAC_256; SYMMETRIC_DEFAULT when absent")
    .option("--usage <usage>", "such as SIGN_VERIFY; needed unless the key is symmetric")
    .option("--origin <origin>", "AWS_KMS, or EXTERNAL for key material to be imported")
    .option("--multi-region", "a key that can have replicas in other Regions");
  withKeyPolicyOptions(command).action((options: CreateOptions) =>
    withClient(options, async (client) => {
      await requireFree(client, options.alias);
      const policy = await keyPolicyOf(client, options);
      const answer = await client.keys.createKey({
        description: options.description,
        tags: tagsOf(options.tag),
        ...(options.spec !== undefined && { keySpec: options.spec }),
        ...(options.usage !== undefined && { keyUsage: options.usage }),
        ...(options.origin !== undefined && { origin: options.origin }),
        ...(options.multiRegion && { multiRegion: true }),
        ...(policy !== undefined && { policy, bypassPolicyLockoutSafetyCheck: !options.lockoutCheck }),
      });
      const key = known(answer.keyMetadata);
      for (const name of options.alias) await client.keys.createAlias({ aliasName: name, targetKeyId: key.keyId });
      printResult(options, answer, () => keyDetails(key, options.alias));
    }),
  );
}

/** Asked before there is a key, so that none is left behind without its name. @throws ALIAS_EXISTS */
async function requireFree(client: EnvolClient, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const taken = (await allAliases(client, "")).find((alias) => names.includes(alias.aliasName));
  if (taken === undefined) return;
  const message = `--alias: ${taken.aliasName} names key ${taken.targetKeyId} already.`;
  throw new EnvolError("ALIAS_EXISTS", message, { field: "--alias" });
}
