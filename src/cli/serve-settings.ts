/** What a daemon is started with, from what was given as flags, as variables and in the configuration file. */

import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { EnvolError } from "../errors.ts";
import type { AwsKmsOptions, DaemonOptions } from "../options.ts";
import * as rules from "./rules.ts";
import { flagName, SERVE_OPTIONS, type ServeOption, type ServeOptionName } from "./serve-options.ts";

const NAMES = Object.keys(SERVE_OPTIONS) as ServeOptionName[];

type OptionValue<Name extends ServeOptionName> = NonNullable<ReturnType<(typeof SERVE_OPTIONS)[Name]["rule"]["parse"]>>;
type Settings = { -readonly [Name in ServeOptionName]?: OptionValue<Name> };

/** One value as somebody gave it, and who. */
interface Given {
  readonly text: string;
  /** How an error names the place: the flag, the variable, or the file and its field. */
  readonly where: string;
  /** The same without the file, as an error's field. */
  readonly field: string;
  readonly directory: string;
}

export interface ServeInput {
  /** The flags that were given, by option name: their texts, or true for one that takes no value. */
  readonly flags: Readonly<Partial<Record<ServeOptionName, string | true>>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
}

/** An empty variable counts as one that is not set, as in most shells' `${NAME:-default}`. */
function fromFlagOrVariable(name: ServeOptionName, input: ServeInput): Given | undefined {
  const { flags, environment, workingDirectory: directory } = input;
  const flag = flagName(name) ?? name;
  const flagValue = flags[name];
  if (flagValue !== undefined) return { text: String(flagValue), where: flag, field: flag, directory };
  const { variable } = SERVE_OPTIONS[name];
  const text = environment[variable];
  return text ? { text, where: variable, field: variable, directory } : undefined;
}

function configError(message: string, field: string, cause?: unknown): EnvolError {
  return new EnvolError("CONFIG_INVALID", message, { field, cause });
}

/** @throws CONFIG_INVALID, naming the flag, the variable or the file's field. */
function parsed<Name extends ServeOptionName>(name: Name, given: Given): OptionValue<Name> {
  const rule = SERVE_OPTIONS[name].rule as rules.Rule<OptionValue<Name>>;
  const value = rule.parse(given.text, given.directory);
  if (value !== undefined) return value;
  // What has no flag is a secret, so the message does not repeat it.
  const message =
    flagName(name) === undefined
      ? `${given.where}: expected ${rule.expected}.`
      : rules.brokenRule(given.where, rule, given.text);
  throw configError(message, given.field);
}

function readConfigFile(file: string, asked: Given): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? "unknown error";
    throw configError(`${asked.where}: cannot read ${file} (${reason}).`, asked.field, cause);
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw configError(`${file}: expected JSON.`, asked.field, cause);
  }
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw configError(`${file}: expected a JSON object.`, asked.field);
  }
  return { ...content };
}

/** The file's fields as given values. @throws CONFIG_INVALID on an unknown field or one of the wrong JSON type. */
function fromFile(file: string, asked: Given): Partial<Record<ServeOptionName, Given>> {
  const given: Partial<Record<ServeOptionName, Given>> = {};
  const known = NAMES.filter((name) => (SERVE_OPTIONS[name] as ServeOption<unknown>).inFile !== undefined);
  for (const [field, value] of Object.entries(readConfigFile(file, asked))) {
    const where = `${file}, field ${field}`;
    const name = known.find((candidate) => candidate === field);
    if (name === undefined) {
      throw configError(`${where}: there is no such field; the fields are ${known.join(", ")}.`, field);
    }
    const type = (SERVE_OPTIONS[name] as ServeOption<unknown>).inFile;
    const actual = typeof value;
    if (actual !== type) throw configError(`${where}: expected a JSON ${type}, got ${actual}.`, field);
    given[name] = { text: String(value), where, field, directory: dirname(file) };
  }
  return given;
}

/** Directory of the data when nothing else is said. */
function defaultDataDirectory(environment: ServeInput["environment"]): string {
  return join(environment["XDG_DATA_HOME"] || join(homedir(), ".local", "share"), "envol");
}

function defaultAddress(environment: ServeInput["environment"], dataDirectory: string): string {
  return `unix:${join(environment["XDG_RUNTIME_DIR"] || dataDirectory, "envol.sock")}`;
}

/** The first socket that a process is handed by socket activation (sd_listen_fds(3)). */
const FIRST_HANDED_OVER = "fd:3";

/** Where NBD listens: where it was told; on the socket that it was handed, if it was; or in the data directory. */
function nbdAddress(settings: Settings, environment: ServeInput["environment"], dataDirectory: string): string {
  const handedOver = environment["LISTEN_PID"] === String(process.pid) && Number(environment["LISTEN_FDS"]) >= 1;
  return settings.nbd ?? (handedOver ? FIRST_HANDED_OVER : `unix:${join(dataDirectory, "nbd.sock")}`);
}

const AWS_KMS_SETTINGS = ["kmsEndpoint", "kmsGrantee", "kmsPollSeconds", "kmsStaleSeconds"] as const;

function awsKms(settings: Settings): AwsKmsOptions | undefined {
  if (settings.kms !== "aws") return undefined;
  const { kmsEndpoint: endpoint, kmsGrantee: granteeArn, kmsPollSeconds, kmsStaleSeconds } = settings;
  return {
    provider: "aws",
    ...(endpoint !== undefined && { endpoint }),
    ...(granteeArn !== undefined && { granteeArn }),
    ...(kmsPollSeconds !== undefined && { pollIntervalMs: kmsPollSeconds * 1000 }),
    ...(kmsStaleSeconds !== undefined && { staleAfterMs: kmsStaleSeconds * 1000 }),
  };
}

function nbdTls({ nbdTlsCert: certFile, nbdTlsKey: keyFile, nbdTlsClientCa: clientCaFile }: Settings) {
  if (certFile === undefined || keyFile === undefined) return undefined;
  return { certFile, keyFile, ...(clientCaFile !== undefined && { clientCaFile }) };
}

/** Where client commands look for the daemon when they are not told: where a daemon with default options listens. */
export function defaultClientAddress(environment: ServeInput["environment"]): string {
  return defaultAddress(environment, environment["ENVOL_DATA"] || defaultDataDirectory(environment));
}

function checkTogether(settings: Settings, grpcAddress: string, where: (name: ServeOptionName) => string): void {
  if (!rules.isLocal(grpcAddress) && settings.allowRemote !== true) {
    const risk =
      settings.auth === "required"
        ? "calls are signed, but they and all data travel in plain text"
        : "there is no authentication without --auth required: whoever connects can read every volume";
    throw configError(
      `${where("grpc")}: ${grpcAddress} can be reached from other machines, and ${risk}. Give --allow-remote if that is wanted.`,
      where("grpc"),
    );
  }
  for (const door of ["nbd", "aws"] as const) {
    const address = settings[door] ?? "none";
    if (address === "none" || rules.isLocal(address) || settings.allowRemote) continue;
    throw configError(
      `${where(door)}: ${address} can be reached from other machines. Give --allow-remote if that is wanted.`,
      where(door),
    );
  }
  const { nbdTlsCert, nbdTlsKey, nbdTlsClientCa } = settings;
  if ((nbdTlsCert === undefined) !== (nbdTlsKey === undefined) || (nbdTlsClientCa !== undefined && !nbdTlsCert)) {
    throw configError(
      `${where("nbdTlsCert")}: TLS needs a certificate and its key; a client CA alone is not enough.`,
      where("nbdTlsCert"),
    );
  }
  if (settings.rootKey !== undefined && settings.rootKeyFile !== undefined) {
    throw configError(
      `${where("rootKey")}: the root key is given, and so is a file for it (${where("rootKeyFile")}); leave one out.`,
      where("rootKey"),
    );
  }
}

function checkKms(settings: Settings, where: (name: ServeOptionName) => string): void {
  if (settings.kms === "aws") return;
  const alone = AWS_KMS_SETTINGS.find((name) => settings[name] !== undefined);
  if (alone === undefined) return;
  throw configError(`${where(alone)}: is for --kms aws; give that too, or leave it out.`, where(alone));
}

/**
 * What to start the daemon with: a flag goes before its variable, a variable before the file's field, that before the default.
 * @throws CONFIG_INVALID
 */
export function resolveServeOptions(input: ServeInput): DaemonOptions {
  const askedConfig = fromFlagOrVariable("config", input);
  const file = askedConfig && fromFile(parsed("config", askedConfig), askedConfig);
  const settings: Settings = {};
  const places: Partial<Record<ServeOptionName, string>> = {};
  const settle = <Name extends ServeOptionName>(name: Name) => {
    const given = fromFlagOrVariable(name, input) ?? file?.[name];
    if (given === undefined) return;
    settings[name] = parsed(name, given) as Settings[Name];
    places[name] = given.where;
  };
  for (const name of NAMES) settle(name);
  const dataDirectory = settings.data ?? defaultDataDirectory(input.environment);
  const grpcAddress = settings.grpc ?? defaultAddress(input.environment, dataDirectory);
  const where = (name: ServeOptionName) => places[name] ?? name;
  checkTogether(settings, grpcAddress, where);
  checkKms(settings, where);
  const nbd = nbdAddress(settings, input.environment, dataDirectory);
  const tls = nbdTls(settings);
  const kms = awsKms(settings);
  return {
    dataDirectory,
    grpcAddress,
    ...(nbd !== "none" && { nbdAddress: nbd }),
    ...(settings.aws !== undefined && settings.aws !== "none" && { awsAddress: settings.aws }),
    ...(tls !== undefined && { nbdTls: tls }),
    ...(settings.rootKeyFile !== undefined && { rootKeyFile: settings.rootKeyFile }),
    ...(settings.rootKey !== undefined && { rootKey: settings.rootKey }),
    ...(settings.auth !== undefined && { auth: settings.auth }),
    ...(settings.seed !== undefined && { seedFile: settings.seed }),
    ...(kms !== undefined && { kms }),
    ...(settings.mode !== undefined && { mode: settings.mode }),
    ...(settings.region !== undefined && { region: settings.region }),
    ...(settings.account !== undefined && { accountId: settings.account }),
    ...(settings.auditRecords !== undefined && { auditRecordsMax: settings.auditRecords }),
    ...(settings.harness !== undefined && { harness: settings.harness }),
    ...(settings.workers !== undefined && { workers: settings.workers }),
    ...(settings.logLevel !== undefined && { logLevel: settings.logLevel }),
  };
}
