/** What the demo does, step by step, through the client that everyone else uses. */

import { rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { EnvolClient } from "../../client/client.ts";
import { EnvolError } from "../../errors.ts";
import type { PeekSectorResponse__Output } from "../../gen/envol/v1/PeekSectorResponse.ts";
import { LIMITS } from "../../limits.ts";
import type { RevocationMode } from "../../options.ts";
import { formatBytes, formatCount, formatDuration, formatRate, formatTime, hexPair } from "../output.ts";
import { noProgress, type Progress, showProgress } from "../progress.ts";
import { exportFrom, importInto, openSource, type Target } from "../transfer.ts";
import { entropyBitsPerByte } from "./entropy.ts";
import { type EventLog, followEvents } from "./event-log.ts";
import type { Narrator, Step } from "./narrator.ts";
import { openSector } from "./proof.ts";
import { type Reader, startReader } from "./reader.ts";

const ALIAS = "alias/demo";
/** Enough sectors for a steady figure of entropy, few enough to be fetched in an instant. */
const SAMPLE_SECTORS = 256;
const SHOWN_BYTES = 64;
const READERS = 4;
/** Reads that make a count worth showing. */
const READS_SEEN = 200;

export interface ScenarioOptions {
  readonly file: string;
  readonly cipher: "AES_256_XTS" | "AES_256_GCM";
  readonly sectorSizeBytes: number;
  readonly mode: RevocationMode;
  readonly directory: string;
  readonly showProgress: boolean;
}

/** What later steps need of earlier ones. */
interface Scene {
  readonly client: EnvolClient;
  readonly narrator: Narrator;
  readonly events: EventLog;
  readonly options: ScenarioOptions;
  readonly fileBytes: number;
  keyId: string;
  volumeId: string;
  /** A second volume under the same key, for trying to attach it. */
  spareVolumeId: string;
  wrappedDataKey: Buffer;
  sha256: string;
  peeked: PeekSectorResponse__Output | undefined;
}

function present<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new EnvolError("INTERNAL", `The daemon's answer has no ${what}.`);
  return value;
}

/** What something throws, when being refused is what is wanted. */
async function refusalOf(attempt: Promise<unknown>, what: string): Promise<EnvolError> {
  try {
    await attempt;
  } catch (thrown) {
    if (thrown instanceof EnvolError) return thrown;
    throw thrown;
  }
  throw new EnvolError("INTERNAL", `${what} was not refused.`);
}

function tellRefusal(step: Step, name: string, label: string, refusal: EnvolError): void {
  const { code, message } = refusal;
  step.fact(name, label, { code, message }, `refused with ${code}\n${message}`);
}

function targetOf(scene: Scene): Target {
  return { client: scene.client, volumeId: scene.volumeId, attachmentId: "", offsetBytes: 0 };
}

function progressOf(scene: Scene, label: string): Progress {
  return scene.options.showProgress ? showProgress(label, scene.fileBytes) : noProgress;
}

/** Bytes in hexadecimal, cut after the first few. */
function beginning(bytes: Uint8Array): string {
  return `${Buffer.from(bytes.subarray(0, 20)).toString("hex")}... (${bytes.length} bytes)`;
}

/** Shows the events that a call caused, when those that must come have come. */
async function tellEvents(step: Step, scene: Scene, ...types: string[]): Promise<void> {
  for (const event of await scene.events.takeUntil(types)) step.event(event);
}

async function createKey(step: Step, scene: Scene): Promise<void> {
  const { client } = scene;
  step.say("It never leaves the KMS. It wraps other keys, and that is all it does.");
  const request = { description: "Envol demo" };
  step.call("KeyService.CreateKey", request);
  const key = present((await client.keys.createKey(request)).keyMetadata, "key");
  scene.keyId = key.keyId;
  step.fact("keyArn", "key", key.arn);
  step.fact("keyState", "state", key.keyState);
  const alias = { aliasName: ALIAS, targetKeyId: key.keyId };
  step.call("KeyService.CreateAlias", alias);
  await client.keys.createAlias(alias);
}

async function createVolume(step: Step, scene: Scene): Promise<void> {
  const { client, options } = scene;
  step.say("The KMS makes a data key for it, and hands out nothing but the wrapped form. No plaintext key exists now.");
  const sizeGib = Math.max(1, Math.ceil(scene.fileBytes / LIMITS.gibBytes));
  const { cipher, sectorSizeBytes } = options;
  const request = { sizeGib, encrypted: true, kmsKeyId: ALIAS, cipher, sectorSizeBytes };
  scene.events.skip();
  step.call("VolumeService.CreateVolume", request);
  const volume = present((await client.volumes.createVolume(request)).volume, "volume");
  scene.volumeId = volume.volumeId;
  scene.wrappedDataKey = volume.wrappedDataKey;
  await tellEvents(step, scene, "DataKeyWrapped");
  step.fact("volumeId", "volume", volume.volumeId);
  step.fact(
    "sectorSizeBytes",
    "encrypted by",
    volume.sectorSizeBytes,
    `${volume.cipher}, ${volume.sectorSizeBytes}-byte sectors`,
  );
  step.fact("wrappedDataKey", "wrapped key", volume.wrappedDataKey, beginning(volume.wrappedDataKey));
  const context = { "aws:ebs:id": volume.volumeId };
  step.fact("encryptionContext", "bound to", context, JSON.stringify(context));
  const spare = await client.volumes.createVolume({ sizeGib: 1, encrypted: true, kmsKeyId: ALIAS });
  scene.spareVolumeId = present(spare.volume, "volume").volumeId;
}

async function attach(step: Step, scene: Scene): Promise<void> {
  step.say("Only now is the data key unwrapped: under a grant for this volume alone, and into memory alone.");
  scene.events.skip();
  const request = { volumeId: scene.volumeId };
  step.call("VolumeService.AttachVolume", request);
  const answer = await scene.client.volumes.attachVolume(request);
  await tellEvents(step, scene, "GrantCreated", "DataKeyUnwrapped");
  const attachment = present(answer.attachment, "attachment");
  step.fact("attachmentId", "attachment", attachment.attachmentId);
  step.fact("device", "device", attachment.device, `${attachment.device} of ${attachment.instanceId}`);
}

async function importFile(step: Step, scene: Scene): Promise<void> {
  const { file } = scene.options;
  step.say(`A real file goes in: ${file}`);
  step.call("BlockService.WriteStream", { volumeId: scene.volumeId });
  const volumeBytes = Math.max(1, Math.ceil(scene.fileBytes / LIMITS.gibBytes)) * LIMITS.gibBytes;
  const progress = progressOf(scene, `    ${basename(file)}`);
  const result = await importInto(targetOf(scene), await openSource(file), { volumeBytes, progress });
  scene.sha256 = result.sha256;
  const { bytes, elapsedMs } = result;
  const took = `${formatBytes(bytes)} in ${formatDuration(elapsedMs)}: ${formatRate(bytes, elapsedMs)}`;
  step.fact("written", "written", { bytes, elapsedMs }, `${took}, encrypted, over gRPC, flushed to disk`);
  step.fact("zeroBytes", "of it zeroes", result.zeroBytes, `${formatBytes(result.zeroBytes)}, left unwritten`);
  step.fact("sha256", "SHA-256", result.sha256);
}

/** Sectors that are stored, spread evenly over the file. */
function sampleSectors(scene: Scene): number[] {
  const sectors = Math.max(1, Math.floor(scene.fileBytes / scene.options.sectorSizeBytes));
  const count = Math.min(SAMPLE_SECTORS, sectors);
  return Array.from({ length: count }, (_, at) => Math.floor((at * sectors) / count));
}

async function readSector(scene: Scene, sector: number): Promise<Buffer> {
  const { volumeId, options } = scene;
  const lengthBytes = options.sectorSizeBytes;
  return (await scene.client.blocks.read({ volumeId, offsetBytes: sector * lengthBytes, lengthBytes })).data;
}

async function peek(step: Step, scene: Scene): Promise<void> {
  const { client, volumeId } = scene;
  step.say("PeekSector shows what lies on the disk; Read shows the same sector through the key.");
  const sample = sampleSectors(scene);
  const stored = await Promise.all(sample.map((sector) => client.blocks.peekSector({ volumeId, sector })));
  const written = stored.filter(({ allocated }) => allocated);
  const peeked = present(written[0], "stored sector; the file must hold more than zeroes");
  scene.peeked = peeked;
  step.call("BlockService.PeekSector", { volumeId, sector: peeked.sector });
  const plaintext = await readSector(scene, peeked.sector);
  step.fact(
    "sector",
    "sector",
    peeked.sector,
    `${peeked.sector}, in record ${peeked.recordSequence}, slot ${peeked.slot}`,
  );
  if (peeked.nonce.length > 0) {
    step.fact("nonce", "nonce", peeked.nonce, peeked.nonce.toString("hex"));
    step.fact("tag", "tag", peeked.tag, peeked.tag.toString("hex"));
  }
  const columns = [
    { title: "plaintext", content: plaintext },
    { title: "stored", content: peeked.storedBytes },
  ] as const;
  step.show(hexPair(columns[0], columns[1], SHOWN_BYTES));
  const plaintexts = await Promise.all(written.map(({ sector }) => readSector(scene, sector)));
  tellEntropy(step, "sector", "this sector", plaintext, peeked.storedBytes);
  const ciphertexts = written.map(({ storedBytes }) => storedBytes);
  tellEntropy(step, "sample", `${written.length} sectors`, Buffer.concat(plaintexts), Buffer.concat(ciphertexts));
  step.say("Entropy is in bits per byte. Noise has 8; a short sample of it measures a little less.");
}

function tellEntropy(step: Step, name: string, label: string, plaintext: Buffer, ciphertext: Buffer): void {
  const [before, after] = [entropyBitsPerByte(plaintext), entropyBitsPerByte(ciphertext)];
  const value = { plaintextBits: before, ciphertextBits: after };
  step.fact(`${name}Entropy`, label, value, `entropy ${before.toFixed(3)} as plaintext, ${after.toFixed(3)} as stored`);
}

async function openByHand(step: Step, scene: Scene): Promise<void> {
  const { client, volumeId, wrappedDataKey } = scene;
  const peeked = present(scene.peeked, "stored sector");
  step.say("Nothing is hidden: the KMS and a standard library open the sector without the daemon's cipher code.");
  const encryptionContext = { "aws:ebs:id": volumeId };
  step.call("KeyService.Decrypt", { ciphertextBlob: wrappedDataKey, encryptionContext });
  const { plaintext: dataKey } = await client.keys.decrypt({ ciphertextBlob: wrappedDataKey, encryptionContext });
  try {
    step.fact("dataKeyBytes", "data key", dataKey.length, beginning(dataKey));
    const contained = wrappedDataKey.includes(dataKey.subarray(0, 8));
    step.fact(
      "wrappedHoldsPlaintext",
      "wrapped key",
      contained,
      contained ? "holds it in the clear!" : "does not contain it",
    );
    const opened = openSector(dataKey, peeked);
    const equal = opened.equals(await readSector(scene, peeked.sector));
    const how =
      peeked.cipher === "AES_256_GCM" ? "aes-256-gcm, key by HKDF-SHA-256" : `aes-256-xts, tweak ${peeked.sector}`;
    step.fact(
      "sectorOpened",
      "node:crypto",
      equal,
      `${how}: ${equal ? "the same plaintext, byte for byte" : "DIFFERENT"}`,
    );
    if (!equal || contained) throw new EnvolError("INTERNAL", "The envelope is not what it should be.");
  } finally {
    dataKey.fill(0);
  }
  const otherContext = { "aws:ebs:id": scene.spareVolumeId };
  const wrong = client.keys.decrypt({ ciphertextBlob: wrappedDataKey, encryptionContext: otherContext });
  tellRefusal(step, "otherVolume", "other volume", await refusalOf(wrong, "Decrypt under another volume's context"));
}

async function timed(call: Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await call;
  return performance.now() - startMs;
}

async function disableStrict(step: Step, scene: Scene, reader: Reader): Promise<void> {
  const { client, keyId, volumeId } = scene;
  step.say(
    "A program is reading from the volume all the while. Not one read may succeed once DisableKey has returned.",
  );
  await reader.until(({ good }) => good >= READS_SEEN);
  scene.events.skip();
  step.call("KeyService.DisableKey", { keyId });
  const elapsedMs = await timed(client.keys.disableKey({ keyId }));
  const before = reader.restartCounts();
  await reader.until(({ refused }) => refused >= READS_SEEN);
  const after = reader.counts;
  await tellEvents(step, scene, "KeyStateChanged", "IoRevoked", "DataKeyErased");
  step.fact("disableKeyMs", "took", elapsedMs, formatDuration(elapsedMs));
  step.fact("readsBefore", "reads before", before, `${formatCount(before.good)} good`);
  step.fact(
    "readsAfter",
    "reads after",
    after,
    `${formatCount(after.good)} good, ${formatCount(after.refused)} refused`,
  );
  if (after.good > 0) throw new EnvolError("INTERNAL", "A read succeeded after DisableKey had returned.");
  tellRefusal(step, "read", "read", present(reader.refusal, "refusal"));
  const attachSpare = client.volumes.attachVolume({ volumeId: scene.spareVolumeId });
  tellRefusal(step, "attach", "attach", await refusalOf(attachSpare, "Attaching under a disabled key"));
  const { volumes } = await client.volumes.describeVolumes({ volumeIds: [volumeId] });
  const { state, ioRevoked } = present(volumes[0], "volume");
  step.fact("describe", "describe", { state, ioRevoked }, `state ${state}, ioRevoked ${ioRevoked}`);
  step.say("What is left of the volume is what PeekSector showed: ciphertext, and a wrapped key that nobody can open.");
}

async function enableStrict(step: Step, scene: Scene, reader: Reader): Promise<void> {
  const { client, keyId } = scene;
  step.say("No re-attach, no restart: the next read unwraps the data key again, and the same program goes on.");
  scene.events.skip();
  step.call("KeyService.EnableKey", { keyId });
  const startMs = performance.now();
  await client.keys.enableKey({ keyId });
  reader.restartCounts();
  await reader.until(({ good }) => good >= 1);
  const elapsedMs = performance.now() - startMs;
  await reader.until(({ good }) => good >= READS_SEEN);
  await tellEvents(step, scene, "DataKeyUnwrapped", "IoResumed");
  step.fact(
    "firstReadMs",
    "good again",
    elapsedMs,
    `the first read, ${formatDuration(elapsedMs)} after EnableKey was called`,
  );
  const { good, refused } = reader.counts;
  step.fact("reads", "reads since", { good, refused }, `${formatCount(good)} good, ${formatCount(refused)} refused`);
}

async function disableAws(step: Step, scene: Scene, reader: Reader): Promise<void> {
  const { client, keyId, volumeId } = scene;
  step.say("In mode aws an attached volume keeps its data key, as on EBS: reads go on. The next attach is refused.");
  await reader.until(({ good }) => good >= READS_SEEN);
  step.call("KeyService.DisableKey", { keyId });
  const elapsedMs = await timed(client.keys.disableKey({ keyId }));
  const before = reader.restartCounts();
  await reader.until(({ good }) => good >= READS_SEEN);
  step.fact("disableKeyMs", "took", elapsedMs, formatDuration(elapsedMs));
  step.fact("readsBefore", "reads before", before, `${formatCount(before.good)} good`);
  step.fact(
    "readsAfter",
    "reads after",
    reader.counts,
    `${formatCount(reader.counts.good)} good: the volume is still attached`,
  );
  step.call("VolumeService.DetachVolume", { volumeId });
  await client.volumes.detachVolume({ volumeId });
  await reader.until(({ refused }) => refused >= 1);
  const again = client.volumes.attachVolume({ volumeId });
  tellRefusal(step, "attach", "attach again", await refusalOf(again, "Attaching under a disabled key"));
}

async function enableAws(step: Step, scene: Scene, reader: Reader): Promise<void> {
  const { client, keyId, volumeId } = scene;
  step.say("The key is back, so the volume can be attached again.");
  step.call("KeyService.EnableKey", { keyId });
  await client.keys.enableKey({ keyId });
  step.call("VolumeService.AttachVolume", { volumeId });
  await client.volumes.attachVolume({ volumeId });
  reader.restartCounts();
  await reader.until(({ good }) => good >= READS_SEEN);
  step.fact("reads", "reads since", reader.counts, `${formatCount(reader.counts.good)} good`);
}

async function breakAndMend(scene: Scene): Promise<void> {
  const { narrator, options } = scene;
  const strict = options.mode === "strict";
  const sector = present(scene.peeked, "stored sector").sector;
  const reader = startReader(() => readSector(scene, sector), READERS);
  try {
    await narrator.step("Disable the key while someone reads", (step) =>
      strict ? disableStrict(step, scene, reader) : disableAws(step, scene, reader),
    );
    await narrator.step("Enable it again", (step) =>
      strict ? enableStrict(step, scene, reader) : enableAws(step, scene, reader),
    );
  } finally {
    await reader.stop();
  }
}

async function exportFile(step: Step, scene: Scene): Promise<void> {
  const copy = join(scene.options.directory, "copy");
  step.call("BlockService.ReadStream", { volumeId: scene.volumeId, lengthBytes: scene.fileBytes });
  const progress = progressOf(scene, "    copy");
  const result = await exportFrom(targetOf(scene), copy, { lengthBytes: scene.fileBytes, progress });
  // It is plaintext, which --keep is not meant to keep.
  rmSync(copy);
  const { bytes, elapsedMs, sha256 } = result;
  const equal = sha256 === scene.sha256;
  step.fact(
    "read",
    "read",
    { bytes, elapsedMs },
    `${formatBytes(bytes)} in ${formatDuration(elapsedMs)}: ${formatRate(bytes, elapsedMs)}`,
  );
  step.fact("sha256", "SHA-256", sha256);
  step.fact(
    "equal",
    "compared",
    equal,
    equal ? "the same as the file that went in" : "DIFFERENT from the file that went in",
  );
  if (!equal) throw new EnvolError("INTEGRITY_ERROR", "The file that came out is not the file that went in.");
}

async function scheduleDeletion(step: Step, scene: Scene): Promise<void> {
  const { client, keyId } = scene;
  const request = { keyId, pendingWindowInDays: LIMITS.kmsPendingWindowDaysMin };
  step.call("KeyService.ScheduleKeyDeletion", request);
  const answer = await client.keys.scheduleKeyDeletion(request);
  step.fact("keyState", "state", answer.keyState);
  step.fact("deletionDateMs", "destroyed at", answer.deletionDateMs, formatTime(answer.deletionDateMs));
  if (scene.options.mode === "strict") {
    const read = readSector(scene, present(scene.peeked, "stored sector").sector);
    tellRefusal(step, "read", "read", await refusalOf(read, "Reading under a key that is pending deletion"));
  }
  step.say(
    "On that day the key material is destroyed. No wrapped key can be opened again, and every copy of the volume, wherever it lies, is noise for good. Until then CancelKeyDeletion keeps the key.",
  );
}

/** Runs the whole demo against a fresh daemon. */
export async function runScenario(client: EnvolClient, narrator: Narrator, options: ScenarioOptions): Promise<void> {
  const scene: Scene = {
    client,
    narrator,
    options,
    events: followEvents(client),
    fileBytes: statSync(options.file).size,
    keyId: "",
    volumeId: "",
    spareVolumeId: "",
    wrappedDataKey: Buffer.alloc(0),
    sha256: "",
    peeked: undefined,
  };
  await narrator.step("Create a KMS key", (step) => createKey(step, scene));
  await narrator.step("Create an encrypted volume", (step) => createVolume(step, scene));
  await narrator.step("Attach it", (step) => attach(step, scene));
  await narrator.step("Write a file to it", (step) => importFile(step, scene));
  await narrator.step("Look at one sector from both sides", (step) => peek(step, scene));
  await narrator.step("Open the envelope by hand", (step) => openByHand(step, scene));
  await breakAndMend(scene);
  await narrator.step("Read the file back", (step) => exportFile(step, scene));
  await narrator.step("Schedule the key's deletion", (step) => scheduleDeletion(step, scene));
}
