/**
 * The envelope: which KMS calls a volume makes, when, and as whom. It follows what CloudTrail shows of EBS: the caller's
 * own session through EC2 creates the data key and the grant, EC2's infrastructure role unwraps under the grant.
 */

import { EnvolError, toEnvolError } from "../errors.ts";
import {
  accountRoot,
  type KmsCaller,
  type KmsClient,
  type KmsKeyDescription,
  type MadeGrant,
} from "../kms/kms-client.ts";
import { LIMITS } from "../limits.ts";
import type { StoredAttachment, StoredVolume } from "./catalog.ts";

export interface Envelope {
  /**
   * Has the KMS make and wrap a data key, on the caller's behalf; its plaintext is never seen here.
   * @throws INVALID_KMS_KEY, ACCESS_DENIED, KEY_DISABLED, …
   */
  createDataKey(
    caller: KmsCaller,
    volumeId: string,
    kmsKeyId: string,
  ): Promise<{ kmsKeyArn: string; wrappedDataKey: string }>;
  /**
   * A grant to unwrap this volume's data key, for one attachment, given on the caller's behalf; undefined where the KMS
   * needs none. @throws ACCESS_DENIED, …
   */
  grantAccess(caller: KmsCaller, volume: StoredVolume, instanceId: string): Promise<MadeGrant | undefined>;
  retireAccess(volume: StoredVolume, attachment: StoredAttachment): Promise<void>;
  /** The data key, under the grant of the attachment and by no other right; whoever gets it zeroes it. */
  unwrapDataKey(volume: StoredVolume, attachment: StoredAttachment | undefined): Promise<Uint8Array>;
  /** As the account asks when nobody calls, at a start. */
  describeKey(keyArn: string): Promise<KmsKeyDescription>;
  /** Has the KMS told that a volume under the key is in use, until what it returns is called. */
  useKey(keyArn: string): () => void;
}

/** Who makes a call for somebody else. CloudTrail shows it as where the call came from and as the program, too. */
function madeBy(invokedBy: string) {
  return { invokedBy, sourceIpAddress: invokedBy, userAgent: invokedBy };
}

/** EBS User Guide, "How Amazon EBS uses AWS KMS": one pair, whose value is the volume's id. */
function contextOf(volumeId: string) {
  return { "aws:ebs:id": volumeId };
}

export function createEnvelope(kms: KmsClient, region: string, accountId: string): Envelope {
  const service = `ec2.${region}.amazonaws.com`;
  /** IAM User Guide, "Forward access sessions": EC2 calls with the permissions of whoever called it. */
  const forwarded = (caller: KmsCaller): KmsCaller => ({
    ...caller,
    viaService: service,
    ...madeBy("ec2-frontend-api.amazonaws.com"),
  });
  const infrastructure = (instanceId: string): KmsCaller => ({
    arn: `arn:aws:sts::${accountId}:assumed-role/aws:ec2-infrastructure/${instanceId}`,
    accountId,
    viaService: service,
    ...madeBy("AWS Internal"),
  });
  return {
    async createDataKey(caller, volumeId, kmsKeyId) {
      const session = forwarded(caller);
      const key = await kms.describeKey(session, { keyId: kmsKeyId }).catch((error) => {
        throw atField(error, "kmsKeyId");
      });
      if (key.keySpec !== "SYMMETRIC_DEFAULT" || key.keyUsage !== "ENCRYPT_DECRYPT") {
        const message = `kmsKeyId: ${key.arn} is not a symmetric encryption key; EBS volumes need one.`;
        throw new EnvolError("INVALID_KMS_KEY", message, { field: "kmsKeyId" });
      }
      const request = {
        keyId: key.arn,
        numberOfBytes: LIMITS.dataKeyBytes,
        encryptionContext: contextOf(volumeId),
      };
      const wrapped = await kms.generateDataKeyWithoutPlaintext(session, request).catch((error) => {
        throw toEnvolError(error).code === "ACCESS_DENIED" ? atField(error, "kmsKeyId") : error;
      });
      return { kmsKeyArn: wrapped.keyArn, wrappedDataKey: Buffer.from(wrapped.ciphertextBlob).toString("base64") };
    },
    grantAccess: (caller, volume, instanceId) =>
      kms.createGrant(forwarded(caller), {
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
    describeKey: (keyArn) => kms.describeKey(forwarded(accountRoot(accountId)), { keyId: keyArn }),
    useKey: (keyArn) => kms.useKey(keyArn),
  };
}

/** The KMS names its own field; the volume's request has another. What the KMS denies, EC2 tells in these words. */
function atField(error: unknown, field: string): unknown {
  if (!(error instanceof EnvolError)) return error;
  const { code, cause } = error;
  const message =
    code === "ACCESS_DENIED" ? `${field}: Given key ID is not accessible. ${error.message}` : error.message;
  return new EnvolError(code, message, { field, cause });
}
