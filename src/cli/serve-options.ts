/**
 * Everything that `envol serve` can be told, in one table. Flags, environment variables, fields of the configuration file,
 * the help text and the documentation are all made from it.
 */

import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { EnvolError } from "../errors.ts";
import type { AwsKmsOptions, DaemonOptions } from "../options.ts";
import * as rules from "./rules.ts";

export interface ServeOption<Value> {
  /** As commander spells flags. Without one, the value is a secret, which a command line would show to everyone. */
  readonly flag?: string;
  readonly variable: string;
  /** Whether the configuration file may hold it, under its name here; as text, a number or true/false. */
  readonly inFile?: "string" | "number" | "boolean";
  readonly rule: rules.Rule<Value>;
  /** What holds when it is not given. */
  readonly otherwise: string;
  readonly help: string;
}

function option<Value>(entry: ServeOption<Value>): ServeOption<Value> {
  return entry;
}

export const SERVE_OPTIONS = {
  data: option({
    flag: "--data <dir>",
    variable: "ENVOL_DATA",
    inFile: "string",
    rule: rules.path,
    otherwise: "$XDG_DATA_HOME/envol, or ~/.local/share/envol",
    help: "Directory of the store and the key material; made when absent.",
  }),
  grpc: option({
    flag: "--grpc <address>",
    variable: "ENVOL_GRPC",
    inFile: "string",
    rule: rules.address,
    otherwise: "unix:$XDG_RUNTIME_DIR/envol.sock, or envol.sock in the data directory",
    help: "Where to listen: unix:PATH, or HOST:PORT on this machine; port 0 takes a free one.",
  }),
  nbd: option({
    flag: "--nbd <address>",
    variable: "ENVOL_NBD",
    inFile: "string",
    rule: rules.addressOrNone,
    otherwise: "unix:nbd.sock in the data directory",
    help: "Where NBD clients connect: unix:PATH, HOST:PORT on this machine, or none.",
  }),
  aws: option({
    flag: "--aws <address>",
    variable: "ENVOL_AWS",
    inFile: "string",
    rule: rules.addressOrNone,
    otherwise: "none",
    help: "Where AWS SDKs and the AWS CLI find the KMS over HTTP: HOST:PORT on this machine, unix:PATH, or none.",
  }),
  nbdTlsCert: option({
    flag: "--nbd-tls-cert <file>",
    variable: "ENVOL_NBD_TLS_CERT",
    inFile: "string",
    rule: rules.path,
    otherwise: "NBD without TLS",
    help: "PEM file of the certificate that NBD shows. With it, clients must use TLS.",
  }),
  nbdTlsKey: option({
    flag: "--nbd-tls-key <file>",
    variable: "ENVOL_NBD_TLS_KEY",
    inFile: "string",
    rule: rules.path,
    otherwise: "NBD without TLS",
    help: "PEM file of that certificate's private key.",
  }),
  nbdTlsClientCa: option({
    flag: "--nbd-tls-client-ca <file>",
    variable: "ENVOL_NBD_TLS_CLIENT_CA",
    inFile: "string",
    rule: rules.path,
    otherwise: "any client may connect",
    help: "PEM file of the authority that must have signed the certificate of every NBD client.",
  }),
  allowRemote: option({
    flag: "--allow-remote",
    variable: "ENVOL_ALLOW_REMOTE",
    inFile: "boolean",
    rule: rules.yesOrNo,
    otherwise: "false",
    help: "Listen where other machines can reach it, in plain text. Without --auth required, who can connect can read all data.",
  }),
  auth: option({
    flag: "--auth <rule>",
    variable: "ENVOL_AUTH",
    inFile: "string",
    rule: rules.oneOf(["open", "required"]),
    otherwise: "open",
    help: "Whose calls are taken: open, anyone's, and those without a known access key are the account root's; required, those alone that are signed with a known access key.",
  }),
  rootKeyFile: option({
    flag: "--root-key-file <file>",
    variable: "ENVOL_ROOT_KEY_FILE",
    inFile: "string",
    rule: rules.path,
    otherwise: "root.key in the data directory",
    help: "File of the root key, under which secrets are kept; made, readable by its owner alone, at the first start.",
  }),
  rootKey: option({
    variable: "ENVOL_ROOT_KEY",
    rule: rules.rootKey,
    otherwise: "the root key file is used",
    help: "The root key itself, 32 bytes in base64, in place of a file.",
  }),
  seed: option({
    flag: "--seed <file>",
    variable: "ENVOL_SEED",
    inFile: "string",
    rule: rules.path,
    otherwise: "none",
    help: "YAML or JSON file of keys and principals to be there from the start, and again after a reset.",
  }),
  kms: option({
    flag: "--kms <kms>",
    variable: "ENVOL_KMS",
    inFile: "string",
    rule: rules.oneOf(["embedded", "aws"]),
    otherwise: "embedded",
    help: "Where the volumes' keys are: in the KMS that Envol brings along, or in AWS KMS (docs/aws-kms.md).",
  }),
  kmsEndpoint: option({
    flag: "--kms-endpoint <url>",
    variable: "ENVOL_KMS_ENDPOINT",
    inFile: "string",
    rule: rules.httpUrl,
    otherwise: "AWS's own in the region",
    help: "With --kms aws: where the KMS is.",
  }),
  kmsGrantee: option({
    flag: "--kms-grantee <arn>",
    variable: "ENVOL_KMS_GRANTEE",
    inFile: "string",
    rule: rules.matching(/^arn:\S+$/, "an ARN"),
    otherwise: "no grants",
    help: "With --kms aws: the IAM user or role that the daemon is, which then decrypts under a grant for each attachment.",
  }),
  kmsPollSeconds: option({
    flag: "--kms-poll-seconds <count>",
    variable: "ENVOL_KMS_POLL_SECONDS",
    inFile: "number",
    rule: rules.wholeNumber(1, 3600),
    otherwise: "5",
    help: "With --kms aws: how often, at least, the state of each key in use is asked for.",
  }),
  kmsStaleSeconds: option({
    flag: "--kms-stale-seconds <count>",
    variable: "ENVOL_KMS_STALE_SECONDS",
    inFile: "number",
    rule: rules.wholeNumber(2, 86_400),
    otherwise: "never",
    help: "With --kms aws: refuse I/O under a key whose state could not be asked for this long.",
  }),
  mode: option({
    flag: "--mode <mode>",
    variable: "ENVOL_MODE",
    inFile: "string",
    rule: rules.oneOf(["strict", "aws"]),
    otherwise: "strict",
    help: "When a key becomes unusable: strict refuses all I/O at once; aws refuses the next attach, as EBS does.",
  }),
  region: option({
    flag: "--region <region>",
    variable: "ENVOL_REGION",
    inFile: "string",
    rule: rules.matching(/^[a-z]{2,}(-[a-z]+)+-\d{1,2}$/, "an AWS region such as eu-central-1"),
    otherwise: "us-east-1",
    help: "AWS region in ARNs.",
  }),
  account: option({
    flag: "--account <id>",
    variable: "ENVOL_ACCOUNT",
    inFile: "string",
    rule: rules.matching(/^\d{12}$/, "12 digits"),
    otherwise: "000000000000",
    help: "AWS account in ARNs.",
  }),
  auditRecords: option({
    flag: "--audit-records <count>",
    variable: "ENVOL_AUDIT_RECORDS",
    inFile: "number",
    rule: rules.wholeNumber(1, 10_000_000),
    otherwise: "100000",
    help: "How many records of KMS calls are kept, the newest ones, for 90 days at most.",
  }),
  harness: option({
    flag: "--harness",
    variable: "ENVOL_HARNESS",
    inFile: "boolean",
    rule: rules.yesOrNo,
    otherwise: "false",
    help: "For tests: whoever can connect may add faults (envol fault) and delete everything (envol reset).",
  }),
  workers: option({
    flag: "--workers <count>",
    variable: "ENVOL_WORKERS",
    inFile: "number",
    rule: rules.wholeNumber(1, 256),
    otherwise: "one for each core",
    help: "Threads of the cipher pool.",
  }),
  logLevel: option({
    flag: "--log-level <level>",
    variable: "ENVOL_LOG_LEVEL",
    inFile: "string",
    rule: rules.oneOf(["fatal", "error", "warn", "info", "debug", "trace", "silent"]),
    otherwise: "info",
    help: "How much goes to the log, which is JSON lines on standard error.",
  }),
  config: option({
    flag: "--config <file>",
    variable: "ENVOL_CONFIG",
    rule: rules.path,
    otherwise: "none",
    help: "JSON file with the options above, by their names in lowerCamelCase; its relative paths start from its directory.",
  }),
} as const;

export type ServeOptionName = keyof typeof SERVE_OPTIONS;
type OptionValue<Name extends ServeOptionName> = NonNullable<ReturnType<(typeof SERVE_OPTIONS)[Name]["rule"]["parse"]>>;
type Settings = { -readonly [Name in ServeOptionName]?: OptionValue<Name> };

const NAMES = Object.keys(SERVE_OPTIONS) as ServeOptionName[];

/**
 * The flag itself, without its value; undefined for an option that has none.
 * @internal Exported for its own tests.
 */
export function flagName(name: ServeOptionName): string | undefined {
  const entry: ServeOption<unknown> = SERVE_OPTIONS[name];
  return entry.flag?.split(" ")[0];
}

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
