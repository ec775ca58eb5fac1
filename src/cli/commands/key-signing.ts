/** `envol key public-key`, `sign`, `verify`, `mac`, `verify-mac`, `derive-secret`: keys that do not encrypt. */

import type { Command } from "commander";
import type { EnvolClient } from "../../client/client.ts";
import { EnvolError } from "../../errors.ts";
import {
  bytesArgument,
  type Encoding,
  messageArgument,
  printEncoded,
  withOutputOption,
  withTextOption,
} from "../byte-arguments.ts";
import { type ClientOptions, clientCommand, withClient } from "../client-command.ts";
import { type UseOptions, useOf, withUseOptions } from "../key-use-options.ts";
import { known } from "../keys.ts";
import { json } from "../output.ts";
import { derOf, publicKeyPem } from "../pem.ts";
import { argument, oneOf } from "../rules.ts";
import { print, printResult } from "../terminal.ts";

function addPublicKey(group: Command): void {
  clientCommand(group, "public-key <key>", "print the public key of an asymmetric key", [
    "envol key public-key alias/signing > signing.pem",
    "envol key public-key alias/signing --output raw | openssl pkey -pubin -inform DER -text",
  ])
    .option(
      "--output <encoding>",
      "pem, or the DER in base64, hex, raw",
      argument("--output", oneOf(["pem", "base64", "hex", "raw"])),
      "pem",
    )
    .action((keyId: string, options: ClientOptions & { output: Encoding | "pem" }) =>
      withClient(options, async (client) => {
        const answer = await client.keys.getPublicKey({ keyId });
        if (options.json) print(json(answer));
        else if (options.output === "pem") print(publicKeyPem(answer.publicKey));
        else await printEncoded(answer.publicKey, options.output);
      }),
    );
}

interface MessageOptions extends ClientOptions, UseOptions {
  readonly text?: string;
  readonly algorithm?: string;
}

interface SigningOptions extends MessageOptions {
  readonly messageType: string;
}

function withSigningOptions(command: Command): Command {
  const types = ["RAW", "DIGEST"] as const;
  const described = command
    .option("--algorithm <name>", "such as RSASSA_PSS_SHA_256; needed where the key has several")
    .option(
      "--message-type <type>",
      `what DATA is: ${types.join(", ")}`,
      argument("--message-type", oneOf(types)),
      "RAW",
    );
  return withUseOptions(withTextOption(described));
}

function addSign(group: Command): void {
  const command = clientCommand(group, "sign <key> [data]", "sign up to 4096 bytes, or a digest", [
    "envol key sign alias/signing --text 'attack at dawn'",
    "envol key sign alias/signing @file.sha256 --message-type DIGEST --output raw > file.sig",
  ]);
  withOutputOption(withSigningOptions(command), "base64").action(
    async (keyId: string, data: string | undefined, options: SigningOptions & { output: Encoding }) => {
      const message = await messageArgument(data, options.text);
      await withClient(options, async (client) => {
        const signingAlgorithm = options.algorithm ?? (await onlyAlgorithm(client, keyId, "signingAlgorithms"));
        const request = { keyId, message, messageType: options.messageType, signingAlgorithm };
        const answer = await client.keys.sign({ ...request, ...useOf(options) });
        if (options.json) print(json(answer));
        else await printEncoded(answer.signature, options.output);
      });
    },
  );
}

function addVerify(group: Command): void {
  const command = clientCommand(group, "verify <key> <signature> [data]", "verify a signature", [
    "envol key verify alias/signing MEUCIQ... --text 'attack at dawn'",
    "envol key verify alias/signing @file.sig @file.sha256 --message-type DIGEST",
  ]);
  withSigningOptions(command).action(
    async (keyId: string, given: string, data: string | undefined, options: SigningOptions) => {
      const signature = await bytesArgument("SIGNATURE", given);
      const message = await messageArgument(data, options.text);
      await withClient(options, async (client) => {
        const signingAlgorithm = options.algorithm ?? (await onlyAlgorithm(client, keyId, "signingAlgorithms"));
        const request = { keyId, message, messageType: options.messageType, signature, signingAlgorithm };
        const answer = await client.keys.verify({ ...request, ...useOf(options) });
        printResult(options, answer, () => `The signature is valid: ${keyId} made it, with ${signingAlgorithm}.`);
      });
    },
  );
}

function addMacs(group: Command): void {
  const mac = clientCommand(group, "mac <key> [data]", "make the MAC of up to 4096 bytes", [
    "envol key mac alias/tokens --text 'session 42'",
  ]);
  withOutputOption(withUseOptions(withTextOption(mac)), "base64").action(
    async (keyId: string, data: string | undefined, options: MessageOptions & { output: Encoding }) => {
      const message = await messageArgument(data, options.text);
      await withClient(options, async (client) => {
        const macAlgorithm = await onlyAlgorithm(client, keyId, "macAlgorithms");
        const answer = await client.keys.generateMac({ keyId, message, macAlgorithm, ...useOf(options) });
        if (options.json) print(json(answer));
        else await printEncoded(answer.mac, options.output);
      });
    },
  );

  const verify = clientCommand(group, "verify-mac <key> <mac> [data]", "verify a MAC", [
    "envol key verify-mac alias/tokens kV3R... --text 'session 42'",
  ]);
  withUseOptions(withTextOption(verify)).action(
    async (keyId: string, given: string, data: string | undefined, options: MessageOptions) => {
      const made = await bytesArgument("MAC", given);
      const message = await messageArgument(data, options.text);
      await withClient(options, async (client) => {
        const macAlgorithm = await onlyAlgorithm(client, keyId, "macAlgorithms");
        const answer = await client.keys.verifyMac({ keyId, message, mac: made, macAlgorithm, ...useOf(options) });
        printResult(options, answer, () => `The MAC is valid: ${keyId} made it, with ${macAlgorithm}.`);
      });
    },
  );
}

function addDeriveSharedSecret(group: Command): void {
  const command = clientCommand(
    group,
    "derive-secret <key> <public-key>",
    "print the secret that a key has in common with a peer's public key (ECDH)",
    ["envol key derive-secret alias/agreement @peer.pem --output hex"],
  );
  withUseOptions(withOutputOption(command, "base64")).action(
    async (keyId: string, peer: string, options: ClientOptions & UseOptions & { output: Encoding }) => {
      const publicKey = derOf(await bytesArgument("PUBLIC-KEY", peer));
      await withClient(options, async (client) => {
        const request = { keyId, publicKey, keyAgreementAlgorithm: "ECDH" };
        const answer = await client.keys.deriveSharedSecret({ ...request, ...useOf(options) });
        if (options.json) print(json(answer));
        else await printEncoded(answer.sharedSecret, options.output);
      });
    },
  );
}

/** The algorithm of a key that has just one; a key that is for something else is left to the daemon to refuse. */
async function onlyAlgorithm(
  client: EnvolClient,
  keyId: string,
  kind: "signingAlgorithms" | "macAlgorithms",
): Promise<string> {
  const key = known((await client.keys.describeKey({ keyId })).keyMetadata);
  const [only, another] = key[kind];
  if (another === undefined) return only ?? FALLBACK[kind];
  const message = `--algorithm: give one of ${key[kind].join(", ")}.`;
  throw new EnvolError("MISSING_ARGUMENT", message, { field: "--algorithm" });
}

const FALLBACK = { signingAlgorithms: "ECDSA_SHA_256", macAlgorithms: "HMAC_SHA_256" } as const;

export function addKeySigningCommands(group: Command): void {
  addPublicKey(group);
  addSign(group);
  addVerify(group);
  addMacs(group);
  addDeriveSharedSecret(group);
}
