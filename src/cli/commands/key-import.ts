/** `envol key import`: key material from elsewhere. */

import { readFile, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { type ClientOptions, clientCommand, commandGroup, withClient } from "../client-command.ts";
import { keyIdOf } from "../keys.ts";
import { details, formatTime } from "../output.ts";
import { publicKeyPem } from "../pem.ts";
import { argument, oneOf, time } from "../rules.ts";
import { printResult } from "../terminal.ts";

const WRAPPING_ALGORITHMS = [
  ...(["RSAES_OAEP_SHA_256", "RSAES_OAEP_SHA_1", "RSA_AES_KEY_WRAP_SHA_256", "RSA_AES_KEY_WRAP_SHA_1"] as const),
] as const;
const WRAPPING_KEY_SPECS = ["RSA_2048", "RSA_3072", "RSA_4096"] as const;

interface ParametersOptions extends ClientOptions {
  readonly publicKey: string;
  readonly token: string;
  readonly algorithm: string;
  readonly spec: string;
}

function addParameters(group: Command): void {
  clientCommand(group, "parameters <key>", "write what wraps key material, and the token to import it by, to files", [
    "envol key import parameters alias/imported --public-key wrapping.pem --token import.token",
  ])
    .requiredOption("--public-key <file>", "where to write the public key that wraps the material, as PEM")
    .requiredOption("--token <file>", "where to write the import token")
    .option(
      "--algorithm <name>",
      `how the material will be wrapped: ${WRAPPING_ALGORITHMS.join(", ")}`,
      argument("--algorithm", oneOf(WRAPPING_ALGORITHMS)),
      "RSAES_OAEP_SHA_256",
    )
    .option(
      "--spec <spec>",
      `what the public key is: ${WRAPPING_KEY_SPECS.join(", ")}`,
      argument("--spec", oneOf(WRAPPING_KEY_SPECS)),
      "RSA_2048",
    )
    .action((key: string, options: ParametersOptions) =>
      withClient(options, async (client) => {
        const keyId = await keyIdOf(client, key);
        const wrapping = { wrappingAlgorithm: options.algorithm, wrappingKeySpec: options.spec };
        const answer = await client.keys.getParametersForImport({ keyId, ...wrapping });
        await writeFile(options.publicKey, `${publicKeyPem(answer.publicKey)}\n`);
        await writeFile(options.token, answer.importToken);
        printResult(options, answer, () =>
          details([
            ["key", answer.keyId],
            ["public key", options.publicKey],
            ["import token", options.token],
            ["valid to", formatTime(answer.parametersValidToMs)],
          ]),
        );
      }),
    );
}

interface MaterialOptions extends ClientOptions {
  readonly token: string;
  readonly wrapped: string;
  readonly validTo?: number;
  readonly new?: true;
  readonly description?: string;
}

function addMaterial(group: Command): void {
  clientCommand(group, "material <key>", "import key material that is wrapped", [
    "openssl pkeyutl -encrypt -pubin -inkey wrapping.pem -in key.bin -out wrapped.bin \\",
    "      -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256",
    "envol key import material alias/imported --token import.token --wrapped wrapped.bin",
  ])
    .requiredOption("--token <file>", "the import token")
    .requiredOption("--wrapped <file>", "the wrapped key material")
    .option("--valid-to <time>", "when it expires, such as 2030-01-31T12:00:00Z", argument("--valid-to", time))
    .option("--new", "new material for a key that has some: a rotation makes it current")
    .option("--description <text>", "what the material is")
    .action((key: string, options: MaterialOptions) =>
      withClient(options, async (client) => {
        const [importToken, encryptedKeyMaterial] = await Promise.all([
          readFile(options.token),
          readFile(options.wrapped),
        ]);
        const { validTo: validToMs } = options;
        const answer = await client.keys.importKeyMaterial({
          keyId: await keyIdOf(client, key),
          importToken,
          encryptedKeyMaterial,
          ...(validToMs === undefined ? { expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE" } : { validToMs }),
          ...(options.new && { importType: "NEW_KEY_MATERIAL" }),
          ...(options.description !== undefined && { keyMaterialDescription: options.description }),
        });
        const until = validToMs === undefined ? "" : ` until ${formatTime(validToMs)}`;
        printResult(options, answer, () => `${key} has the key material${until}. ${answer.keyMaterialId}`.trimEnd());
      }),
    );
}

function addDelete(group: Command): void {
  clientCommand(group, "delete <key>", "destroy imported key material; imported again, it opens all it did", [
    "envol key import delete alias/imported",
  ])
    .option("--material <id>", "which, as envol key rotation list names it; the current one when absent", "")
    .action((key: string, options: ClientOptions & { material: string }) =>
      withClient(options, async (client) => {
        const keyId = await keyIdOf(client, key);
        const answer = await client.keys.deleteImportedKeyMaterial({ keyId, keyMaterialId: options.material });
        printResult(options, answer, () => `${key} is unusable until the key material is imported again.`);
      }),
    );
}

export function addKeyImportCommands(keys: Command): void {
  const group = commandGroup(keys, "import", "key material from elsewhere, for keys of origin EXTERNAL", [
    "envol key import parameters alias/imported --public-key wrapping.pem --token import.token",
    "envol key import material alias/imported --token import.token --wrapped wrapped.bin",
  ]);
  addParameters(group);
  addMaterial(group);
  addDelete(group);
}
