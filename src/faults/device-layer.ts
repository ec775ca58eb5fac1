/**
 * The layer around the block devices of attached volumes. It stands outside their gates: a request that it holds up has
 * not entered, so that no revocation and no detach waits for it.
 */

import { type BlockDevice, checkRequest } from "../volume/block-device.ts";
import type { Volume } from "../volume/volume.ts";
import type { VolumeService } from "../volume/volume-service.ts";
import { type ByteRange, type Operation, type OperationName, shareSector } from "./fault.ts";
import type { Faults } from "./faults.ts";

/** The volumes, with the layer around every device. */
export function volumesWithFaults(volumes: VolumeService, faults: Faults): VolumeService {
  const layered = new WeakMap<BlockDevice, BlockDevice>();
  const around = (device: BlockDevice, volumeOf: () => Volume) => {
    const known = layered.get(device);
    if (known !== undefined) return known;
    const made = deviceWithFaults(device, volumeOf(), faults);
    layered.set(device, made);
    return made;
  };
  const found = (request: Parameters<VolumeService["describeVolumes"]>[0]) => {
    return volumes.describeVolumes(request).volumes[0] as Volume;
  };
  return {
    createVolume: (caller, request) => volumes.createVolume(caller, request),
    describeVolumes: (request) => volumes.describeVolumes(request),
    modifyVolume: (request) => volumes.modifyVolume(request),
    deleteVolume: (request) => volumes.deleteVolume(request),
    attachVolume: (caller, request) => volumes.attachVolume(caller, request),
    detachVolume: (request) => volumes.detachVolume(request),
    peekSector: (request) => volumes.peekSector(request),
    device: (volumeId, attachmentId) =>
      around(volumes.device(volumeId, attachmentId), () => found({ volumeIds: [volumeId] })),
    deviceOfAttachment: (attachmentId) =>
      around(volumes.deviceOfAttachment(attachmentId), () =>
        found({ filters: [{ name: "attachment.attachment-id", values: [attachmentId] }] }),
      ),
  };
}

function deviceWithFaults(device: BlockDevice, volume: Volume, faults: Faults): BlockDevice {
  const { volumeId, kmsKeyArn, sectorSizeBytes } = volume;
  const operation = (name: OperationName<"device">, asked?: ByteRange): Operation => ({
    site: "device",
    name,
    volumeId,
    ...(kmsKeyArn !== undefined && { keyArn: kmsKeyArn }),
    ...(asked !== undefined && { asked, touches: (range: ByteRange) => shareSector(sectorSizeBytes, asked, range) }),
  });
  const pass = <Result>(name: OperationName<"device">, asked: ByteRange | undefined, run: () => Promise<Result>) =>
    faults.pass(operation(name, asked), run, device.closed);
  return {
    get sizeBytes() {
      return device.sizeBytes;
    },
    readOnly: device.readOnly,
    closed: device.closed,
    async read(offsetBytes, lengthBytes, deliver) {
      checkRequest(device, "read", offsetBytes, lengthBytes);
      return pass("READ", { offsetBytes, lengthBytes }, () => device.read(offsetBytes, lengthBytes, deliver));
    },
    async write(offsetBytes, data, options) {
      const lengthBytes = data.byteLength;
      checkRequest(device, "write", offsetBytes, lengthBytes);
      await pass("WRITE", { offsetBytes, lengthBytes }, () => device.write(offsetBytes, data, options));
    },
    flush: () => pass("FLUSH", undefined, () => device.flush()),
    async discard(offsetBytes, lengthBytes) {
      checkRequest(device, "write", offsetBytes, lengthBytes, Number.POSITIVE_INFINITY);
      await pass("DISCARD", { offsetBytes, lengthBytes }, () => device.discard(offsetBytes, lengthBytes));
    },
    async writeZeroes(offsetBytes, lengthBytes, options) {
      checkRequest(device, "write", offsetBytes, lengthBytes, Number.POSITIVE_INFINITY);
      const run = () => device.writeZeroes(offsetBytes, lengthBytes, options);
      await pass("WRITE_ZEROES", { offsetBytes, lengthBytes }, run);
    },
    async allocation(offsetBytes, lengthBytes, extentsMax) {
      checkRequest(device, "query", offsetBytes, lengthBytes, Number.POSITIVE_INFINITY);
      const run = () => device.allocation(offsetBytes, lengthBytes, extentsMax);
      return pass("ALLOCATION", { offsetBytes, lengthBytes }, run);
    },
  };
}
