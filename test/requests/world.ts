/** A daemon that holds something of every kind and in every state, and all that can be observed of it. */

import { constants, createHash, createPublicKey, publicEncrypt, randomBytes } from "node:crypto";
import type { EnvolClient } from "#envol/client/client.ts";
import type { Attachment__Output as Attachment } from "#envol/gen/envol/v1/Attachment.ts";
import type { CreateKeyRequest } from "#envol/gen/envol/v1/CreateKeyRequest.ts";
import type { CreateVolumeRequest } from "#envol/gen/envol/v1/CreateVolumeRequest.ts";
import { startTestDaemon, type TestDaemon } from "./stock-client.ts";

const MIB = 1024 * 1024;
const ONE = Buffer.of(1);
export const INSTANCE_ID = "i-0123456789abcdef0";
export const REUSED_TOKEN = "the token of the idle volume";

/** Events of these types mean that something has changed. The others tell of keys that were used, or refused. */
const CHANGES = new Set([
  "VolumeStateChanged",
  "VolumeModified",
  "AttachmentStateChanged",
  "KeyStateChanged",
  "KeyMaterialDestroyed",
  "AliasChanged",
  "DataKeyErased",
  "GrantCreated",
  "GrantRetired",
  "IoRevoked",
  "IoResumed",
]);

export type World = Awaited<ReturnType<typeof createWorld>>;

/** Makes the world. What its names mean is said at each. */
export async function createWorld() {
  const daemon = await startTestDaemon({ harness: true });
  const { client } = daemon;
  const keys = await createKeys(client);
  const volumes = await createVolumes(client, keys);
  const ciphertexts = await createCiphertexts(client, keys);
  const imports = await importMaterials(client, keys);
  await client.keys.disableKey({ keyId: keys.disabled });
  await client.keys.scheduleKeyDeletion({ keyId: keys.pending, pendingWindowInDays: 7 });
  await client.keys.scheduleKeyDeletion({ keyId: keys.externalPending, pendingWindowInDays: 7 });
  const accessKeyId = await createAlice(client);
  const watch = watchChanges(client, keys.enabled);
  return {
    ...daemon,
    keys,
    volumes,
    ciphertexts,
    imports,
    /** A grant on keys.enabled. */
    grant: { keyId: keys.enabled, ...(await createGrant(client, keys.enabled)) },
    /** Of the byte 1, under keys.signing and keys.mac. */
    signature: (await client.keys.sign({ keyId: keys.signing, message: ONE, signingAlgorithm: "ECDSA_SHA_256" }))
      .signature,
    mac: (await client.keys.generateMac({ keyId: keys.mac, message: ONE, macAlgorithm: "HMAC_SHA_256" })).mac,
    /** Of user/alice, who has two. */
    accessKeyId,
    /** All that anybody can see of the daemon's state. */
    observe: async () => ({ ...(await observe(daemon)), changes: await watch() }),
  };
}

async function createKeys(client: EnvolClient) {
  const create = async (description: string, more: CreateKeyRequest = {}) => {
    const { keyMetadata } = await client.keys.createKey({ description, ...more });
    return keyMetadata?.keyId as string;
  };
  const external = { origin: "EXTERNAL" };
  const keys = {
    /** Enabled, with the alias alias/enabled. */
    enabled: await create("enabled"),
    /** Enabled too. */
    other: await create("other"),
    /** Disabled when the world is ready. */
    disabled: await create("disabled"),
    /** Pending deletion when the world is ready. */
    pending: await create("pending"),
    /** Has 50 aliases: alias/full/0 to alias/full/49. */
    full: await create("full"),
    /** Were rotated on demand as often as may be. */
    rotated: await create("rotated"),
    /** Key pairs and secrets for other things than encryption. */
    signing: await create("signing", { keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" }),
    agreement: await create("agreement", { keySpec: "ECC_NIST_P256", keyUsage: "KEY_AGREEMENT" }),
    mac: await create("mac", { keySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" }),
    rsa: await create("rsa", { keySpec: "RSA_2048", keyUsage: "ENCRYPT_DECRYPT" }),
    /** Primary, with a replica in eu-west-1. */
    primary: await create("primary", { multiRegion: true }),
    /** Has imported material; more of it waits for a rotation. */
    external: await create("external", external),
    /** Has imported material, and none waits. */
    externalOnce: await create("external once", external),
    /** Waits for the import of an RSA private key. */
    externalRsa: await create("external rsa", { ...external, keySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" }),
    /** Pending deletion when the world is ready. */
    externalPending: await create("external pending", external),
  };
  for (let i = 0; i < 25; i++) await client.keys.rotateKeyOnDemand({ keyId: keys.rotated });
  await client.keys.replicateKey({ keyId: keys.primary, replicaRegion: "eu-west-1" });
  const arn = (await client.keys.describeKey({ keyId: keys.enabled })).keyMetadata?.arn as string;
  await client.keys.createAlias({ aliasName: "alias/enabled", targetKeyId: keys.enabled });
  for (let i = 0; i < 50; i++) await client.keys.createAlias({ aliasName: `alias/full/${i}`, targetKeyId: keys.full });
  // The AWS managed key of EBS is made when it is first asked for.
  const { keyMetadata } = await client.keys.describeKey({ keyId: "alias/aws/ebs" });
  return { ...keys, arn, ebs: keyMetadata?.keyId as string };
}

async function createVolumes(client: EnvolClient, keys: Awaited<ReturnType<typeof createKeys>>) {
  const create = async (request: CreateVolumeRequest) => {
    const { volume } = await client.volumes.createVolume({ sizeGib: 2, ...request });
    return volume?.volumeId as string;
  };
  const attach = async (volumeId: string, fields: object = {}) => {
    const { attachment } = await client.volumes.attachVolume({ volumeId, ...fields });
    return attachment as Attachment;
  };
  const volumes = {
    /** 2 GiB, encrypted, attached to INSTANCE_ID as /dev/sdf, with data. */
    data: await create({
      encrypted: true,
      kmsKeyId: keys.enabled,
      tags: [{ key: "constructor", value: "a".repeat(256) }],
    }),
    /** Not encrypted, not attached. */
    idle: await create({ clientToken: REUSED_TOKEN }),
    /** Attached twice: first for reading and writing, then read-only. */
    shared: await create({ multiAttachEnabled: true }),
    /** Has 16 attachments. */
    crowded: await create({ multiAttachEnabled: true }),
    /** Its key is disabled; attached before that. */
    revoked: await create({ encrypted: true, kmsKeyId: keys.disabled }),
    /** Its key is disabled; not attached. */
    locked: await create({ encrypted: true, kmsKeyId: keys.disabled }),
    /** Under the AWS managed key of EBS; not attached. */
    managed: await create({ encrypted: true, sectorSizeBytes: 512 }),
  };
  const gone = await create({});
  await client.volumes.deleteVolume({ volumeId: gone });
  const attachments = {
    data: (await attach(volumes.data, { instanceId: INSTANCE_ID, device: "/dev/sdf" })).attachmentId,
    shared: (await attach(volumes.shared)).attachmentId,
    readOnly: (await attach(volumes.shared, { readOnly: true })).attachmentId,
    revoked: (await attach(volumes.revoked)).attachmentId,
  };
  for (let i = 0; i < 16; i++) await attach(volumes.crowded, { instanceId: `i-0123456789abcde${i + 10}` });
  await client.blocks.write({ volumeId: volumes.data, data: randomBytes(MIB), forceUnitAccess: true });
  await client.blocks.write({ volumeId: volumes.shared, data: randomBytes(MIB), forceUnitAccess: true });
  return { ...volumes, gone, attachments };
}

/** Ciphertexts under the keys of their names, made with the context { purpose: "test" }. */
async function createCiphertexts(client: EnvolClient, keys: Awaited<ReturnType<typeof createKeys>>) {
  const encrypt = async (keyId: string) => {
    const request = { keyId, plaintext: Buffer.from("secret"), encryptionContext: { purpose: "test" } };
    return (await client.keys.encrypt(request)).ciphertextBlob;
  };
  return {
    enabled: await encrypt(keys.enabled),
    disabled: await encrypt(keys.disabled),
    pending: await encrypt(keys.pending),
  };
}

function createGrant(client: EnvolClient, keyId: string) {
  const granteePrincipal = "arn:aws:iam::000000000000:user/grantee";
  return client.keys.createGrant({ keyId, granteePrincipal, operations: ["Decrypt"] });
}

/** What GetParametersForImport gave for keys.external, and material that it wraps. */
async function importMaterials(client: EnvolClient, keys: Awaited<ReturnType<typeof createKeys>>) {
  const wrapping = { wrappingAlgorithm: "RSAES_OAEP_SHA_256", wrappingKeySpec: "RSA_2048" };
  const imports = async (keyId: string) => {
    const { importToken, publicKey } = await client.keys.getParametersForImport({ keyId, ...wrapping });
    const key = createPublicKey({ key: publicKey, format: "der", type: "spki" });
    const wrap = (material: Buffer) =>
      publicEncrypt({ key, oaepHash: "sha256", padding: constants.RSA_PKCS1_OAEP_PADDING }, material);
    return { keyId, importToken, expirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE", wrap };
  };
  const bring = async (keyId: string, importType: string) => {
    const { wrap, ...rest } = await imports(keyId);
    const encryptedKeyMaterial = wrap(randomBytes(32));
    await client.keys.importKeyMaterial({ ...rest, encryptedKeyMaterial, importType });
  };
  await bring(keys.externalOnce, "NEW_KEY_MATERIAL");
  await bring(keys.external, "NEW_KEY_MATERIAL");
  await bring(keys.external, "NEW_KEY_MATERIAL");
  const { wrap, ...rest } = await imports(keys.external);
  return { ...rest, wrapped: wrap(randomBytes(32)), tooShort: wrap(randomBytes(31)) };
}

/** The user alice, with a policy and as many access keys as a user may have. */
async function createAlice({ principals }: EnvolClient): Promise<string> {
  const principal = "user/alice";
  await principals.createPrincipal({ kind: "user", name: "alice" });
  const document = JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Deny", Action: "*", Resource: "*" } });
  await principals.putPrincipalPolicy({ principal, policyName: "nothing", document });
  await principals.createAccessKey({ principal });
  return (await principals.createAccessKey({ principal })).accessKeyId;
}

async function observe({ client }: TestDaemon) {
  const { volumes } = await client.volumes.describeVolumes({});
  const { keys } = await client.keys.listKeys({ limit: 1000 });
  const aliases = [];
  for (let marker = "", truncated = true; truncated; ) {
    const page = await client.keys.listAliases({ limit: 100, marker });
    aliases.push(...page.aliases);
    ({ nextMarker: marker, truncated } = page);
  }
  return {
    volumes,
    principals: (await client.principals.listPrincipals({})).principals,
    faults: (await client.harness.listFaults({})).faults,
    keys: await Promise.all(keys.map(async ({ keyId }) => (await client.keys.describeKey({ keyId })).keyMetadata)),
    aliases,
    grants: await Promise.all(keys.map(async ({ keyId }) => (await client.keys.listGrants({ keyId })).grants)),
    tags: await Promise.all(keys.map(({ keyId }) => client.keys.listResourceTags({ keyId }))),
    policies: await Promise.all(keys.map(({ keyId }) => client.keys.getKeyPolicy({ keyId }))),
    rotations: await Promise.all(
      keys.map(({ keyId }) => client.keys.listKeyRotations({ keyId, limit: 1000 }).catch(() => "cannot be rotated")),
    ),
    contents: await Promise.all(
      volumes
        .filter(({ attachments, ioRevoked }) => attachments.length > 0 && !ioRevoked)
        .map(({ volumeId }) => contentsOf(client, volumeId)),
    ),
  };
}

async function contentsOf(client: EnvolClient, volumeId: string) {
  const { extents } = await client.blocks.getAllocation({ volumeId });
  const hash = createHash("sha256");
  for await (const { data } of client.blocks.readStream({ volumeId, skipUnallocated: true })) hash.update(data);
  return { volumeId, extents, sha256: hash.digest("hex") };
}

/** Counts the changes so far. A data key is made each time, whose event says that all those before it have come. */
function watchChanges(client: EnvolClient, keyId: string): () => Promise<number> {
  const events = client.events.watch({ afterSequence: 0 })[Symbol.asyncIterator]();
  let changes = 0;
  let marks = 0;
  return async () => {
    marks += 1;
    const mark = String(marks);
    await client.keys.generateDataKey({ keyId, keySpec: "AES_256", encryptionContext: { mark } });
    for (;;) {
      const { value } = await events.next();
      if (value === undefined) throw new Error("The watch has ended.");
      if (CHANGES.has(value.type)) changes += 1;
      if (value.detail["context.mark"] === mark) return changes;
    }
  };
}
