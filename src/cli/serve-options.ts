/**
 * Everything that `envol serve` can be told, in one table. Flags, environment variables, fields of the configuration file,
 * the help text and the documentation are all made from it.
 */

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

/** The flag itself, without its value; undefined for an option that has none. */
export function flagName(name: ServeOptionName): string | undefined {
  const entry: ServeOption<unknown> = SERVE_OPTIONS[name];
  return entry.flag?.split(" ")[0];
}
