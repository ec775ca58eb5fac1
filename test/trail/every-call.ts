/** A KMS that keeps its records, and one successful call of every operation, with what must never show in a record. */

import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import type { CallRecord, ServiceEvent } from "#envol/kms/embedded/call.ts";
import type { OperationName } from "#envol/kms/embedded/operation-names.ts";
import { CALLER, type Fixture, startFixture } from "../kms/fixture.ts";
import { wrapMaterial } from "../kms/importing.ts";

export interface Recorded extends AsyncDisposable {
  readonly fixture: Fixture;
  readonly calls: CallRecord[];
  readonly services: ServiceEvent[];
}

/** A KMS whose records are gathered. */
export async function startRecorded(): Promise<Recorded> {
  const fixture = await startFixture();
  const calls: CallRecord[] = [];
  const services: ServiceEvent[] = [];
  await fixture.restart({
    record: (call) => calls.push(call),
    recordServiceEvent: (event) => services.push(event),
  });
  return { fixture, calls, services, [Symbol.asyncDispose]: () => fixture[Symbol.asyncDispose]() };
}

/** The bytes that a test gave, or was given, and that nobody else may see. */
export type Secrets = Uint8Array[];

/** Calls every operation, those of custom key stores to no avail. @returns the secrets that went in and came out */
export async function callEverything({ kms: { call } }: Fixture): Promise<Secrets> {
  const secrets: Secrets = [];
  const secret = <Bytes extends Uint8Array>(bytes: Bytes) => {
    secrets.push(bytes);
    return bytes;
  };
  const encryptionContext = { purpose: "records" };
  const { keyId } = (await call("CreateKey", CALLER, { description: "one", tags: [{ tagKey: "a", tagValue: "b" }] }))
    .keyMetadata;
  const other = (await call("CreateKey", CALLER, { multiRegion: true })).keyMetadata;

  const plaintext = secret(randomBytes(40));
  const sealed = await call("Encrypt", CALLER, { keyId, plaintext, encryptionContext });
  const ciphertextBlob = secret(sealed.ciphertextBlob);
  const grant = {
    ...{ keyId, granteePrincipal: CALLER.arn, retiringPrincipal: CALLER.arn, name: "a-grant" },
    operations: ["Decrypt"] as const,
    constraints: { encryptionContextSubset: encryptionContext },
  };
  const { grantToken } = await call("CreateGrant", CALLER, grant);
  secret(Buffer.from(grantToken));
  secret((await call("Decrypt", CALLER, { ciphertextBlob, encryptionContext, grantTokens: [grantToken] })).plaintext);
  const rewrap = {
    ...{ ciphertextBlob, sourceEncryptionContext: encryptionContext, destinationKeyId: other.keyId },
    destinationEncryptionContext: { moved: "yes" },
  };
  secret((await call("ReEncrypt", CALLER, rewrap)).ciphertextBlob);
  const dataKey = await call("GenerateDataKey", CALLER, { keyId, numberOfBytes: 64, encryptionContext });
  secrets.push(dataKey.plaintext, dataKey.ciphertextBlob);
  const wrapped = await call("GenerateDataKeyWithoutPlaintext", CALLER, { keyId, keySpec: "AES_256" });
  secret(wrapped.ciphertextBlob);
  const pair = await call("GenerateDataKeyPair", CALLER, { keyId, keyPairSpec: "ECC_NIST_P256" });
  secrets.push(pair.privateKeyPlaintext, pair.privateKeyCiphertextBlob);
  const bare = await call("GenerateDataKeyPairWithoutPlaintext", CALLER, { keyId, keyPairSpec: "ECC_NIST_P256" });
  secret(bare.privateKeyCiphertextBlob);
  secret((await call("GenerateRandom", CALLER, { numberOfBytes: 32 })).plaintext);

  await callAsymmetric(call, secret);
  await callImports(call, secret);

  await call("ListGrants", CALLER, { keyId });
  await call("ListRetirableGrants", CALLER, { retiringPrincipal: CALLER.arn });
  await call("RetireGrant", CALLER, { grantToken });
  const again = await call("CreateGrant", CALLER, grant);
  secret(Buffer.from(again.grantToken));
  await call("RevokeGrant", CALLER, { keyId, grantId: again.grantId });

  await call("CreateAlias", CALLER, { aliasName: "alias/one", targetKeyId: keyId });
  const second = (await call("CreateKey", CALLER, {})).keyMetadata.keyId;
  await call("UpdateAlias", CALLER, { aliasName: "alias/one", targetKeyId: second });
  await call("ListAliases", CALLER, { limit: 10 });
  await call("DeleteAlias", CALLER, { aliasName: "alias/one" });
  await call("DescribeKey", CALLER, { keyId });
  await call("GetKeyLastUsage", CALLER, { keyId });
  const { policy } = await call("GetKeyPolicy", CALLER, { keyId });
  await call("PutKeyPolicy", CALLER, { keyId, policy });
  await call("ListKeyPolicies", CALLER, { keyId });
  await call("ListKeys", CALLER, {});
  await call("TagResource", CALLER, { keyId, tags: [{ tagKey: "team", tagValue: "storage" }] });
  await call("ListResourceTags", CALLER, { keyId });
  await call("UntagResource", CALLER, { keyId, tagKeys: ["team"] });
  await call("UpdateKeyDescription", CALLER, { keyId, description: "two" });
  await call("EnableKeyRotation", CALLER, { keyId, rotationPeriodInDays: 90 });
  await call("GetKeyRotationStatus", CALLER, { keyId });
  await call("RotateKeyOnDemand", CALLER, { keyId });
  await call("ListKeyRotations", CALLER, { keyId });
  await call("DisableKeyRotation", CALLER, { keyId });
  await call("ReplicateKey", CALLER, { keyId: other.keyId, replicaRegion: "eu-west-1" });
  await call("UpdatePrimaryRegion", CALLER, { keyId: other.keyId, primaryRegion: "eu-west-1" });
  await call("DisableKey", CALLER, { keyId });
  await call("EnableKey", CALLER, { keyId });
  await call("ScheduleKeyDeletion", CALLER, { keyId });
  await call("CancelKeyDeletion", CALLER, { keyId });
  const stores: readonly OperationName[] = [
    ...(["ConnectCustomKeyStore", "CreateCustomKeyStore", "DeleteCustomKeyStore", "DescribeCustomKeyStores"] as const),
    ...(["DisconnectCustomKeyStore", "UpdateCustomKeyStore"] as const),
  ];
  for (const name of stores) await call(name, CALLER, {} as never).catch(() => undefined);
  return secrets;
}

type Call = Fixture["kms"]["call"];
type Secret = <Bytes extends Uint8Array>(bytes: Bytes) => Bytes;

async function callAsymmetric(call: Call, secret: Secret): Promise<void> {
  const message = secret(randomBytes(48));
  const signing = { keySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" } as const;
  const signer = (await call("CreateKey", CALLER, signing)).keyMetadata.keyId;
  const signingAlgorithm = "RSASSA_PSS_SHA_256";
  const { signature } = await call("Sign", CALLER, { keyId: signer, message, signingAlgorithm });
  secret(signature);
  await call("Verify", CALLER, { keyId: signer, message, signature, signingAlgorithm });
  await call("GetPublicKey", CALLER, { keyId: signer });

  const authenticating = { keySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" } as const;
  const macKey = (await call("CreateKey", CALLER, authenticating)).keyMetadata.keyId;
  const macAlgorithm = "HMAC_SHA_256";
  const { mac } = await call("GenerateMac", CALLER, { keyId: macKey, message, macAlgorithm });
  secret(mac);
  await call("VerifyMac", CALLER, { keyId: macKey, message, mac, macAlgorithm });

  const agreeing = { keySpec: "ECC_NIST_P256", keyUsage: "KEY_AGREEMENT" } as const;
  const agreed = (await call("CreateKey", CALLER, agreeing)).keyMetadata.keyId;
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const mine = createPrivateKey(privateKey.export({ type: "pkcs8", format: "pem" }));
  const publicKey = createPublicKey(mine).export({ type: "spki", format: "der" });
  const keyAgreementAlgorithm = "ECDH";
  secret((await call("DeriveSharedSecret", CALLER, { keyId: agreed, keyAgreementAlgorithm, publicKey })).sharedSecret);
}

async function callImports(call: Call, secret: Secret): Promise<void> {
  const { keyId } = (await call("CreateKey", CALLER, { origin: "EXTERNAL" })).keyMetadata;
  const wrapping = { wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_2048" } as const;
  const { importToken, publicKey } = await call("GetParametersForImport", CALLER, { keyId, ...wrapping });
  const material = secret(randomBytes(32));
  await call("ImportKeyMaterial", CALLER, {
    ...{ keyId, importToken: secret(importToken), keyMaterialDescription: "first" },
    encryptedKeyMaterial: secret(wrapMaterial(wrapping.wrappingAlgorithm, publicKey, material)),
    expirationModel: "KEY_MATERIAL_EXPIRES",
    validToMs: 1_800_086_400_000,
  });
  await call("DeleteImportedKeyMaterial", CALLER, { keyId });
}
