/** `envol key`: the keys that wrap data keys. */

import type { Command } from "commander";
import type { EnvolClient } from "../../client/client.ts";
import { EnvolError } from "../../errors.ts";
import type { GrantListEntry__Output as GrantListEntry } from "../../gen/envol/v1/GrantListEntry.ts";
import type { KeyMetadata__Output } from "../../gen/envol/v1/KeyMetadata.ts";
import { LIMITS } from "../../limits.ts";
import {
  bytesArgument,
  type Encoding,
  encryptionContext,
  printEncoded,
  withContextOption,
  withOutputOption,
} from "../byte-arguments.ts";
import { type ClientOptions, clientCommand, commandGroup, withClient } from "../client-command.ts";
import { details, formatTime, json, table } from "../output.ts";
import { argument, nameAndValue, oneOf, repeatable, wholeNumber } from "../rules.ts";
import { painter, print, printResult, statePainter } from "../terminal.ts";
import { allAliases } from "./alias.ts";

type Pair = readonly [name: string, value: string];

/** A page of keys at a time, each with its state: ListKeys itself names no more than their ids. */
async function allKeys(client: EnvolClient): Promise<KeyMetadata__Output[]> {
  const keys: KeyMetadata__Output[] = [];
  let marker = "";
  do {
    const page = await client.keys.listKeys({ limit: LIMITS.kmsListKeysMax, marker });
    const answers = await Promise.all(page.keys.map(({ keyId }) => client.keys.describeKey({ keyId })));
    keys.push(...answers.map(({ keyMetadata }) => known(keyMetadata)));
    marker = page.truncated ? page.nextMarker : "";
  } while (marker !== "");
  return keys;
}

/** In proto3 a message inside a message may be absent; from this daemon it is not. */
function known(metadata: KeyMetadata__Output | null): KeyMetadata__Output {
  if (metadata === null) throw new EnvolError("INTERNAL", "The daemon's answer has no key in it.");
  return metadata;
}

function keyDetails(key: KeyMetadata__Output, aliases: readonly string[]): string {
  return details([
    ["key", key.keyId],
    ["ARN", key.arn],
    ["state", key.keyState],
    ["deletion due", formatTime(key.deletionDateMs)],
    ["aliases", aliases.join(", ")],
    ["description", key.description],
    ["created", formatTime(key.creationDateMs)],
    ["spec", key.keySpec],
    ["usage", key.keyUsage],
    ["manager", key.keyManager],
    ["key material", key.currentKeyMaterialId],
  ]);
}

function addCreate(group: Command): void {
  clientCommand(group, "create", "create a symmetric encryption key", [
    "envol key create --description 'Backups' --tag team=storage",
  ])
    .option("--description <text>", "what the key is for", "")
    .option("--tag <name=value>", "a tag; may be repeated", repeatable("--tag", nameAndValue), [])
    .action((options: ClientOptions & { description: string; tag: Pair[] }) =>
      withClient(options, async (client) => {
        const tags = options.tag.map(([tagKey, tagValue]) => ({ tagKey, tagValue }));
        const answer = await client.keys.createKey({ description: options.description, tags });
        printResult(options, answer, () => keyDetails(known(answer.keyMetadata), []));
      }),
    );
}

function addList(group: Command): void {
  clientCommand(group, "list", "list keys with their states and aliases", [
    "envol key list",
    "envol key list --json",
  ]).action((options: ClientOptions) =>
    withClient(options, async (client) => {
      const keys = await allKeys(client);
      const aliases = await allAliases(client, "");
      const namesOf = (keyId: string) =>
        aliases.filter(({ targetKeyId }) => targetKeyId === keyId).map(({ aliasName }) => aliasName);
      printResult(options, { keys, aliases }, () =>
        table(
          [
            { header: "KEY" },
            { header: "STATE", paint: statePainter(painter(process.stdout)) },
            { header: "MANAGER" },
            { header: "ALIASES" },
            { header: "DESCRIPTION" },
          ],
          keys.map((key) => [key.keyId, key.keyState, key.keyManager, namesOf(key.keyId).join(", "), key.description]),
        ),
      );
    }),
  );
}

function addShow(group: Command): void {
  clientCommand(group, "show <key>", "show one key, by id, ARN or alias", ["envol key show alias/backups"]).action(
    (keyId: string, options: ClientOptions) =>
      withClient(options, async (client) => {
        const answer = await client.keys.describeKey({ keyId });
        const key = known(answer.keyMetadata);
        const aliases = options.json ? [] : await allAliases(client, key.keyId);
        printResult(options, answer, () =>
          keyDetails(
            key,
            aliases.map(({ aliasName }) => aliasName),
          ),
        );
      }),
  );
}

function addStateChanges(group: Command): void {
  clientCommand(group, "enable <key>", "make a disabled key usable again", ["envol key enable alias/backups"]).action(
    (key: string, options: ClientOptions) =>
      withClient(options, async (client) => {
        const answer = await client.keys.enableKey({ keyId: await keyIdOf(client, key) });
        printResult(options, answer, () => `${key} is enabled: what it protects can be read again.`);
      }),
  );

  clientCommand(group, "disable <key>", "make a key, and with it the data under it, unusable", [
    "envol key disable alias/backups",
  ]).action((key: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.keys.disableKey({ keyId: await keyIdOf(client, key) });
      printResult(options, answer, () => `${key} is disabled. envol key enable ${key} undoes it.`);
    }),
  );

  const { kmsPendingWindowDaysMin: min, kmsPendingWindowDaysMax: max } = LIMITS;
  clientCommand(group, "schedule-deletion <key>", "disable a key and destroy it after a waiting period", [
    "envol key schedule-deletion alias/backups --days 7",
  ])
    .option("--days <days>", `waiting period, ${min} to ${max}`, argument("--days", wholeNumber(min, max)), max)
    .action((key: string, options: ClientOptions & { days: number }) =>
      withClient(options, async (client) => {
        const keyId = await keyIdOf(client, key);
        const answer = await client.keys.scheduleKeyDeletion({ keyId, pendingWindowInDays: options.days });
        printResult(options, answer, () => {
          const due = formatTime(answer.deletionDateMs);
          return `${key} is unusable now and will be destroyed at ${due}, and with it all data under it.\nUntil then, envol key cancel-deletion ${key} keeps it.`;
        });
      }),
    );

  clientCommand(group, "cancel-deletion <key>", "keep a key that was to be destroyed; it is disabled then", [
    "envol key cancel-deletion alias/backups",
  ]).action((key: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.keys.cancelKeyDeletion({ keyId: await keyIdOf(client, key) });
      printResult(options, answer, () => `${key} stays, and is disabled. envol key enable ${key} makes it usable.`);
    }),
  );
}

function addGrants(group: Command): void {
  clientCommand(group, "grants <key>", "list who may use a key, such as attached volumes", [
    "envol key grants alias/backups",
  ]).action((key: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const grants = await allGrants(client, await keyIdOf(client, key));
      printResult(options, { grants }, () =>
        table(
          [{ header: "GRANT" }, { header: "MAY" }, { header: "GRANTEE" }, { header: "CONTEXT" }],
          grants.map(({ grantId, operations, granteePrincipal, encryptionContextSubset }) => [
            grantId,
            operations.join(", "),
            granteePrincipal,
            Object.entries(encryptionContextSubset)
              .map(([name, value]) => `${name}=${value}`)
              .join(", "),
          ]),
        ),
      );
    }),
  );

  clientCommand(group, "revoke-grant <key> <grant>", "take a grant away", [
    "envol key revoke-grant alias/backups d27b679ab859...",
  ]).action((key: string, grantId: string, options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.keys.revokeGrant({ keyId: await keyIdOf(client, key), grantId });
      printResult(options, answer, () => `grant ${grantId} is revoked.`);
    }),
  );
}

async function allGrants(client: EnvolClient, keyId: string): Promise<GrantListEntry[]> {
  const grants: GrantListEntry[] = [];
  let marker = "";
  do {
    const page = await client.keys.listGrants({ keyId, limit: LIMITS.kmsListGrantsMax, marker });
    grants.push(...page.grants);
    marker = page.truncated ? page.nextMarker : "";
  } while (marker !== "");
  return grants;
}

/** As in the KMS API, a change of state takes no alias; a person may give one here. */
async function keyIdOf(client: EnvolClient, key: string): Promise<string> {
  if (!key.startsWith("alias/") && !key.includes(":alias/")) return key;
  return known((await client.keys.describeKey({ keyId: key })).keyMetadata).keyId;
}

interface CryptoOptions extends ClientOptions {
  readonly context: Pair[];
  readonly output: Encoding;
}

function addEncrypt(group: Command): void {
  const command = clientCommand(group, "encrypt <key> [data]", "encrypt up to 4096 bytes directly under a key", [
    "envol key encrypt alias/backups --text 'attack at dawn'",
    "envol key encrypt alias/backups @secret.bin --context purpose=demo --output raw > secret.enc",
  ]).option("--text <text>", "the plaintext as text, in place of DATA (base64, @FILE, or @- for standard input)");
  withOutputOption(withContextOption(command), "base64").action(
    async (keyId: string, data: string | undefined, options: CryptoOptions & { text?: string }) => {
      if ((data === undefined) === (options.text === undefined)) {
        throw new EnvolError("MISSING_ARGUMENT", "DATA: give either DATA or --text.", { field: "DATA" });
      }
      const plaintext = data === undefined ? Buffer.from(options.text ?? "") : await bytesArgument("DATA", data);
      const context = encryptionContext(options.context);
      await withClient(options, async (client) => {
        const answer = await client.keys.encrypt({ keyId, plaintext, encryptionContext: context });
        if (options.json) print(json(answer));
        else await printEncoded(answer.ciphertextBlob, options.output);
      });
    },
  );
}

function addDecrypt(group: Command): void {
  const command = clientCommand(
    group,
    "decrypt <ciphertext>",
    "decrypt what a key encrypted, such as a wrapped data key",
    [
      "envol key decrypt AQICAHh... --context aws:ebs:id=vol-0123456789abcdef0 --output hex",
      "envol key decrypt @secret.enc --context purpose=demo --output raw",
    ],
  ).option("--key <key>", "the key that must have made it; the ciphertext tells when absent", "");
  withOutputOption(withContextOption(command), "base64").action(
    async (ciphertext: string, options: CryptoOptions & { key: string }) => {
      const ciphertextBlob = await bytesArgument("CIPHERTEXT", ciphertext);
      const context = encryptionContext(options.context);
      await withClient(options, async (client) => {
        const answer = await client.keys.decrypt({ ciphertextBlob, encryptionContext: context, keyId: options.key });
        if (options.json) print(json(answer));
        else await printEncoded(answer.plaintext, options.output);
      });
    },
  );
}

interface DataKeyOptions extends ClientOptions {
  readonly context: Pair[];
  readonly bytes?: number;
  readonly spec?: string;
  readonly plaintext: boolean;
}

function addGenerateDataKey(group: Command): void {
  const command = clientCommand(group, "generate-data-key <key>", "make a data key, wrapped by a key", [
    "envol key generate-data-key alias/backups --bytes 64 --context aws:ebs:id=vol-0123456789abcdef0",
    "envol key generate-data-key alias/backups --no-plaintext --json",
  ])
    .option("--bytes <count>", "its length", argument("--bytes", wholeNumber(1, LIMITS.kmsDataKeyBytesMax)))
    .option(
      "--spec <spec>",
      "AES_256 (also when neither is given) or AES_128",
      argument("--spec", oneOf(["AES_256", "AES_128"])),
    )
    .option("--no-plaintext", "give the wrapped key alone (GenerateDataKeyWithoutPlaintext)");
  withContextOption(command).action((keyId: string, options: DataKeyOptions) => {
    const numberOfBytes = options.bytes ?? 0;
    const keySpec = options.spec ?? (options.bytes === undefined ? "AES_256" : "");
    const request = { keyId, encryptionContext: encryptionContext(options.context), numberOfBytes, keySpec };
    return withClient(options, async (client) => {
      const answer = options.plaintext
        ? await client.keys.generateDataKey(request)
        : { ...(await client.keys.generateDataKeyWithoutPlaintext(request)), plaintext: undefined };
      printResult(options, answer, () =>
        details([
          ["key", answer.keyId],
          ["wrapped", answer.ciphertextBlob.toString("base64")],
          ["plaintext", answer.plaintext?.toString("base64")],
        ]),
      );
    });
  });
}

export function addKeyCommands(program: Command): void {
  const group = commandGroup(program, "key", "keys that wrap data keys, as in AWS KMS", [
    "envol key create --description 'Backups'",
    "envol key list",
    "envol key disable alias/backups",
  ]);
  addCreate(group);
  addList(group);
  addShow(group);
  addStateChanges(group);
  addGrants(group);
  addEncrypt(group);
  addDecrypt(group);
  addGenerateDataKey(group);
}
