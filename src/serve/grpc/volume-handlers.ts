/** VolumeService over gRPC. */

import { EnvolError } from "../../errors.ts";
import type { Attachment as AttachmentMessage } from "../../gen/envol/v1/Attachment.ts";
import type { Cipher__Output } from "../../gen/envol/v1/Cipher.ts";
import type { Volume as VolumeMessage } from "../../gen/envol/v1/Volume.ts";
import type { VolumeServiceHandlers } from "../../gen/envol/v1/VolumeService.ts";
import type { Attachment, Cipher, Volume } from "../../volume/volume.ts";
import { type CalledContext, givenFields, unary } from "./call.ts";

export function volumeHandlers(context: CalledContext): VolumeServiceHandlers {
  const { volumes, caller } = context;
  const toAttachmentMessage = (attachment: Attachment): AttachmentMessage => {
    return { ...attachment, nbdUri: context.nbdUri?.(attachment.attachmentId) ?? "" };
  };
  const toVolumeMessage = (volume: Volume): VolumeMessage => {
    const { cipher, attachments, tags } = volume;
    return {
      ...volume,
      cipher: toCipherMessage(cipher),
      attachments: attachments.map(toAttachmentMessage),
      tags: [...tags],
    };
  };
  return {
    CreateVolume: unary(context, async ({ cipher, ...fields }) => {
      const request = { ...givenFields(fields), ...givenFields({ cipher: toCipher(cipher) }) };
      return { volume: toVolumeMessage(await volumes.createVolume(caller, request)) };
    }),
    DescribeVolumes: unary(context, (request) => {
      const page = volumes.describeVolumes(givenFields(request));
      return { ...page, volumes: page.volumes.map(toVolumeMessage) };
    }),
    ModifyVolume: unary(context, async ({ volumeId, ...fields }) => {
      const { volume, originalSizeGib } = await volumes.modifyVolume({ volumeId, ...givenFields(fields) });
      return { volume: toVolumeMessage(volume), originalSizeGib };
    }),
    DeleteVolume: unary(context, async (request) => {
      await volumes.deleteVolume(request);
      return {};
    }),
    AttachVolume: unary(context, async ({ volumeId, ...fields }) => {
      const attachment = await volumes.attachVolume(caller, { volumeId, ...givenFields(fields) });
      return { attachment: toAttachmentMessage(attachment) };
    }),
    DetachVolume: unary(context, async ({ volumeId, ...fields }) => {
      const attachment = await volumes.detachVolume({ volumeId, ...givenFields(fields) });
      // Its URI ended with it.
      return { attachment };
    }),
  };
}

/** A cipher as messages name it: an unencrypted volume has none. */
export function toCipherMessage(cipher: Cipher): Cipher__Output {
  return cipher === "NONE" ? "CIPHER_UNSPECIFIED" : cipher;
}

/** A cipher as requests name it; "" when unspecified. A value that the contract does not know arrives as its number. */
function toCipher(cipher: Cipher__Output | number): string {
  if (typeof cipher === "number") {
    throw new EnvolError("INVALID_ARGUMENT", `cipher: ${cipher} is not a value of Cipher.`, { field: "cipher" });
  }
  return cipher === "CIPHER_UNSPECIFIED" ? "" : cipher;
}
