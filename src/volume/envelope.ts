/**
 * The envelope: which KMS calls a volume makes, when, and as whom. It follows what CloudTrail shows of EBS: the caller's
 * own session through EC2 creates the data key and the grant, EC2's infrastructure role unwraps under the grant.
 */

import { EnvolError } from "../errors.ts";
import type { KmsCaller, KmsClient, KmsKeyDescription, MadeGrant } from "../kms/kms-client.ts";
import { LIMITS } from "../limits.ts";
import type { StoredAttachment, StoredVolume } from "./catalog.ts";

export interface Envelope {
  /** Has the KMS make and wrap a data key; its plaintext is never seen here. @throws INVALID_KMS_KEY, KEY_DISABLED, … */
  createDataKey(volumeId: string, kmsKeyId: string): Promise<{ kmsKeyArn: string; wrappedDataKey: string }>;
  /** A grant to unwrap this volume's data key, for one attachment; undefined where the KMS needs none. */
  grantAccess(volume: StoredVolume, instanceId: string): Promise<MadeGrant | undefined>;
  retireAccess(volume: StoredVolume, attachment: StoredAttachment): Promise<void>;
  /** The data key; whoever gets it zeroes it. */
  unwrapDataKey(volume: StoredVolume, attachment: StoredAttachment | undefined): Promise<Uint8Array>;
  describeKey(keyArn: string): Promise<KmsKeyDescription>;
  /** Has the KMS told that a volume under the key is in use, until what it returns is called. */
  useKey(keyArn: string): () => void;
}

/** EBS User Guide, "How Amazon EBS uses AWS KMS": one pair, whose value is the volume's id. */
function contextOf(volumeId: string) {
  return { "aws:ebs:id": volumeId };
}

export function createEnvelope(kms: KmsClient, region: string, accountId: string): Envelope {
  const service = `ec2.${region}.amazonaws.com`;
  const caller: KmsCaller = {
    arn: `arn:aws:iam::${accountId}:root`,
    accountId,
    viaService: service,
    invokedBy: "ec2-frontend-api.amazonaws.com",
  };
  const infrastructure = (instanceId: string): KmsCaller => ({
    arn: `arn:aws:sts::${accountId}:assumed-role/aws:ec2-infrastructure/${instanceId}`,
    accountId,
    viaService: service,
    invokedBy: "AWS Internal",
  });
  return {
    async createDataKey(volumeId, kmsKeyId) {
      const key = await kms.describeKey(caller, { keyId: kmsKeyId }).catch((error) => {
        throw atField(error, "kmsKeyId");
      });
      if (key.keySpec !== "SYMMETRIC_DEFAULT" || key.keyUsage !== "ENCRYPT_DECRYPT") {
        const message = `kmsKeyId: ${key.arn} is not a symmetric encryption key; EBS volumes need one.`;
        throw new EnvolError("INVALID_KMS_KEY", message, { field: "kmsKeyId" });
      }
      const wrapped = await kms.generateDataKeyWithoutPlaintext(caller, {
        keyId: key.arn,
        numberOfBytes: LIMITS.dataKeyBytes,
        encryptionContext: contextOf(volumeId),
      });
      return { kmsKeyArn: wrapped.keyArn, wrappedDataKey: Buffer.from(wrapped.ciphertextBlob).toString("base64") };
    },
    grantAccess: (volume, instanceId) =>
      kms.createGrant(caller, {
        keyId: volume.kmsKeyArn as string,
        granteePrincipal: infrastructure(instanceId).arn,
        retiringPrincipal: service,
        operations: ["Decrypt"],
        encryptionContextSubset: contextOf(volume.volumeId),
      }),
    async retireAccess(volume, { grantId, instanceId }) {
      if (grantId === undefined || volume.kmsKeyArn === undefined) return;
      await kms.retireGrant({ ...infrastructure(instanceId), arn: service }, { keyArn: volume.kmsKeyArn, grantId });
    },
    async unwrapDataKey(volume, attachment) {
      const { plaintext } = await kms.decrypt(infrastructure(attachment?.instanceId ?? ""), {
        ciphertextBlob: Buffer.from(volume.wrappedDataKey as string, "base64"),
        encryptionContext: contextOf(volume.volumeId),
        keyArn: volume.kmsKeyArn as string,
        ...(attachment?.grantToken !== undefined && { grantTokens: [attachment.grantToken] }),
      });
      return plaintext;
    },
    describeKey: (keyArn) => kms.describeKey(caller, { keyId: keyArn }),
    useKey: (keyArn) => kms.useKey(keyArn),
  };
}

/** The KMS names its own field; the volume's request has another. */
function atField(error: unknown, field: string): unknown {
  return error instanceof EnvolError ? new EnvolError(error.code, error.message, { field, cause: error.cause }) : error;
}
