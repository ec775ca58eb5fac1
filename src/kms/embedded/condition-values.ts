/**
 * What a request has for each condition key: KMS developer guide, "AWS KMS condition keys", and IAM user guide, "AWS
 * global condition context keys". One table; a key that is not in it, or has nothing here, is absent from the request.
 */

import { type Identity, type IdentityKind, userIdOf } from "../../iam/identity.ts";
import type { LookUp } from "../../iam/policy/template.ts";
import { LIMITS } from "../../limits.ts";
import type { EncryptionContext } from "../kms-client.ts";
import type { Action, AuthorizationRequest } from "./call.ts";
import type { KeyTag } from "./records.ts";

type Value = string | readonly string[] | undefined;

/** The request, and who makes it. */
interface Asked extends AuthorizationRequest {
  readonly identity: Identity;
}

type Source = (asked: Asked) => Value;

const ENCRYPTING: readonly Action[] = [
  ...(["Encrypt", "Decrypt", "ReEncryptFrom", "ReEncryptTo", "GenerateDataKey"] as const),
  ...(["GenerateDataKeyWithoutPlaintext", "GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext"] as const),
];
const SIGNING: readonly Action[] = ["Sign", "Verify"];
const ABOUT_GRANTS: readonly Action[] = ["CreateGrant", "ListGrants", "RevokeGrant"];
const WITH_POLICY: readonly Action[] = ["CreateKey", "PutKeyPolicy", "ReplicateKey"];

/** Only for these actions; for others the key is absent. */
function on(actions: readonly Action[], source: Source): Source {
  return (asked) => (actions.includes(asked.action) ? source(asked) : undefined);
}

/** A member of the request, as text. */
function member(name: string): Source {
  return ({ request }) => textOf(request[name]);
}

/** A fact of the key; for CreateKey, of the key that is to be. */
function keyFact(of: (key: NonNullable<Asked["key"]>) => Value, requested: Source = () => undefined): Source {
  return (asked) => (asked.key === undefined ? on(["CreateKey"], requested)(asked) : of(asked.key));
}

// biome-ignore format: a table reads best with a row on a line.
const SOURCES: Readonly<Record<string, Source>> = {
  "kms:BypassPolicyLockoutSafetyCheck": on(WITH_POLICY, ({ request }) => String(request.bypassPolicyLockoutSafetyCheck === true)),
  "kms:CallerAccount": ({ caller }) => caller.accountId,
  "kms:CustomerMasterKeySpec": keyFact(({ keySpec }) => keySpec, ({ request }) => requestedSpec(request)),
  "kms:CustomerMasterKeyUsage": keyFact(({ keyUsage }) => keyUsage, ({ request }) => textOf(request.keyUsage) ?? "ENCRYPT_DECRYPT"),
  "kms:DataKeyPairSpec": member("keyPairSpec"),
  "kms:EncryptionAlgorithm": on(ENCRYPTING, encryptionAlgorithm),
  "kms:EncryptionContextKeys": (asked) => Object.keys(contextOf(asked)),
  "kms:ExpirationModel": on(["ImportKeyMaterial"], ({ request }) => textOf(request.expirationModel) ?? "KEY_MATERIAL_EXPIRES"),
  "kms:GrantConstraintType": on(["CreateGrant"], ({ request }) => constraintTypes(request.constraints)),
  "kms:GranteePrincipal": on(["CreateGrant"], member("granteePrincipal")),
  "kms:GrantIsForAWSResource": on(ABOUT_GRANTS, ({ caller }) => String(caller.viaService !== undefined)),
  "kms:GrantOperations": on(["CreateGrant"], ({ request }) => request.operations as readonly string[] | undefined),
  "kms:KeyAgreementAlgorithm": member("keyAgreementAlgorithm"),
  "kms:KeyOrigin": keyFact(({ origin }) => origin, ({ request }) => textOf(request.origin) ?? "AWS_KMS"),
  "kms:KeySpec": keyFact(({ keySpec }) => keySpec, ({ request }) => requestedSpec(request)),
  "kms:KeyUsage": keyFact(({ keyUsage }) => keyUsage, ({ request }) => textOf(request.keyUsage) ?? "ENCRYPT_DECRYPT"),
  "kms:MacAlgorithm": member("macAlgorithm"),
  "kms:MessageType": on(SIGNING, ({ request }) => textOf(request.messageType) ?? "RAW"),
  "kms:MultiRegion": keyFact(({ multiRegion }) => String(multiRegion), ({ request }) => String(request.multiRegion === true)),
  "kms:MultiRegionKeyType": ({ kms, key }) => key?.multiRegion ? (key.primaryRegion === kms.region ? "PRIMARY" : "REPLICA") : undefined,
  "kms:PrimaryRegion": on(["UpdatePrimaryRegion"], member("primaryRegion")),
  "kms:ReEncryptOnSameKey": on(["ReEncryptFrom", "ReEncryptTo"], ({ onSameKey }) => String(onSameKey === true)),
  "kms:ReplicaRegion": on(["ReplicateKey"], member("replicaRegion")),
  "kms:RequestAlias": requestAlias,
  "kms:ResourceAliases": ({ kms, key }) => key && kms.aliasesOf.namesOf(key.keyId),
  "kms:RetiringPrincipal": on(["CreateGrant"], member("retiringPrincipal")),
  "kms:RotationPeriodInDays": on(["EnableKeyRotation"], ({ request }) => String(request.rotationPeriodInDays ?? LIMITS.kmsRotationPeriodDaysDefault)),
  "kms:ScheduleKeyDeletionPendingWindowInDays": on(["ScheduleKeyDeletion"], ({ request }) => String(request.pendingWindowInDays ?? LIMITS.kmsPendingWindowDaysDefault)),
  "kms:SigningAlgorithm": on(SIGNING, member("signingAlgorithm")),
  "kms:ValidTo": on(["ImportKeyMaterial"], ({ request }) => typeof request.validToMs === "number" ? secondsText(request.validToMs) : undefined),
  "kms:ViaService": ({ caller }) => caller.viaService,
  "kms:WrappingAlgorithm": on(["GetParametersForImport"], member("wrappingAlgorithm")),
  "kms:WrappingKeySpec": on(["GetParametersForImport"], member("wrappingKeySpec")),

  "aws:CalledVia": ({ caller }) => calledVia(caller.viaService),
  "aws:CalledViaFirst": ({ caller }) => calledVia(caller.viaService)?.[0],
  "aws:CalledViaLast": ({ caller }) => calledVia(caller.viaService)?.[0],
  "aws:CurrentTime": ({ kms }) => new Date(kms.clock.now()).toISOString(),
  "aws:EpochTime": ({ kms }) => secondsText(kms.clock.now()),
  "aws:PrincipalAccount": ({ identity, caller }) => identity.kind === "service" ? undefined : caller.accountId,
  "aws:PrincipalArn": ({ identity }) => identity.kind === "service" ? undefined : identity.principalArn,
  "aws:PrincipalIsAWSService": ({ identity }) => String(identity.kind === "service"),
  "aws:PrincipalServiceName": ({ identity }) => identity.kind === "service" ? identity.arn : undefined,
  "aws:PrincipalType": ({ identity }) => PRINCIPAL_TYPES[identity.kind],
  "aws:RequestedRegion": ({ kms }) => kms.region,
  "aws:ResourceAccount": ({ kms, key }) => key && kms.accountId,
  // The daemon stands for an endpoint that takes requests over TLS alone.
  "aws:SecureTransport": () => "true",
  // Of a call through a service, the address is the service's, and AWS does not show it.
  "aws:SourceIp": ({ caller }) => caller.viaService === undefined ? caller.sourceIpAddress : undefined,
  "aws:TagKeys": ({ request }) => (request.tagKeys as readonly string[] | undefined) ?? tagsIn(request)?.map(({ tagKey }) => tagKey),
  "aws:UserAgent": ({ caller }) => caller.userAgent,
  "aws:userid": ({ identity }) => userIdOf(identity),
  "aws:username": ({ identity }) => identity.kind === "user" ? identity.name : undefined,
  "aws:ViaAWSService": ({ caller }) => String(caller.viaService !== undefined),
};

/** Condition keys whose names end with a name that the policy chooses. */
const FAMILIES: Readonly<Record<string, (asked: Asked, name: string) => Value>> = {
  "kms:EncryptionContext:": (asked, name) => ofName(Object.entries(contextOf(asked)), name),
  "aws:PrincipalTag/": ({ kms, identity }, name) =>
    ofName(Object.entries(kms.identities.tagsOf(identity.principalArn)), name),
  "aws:RequestTag/": ({ request }, name) => ofName(tagPairs(tagsIn(request)), name),
  "aws:ResourceTag/": ({ key }, name) => ofName(tagPairs(key?.tags), name),
};

const BY_NAME = new Map(Object.entries(SOURCES).map(([name, source]) => [name.toLowerCase(), source]));
const BY_PREFIX = Object.entries(FAMILIES).map(([prefix, source]) => [prefix.toLowerCase(), source] as const);

/**
 * The names of all condition keys that have a value here; those of a family end with `:` or `/`.
 * @internal Exported for its test, which uses each.
 */
export const CONDITION_KEYS: readonly string[] = [...Object.keys(SOURCES), ...Object.keys(FAMILIES)];

/** Looks values up as policies ask for them: most are never asked for. */
export function conditionValues(request: AuthorizationRequest, identity: Identity): LookUp {
  const asked: Asked = { ...request, identity };
  return (key) => {
    const source = BY_NAME.get(key);
    if (source !== undefined) return source(asked);
    const [prefix, family] = BY_PREFIX.find(([start]) => key.startsWith(start)) ?? [];
    return prefix === undefined ? undefined : family?.(asked, key.slice(prefix.length));
  };
}

const PRINCIPAL_TYPES: Readonly<Record<IdentityKind, string | undefined>> = {
  root: "Account",
  user: "User",
  role: "AssumedRole",
  session: "AssumedRole",
  federated: "FederatedUser",
  service: undefined,
};

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}

function secondsText(timeMs: number): string {
  return String(Math.floor(timeMs / 1000));
}

/** Names in condition keys are the same in any case. `name` is in lower case. */
function ofName(pairs: readonly (readonly [string, string])[], name: string): string | undefined {
  return pairs.find(([key]) => key.toLowerCase() === name)?.[1];
}

function contextOf({ encryptionContext }: Asked): EncryptionContext {
  return encryptionContext ?? {};
}

/** ReEncrypt has an algorithm for each of its keys. */
function encryptionAlgorithm({ action, request }: Asked): string {
  const names: Partial<Record<Action, string>> = {
    ReEncryptFrom: "sourceEncryptionAlgorithm",
    ReEncryptTo: "destinationEncryptionAlgorithm",
  };
  return textOf(request[names[action] ?? "encryptionAlgorithm"]) ?? "SYMMETRIC_DEFAULT";
}

function requestedSpec(request: Asked["request"]): string {
  return textOf(request.keySpec ?? request.customerMasterKeySpec) ?? "SYMMETRIC_DEFAULT";
}

function constraintTypes(constraints: unknown): string[] {
  const given: Readonly<Record<string, unknown>> = { ...(constraints as object | undefined) };
  const types = [
    ["EncryptionContextEquals", given.encryptionContextEquals],
    ["EncryptionContextSubset", given.encryptionContextSubset],
  ] as const;
  return types.flatMap(([type, context]) => (Object.keys({ ...(context as object) }).length > 0 ? [type] : []));
}

/** The name of the alias by which the request calls the key; absent when it calls it otherwise. */
function requestAlias({ action, request }: Asked): string | undefined {
  const names: Partial<Record<Action, string>> = { ReEncryptFrom: "sourceKeyId", ReEncryptTo: "destinationKeyId" };
  const named = textOf(request[names[action] ?? "keyId"]);
  return named?.slice(named.startsWith("arn:") ? named.lastIndexOf(":") + 1 : 0).match(/^alias\/.+/)?.[0];
}

/** From `ec2.us-east-1.amazonaws.com` to the name of the service in all Regions. */
function calledVia(viaService: string | undefined): readonly string[] | undefined {
  return viaService === undefined ? undefined : [viaService.replace(/^([^.]+)\.[^.]+\./, "$1.")];
}

function tagsIn(request: Asked["request"]): readonly KeyTag[] | undefined {
  return request.tags as readonly KeyTag[] | undefined;
}

function tagPairs(tags: readonly KeyTag[] = []): (readonly [string, string])[] {
  return tags.map(({ tagKey, tagValue }) => [tagKey, tagValue] as const);
}
