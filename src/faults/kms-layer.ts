/** The layer between the volumes and their KMS. */

import type { EncryptionContext, KmsClient } from "../kms/kms-client.ts";
import type { Operation, OperationName } from "./fault.ts";
import type { Faults } from "./faults.ts";

/** What says which volume a call is about: EBS User Guide, "How Amazon EBS uses AWS KMS". */
const VOLUME_ID_NAME = "aws:ebs:id";

/** A call that names the key by its id or ARN, and not by an alias. */
const KEY_ARN = /^arn:.*:key\//;

/** @param keyArnOf the ARN of a volume's key: Decrypt does not name it, the ciphertext does */
export function kmsWithFaults(
  kms: KmsClient,
  faults: Faults,
  keyArnOf: (volumeId: string) => string | undefined,
): KmsClient {
  const pass = <Result>(
    name: OperationName<"kms">,
    about: { keyArn?: string | undefined; context?: EncryptionContext },
    run: () => Promise<Result>,
  ) => {
    const volumeId = about.context?.[VOLUME_ID_NAME];
    const keyArn = about.keyArn ?? (volumeId === undefined ? undefined : keyArnOf(volumeId));
    const operation: Operation = {
      site: "kms",
      name,
      ...(volumeId !== undefined && { volumeId }),
      ...(keyArn !== undefined && { keyArn }),
    };
    return faults.pass(operation, run);
  };
  return {
    async describeKey(caller, request) {
      const run = () => kms.describeKey(caller, request);
      // A volume is made under whatever its request calls the key; which one that is, the KMS knows.
      const keyArn = KEY_ARN.test(request.keyId)
        ? request.keyId
        : await run().then(
            (key) => key.arn,
            () => undefined,
          );
      return pass("DescribeKey", { keyArn }, run);
    },
    generateDataKeyWithoutPlaintext: (caller, request) =>
      pass("GenerateDataKeyWithoutPlaintext", { keyArn: request.keyId, context: request.encryptionContext }, () =>
        kms.generateDataKeyWithoutPlaintext(caller, request),
      ),
    decrypt: (caller, request) =>
      pass("Decrypt", { context: request.encryptionContext }, () => kms.decrypt(caller, request)),
    createGrant: (caller, request) =>
      pass("CreateGrant", { keyArn: request.keyId, context: request.encryptionContextSubset }, () =>
        kms.createGrant(caller, request),
      ),
    retireGrant: (caller, request) =>
      pass("RetireGrant", { keyArn: request.keyArn }, () => kms.retireGrant(caller, request)),
    onKeyUsability: (listener) => kms.onKeyUsability(listener),
    useKey: (keyArn) => kms.useKey(keyArn),
  };
}
