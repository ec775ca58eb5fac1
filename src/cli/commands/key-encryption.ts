/** `envol key encrypt`, `decrypt`, `re-encrypt`, `generate-data-key`, `data-key-pair`, `random`. */

import type { Command } from "commander";
import { LIMITS } from "../../limits.ts";
import {
  bytesArgument,
  type Encoding,
  encryptionContext,
  messageArgument,
  printEncoded,
  withContextOption,
  withOutputOption,
  withTextOption,
} from "../byte-arguments.ts";
import { type ClientOptions, clientCommand, withClient } from "../client-command.ts";
import { type UseOptions, useOf, withUseOptions } from "../key-use-options.ts";
import type { Pair } from "../keys.ts";
import { details, json } from "../output.ts";
import { argument, nameAndValue, oneOf, repeatable, wholeNumber } from "../rules.ts";
import { print, printResult } from "../terminal.ts";

interface CryptoOptions extends ClientOptions, UseOptions {
  readonly context: Pair[];
  readonly output: Encoding;
  readonly algorithm?: string;
}

function addEncrypt(group: Command): void {
  const command = clientCommand(group, "encrypt <key> [data]", "encrypt up to 4096 bytes directly under a key", [
    "envol key encrypt alias/backups --text 'attack at dawn'",
    "envol key encrypt alias/backups @secret.bin --context purpose=demo --output raw > secret.enc",
  ]).option("--algorithm <name>", "such as RSAES_OAEP_SHA_256; SYMMETRIC_DEFAULT when absent");
  withUseOptions(withOutputOption(withContextOption(withTextOption(command)), "base64")).action(
    async (keyId: string, data: string | undefined, options: CryptoOptions & { text?: string }) => {
      const plaintext = await messageArgument(data, options.text);
      const context = encryptionContext(options.context);
      await withClient(options, async (client) => {
        const request = { keyId, plaintext, encryptionContext: context, encryptionAlgorithm: options.algorithm ?? "" };
        const answer = await client.keys.encrypt({ ...request, ...useOf(options) });
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
  )
    .option("--key <key>", "the key that must have made it; the ciphertext tells when absent", "")
    .option("--algorithm <name>", "such as RSAES_OAEP_SHA_256; SYMMETRIC_DEFAULT when absent");
  withUseOptions(withOutputOption(withContextOption(command), "base64")).action(
    async (ciphertext: string, options: CryptoOptions & { key: string }) => {
      const ciphertextBlob = await bytesArgument("CIPHERTEXT", ciphertext);
      const encryptionAlgorithm = options.algorithm ?? "";
      const request = { ciphertextBlob, encryptionContext: encryptionContext(options.context), encryptionAlgorithm };
      await withClient(options, async (client) => {
        const answer = await client.keys.decrypt({ ...request, keyId: options.key, ...useOf(options) });
        if (options.json) print(json(answer));
        else await printEncoded(answer.plaintext, options.output);
      });
    },
  );
}

function addReEncrypt(group: Command): void {
  const command = clientCommand(
    group,
    "re-encrypt <ciphertext>",
    "encrypt under another key or context what a key encrypted; the plaintext stays inside",
    ["envol key re-encrypt @secret.enc --to alias/archive --context purpose=demo --to-context purpose=archive"],
  )
    .requiredOption("--to <key>", "the key to encrypt under")
    .option(
      "--to-context <name=value>",
      "a pair of the new encryption context; may be repeated",
      repeatable("--to-context", nameAndValue),
      [],
    );
  withUseOptions(withOutputOption(withContextOption(command), "base64")).action(
    async (ciphertext: string, options: CryptoOptions & { to: string; toContext: Pair[] }) => {
      const ciphertextBlob = await bytesArgument("CIPHERTEXT", ciphertext);
      const contexts = {
        sourceEncryptionContext: encryptionContext(options.context),
        destinationEncryptionContext: encryptionContext(options.toContext, "--to-context"),
      };
      await withClient(options, async (client) => {
        const request = { ciphertextBlob, destinationKeyId: options.to, ...contexts };
        const answer = await client.keys.reEncrypt({ ...request, ...useOf(options) });
        if (options.json) print(json(answer));
        else await printEncoded(answer.ciphertextBlob, options.output);
      });
    },
  );
}

interface DataKeyOptions extends ClientOptions, UseOptions {
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
  withUseOptions(withContextOption(command)).action((keyId: string, options: DataKeyOptions) => {
    const numberOfBytes = options.bytes ?? 0;
    const keySpec = options.spec ?? (options.bytes === undefined ? "AES_256" : "");
    const context = encryptionContext(options.context);
    const request = { keyId, encryptionContext: context, numberOfBytes, keySpec, ...useOf(options) };
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

function addDataKeyPair(group: Command): void {
  const command = clientCommand(group, "data-key-pair <key>", "make a key pair, its private key wrapped by a key", [
    "envol key data-key-pair alias/backups --spec ECC_NIST_P256",
    "envol key data-key-pair alias/backups --spec RSA_2048 --no-plaintext --json",
  ])
    .requiredOption("--spec <spec>", "such as RSA_2048, ECC_NIST_P256 or ECC_NIST_EDWARDS25519")
    .option("--no-plaintext", "give the wrapped private key alone");
  withUseOptions(withContextOption(command)).action((keyId: string, options: DataKeyOptions & { spec: string }) => {
    const context = encryptionContext(options.context);
    const request = { keyId, encryptionContext: context, keyPairSpec: options.spec, ...useOf(options) };
    return withClient(options, async (client) => {
      const answer = options.plaintext
        ? await client.keys.generateDataKeyPair(request)
        : { ...(await client.keys.generateDataKeyPairWithoutPlaintext(request)), privateKeyPlaintext: undefined };
      printResult(options, answer, () =>
        details([
          ["key", answer.keyId],
          ["spec", answer.keyPairSpec],
          ["public key", answer.publicKey.toString("base64")],
          ["wrapped", answer.privateKeyCiphertextBlob.toString("base64")],
          ["private key", answer.privateKeyPlaintext?.toString("base64")],
        ]),
      );
    });
  });
}

function addRandom(group: Command): void {
  const count = argument("BYTES", wholeNumber(1, LIMITS.kmsDataKeyBytesMax));
  const command = clientCommand(group, "random <bytes>", "print random bytes, 1 to 1024", [
    "envol key random 32 --output hex",
  ]);
  withOutputOption(command, "base64").action((text: string, options: ClientOptions & { output: Encoding }) => {
    const numberOfBytes = count(text);
    return withClient(options, async (client) => {
      const answer = await client.keys.generateRandom({ numberOfBytes });
      if (options.json) print(json(answer));
      else await printEncoded(answer.plaintext, options.output);
    });
  });
}

export function addKeyEncryptionCommands(group: Command): void {
  addEncrypt(group);
  addDecrypt(group);
  addReEncrypt(group);
  addGenerateDataKey(group);
  addDataKeyPair(group);
  addRandom(group);
}
