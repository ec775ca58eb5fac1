/** How a refusal travels: as a stock gRPC client sees it, and as the client of this package gives it back. */

import { Client, credentials, Metadata, type ServiceError, status } from "@grpc/grpc-js";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { connect } from "#envol/client/client.ts";
import { errorOfIo, errorOfStatus } from "#envol/client/status-error.ts";
import { EnvolError, ERRORS, type ErrorCode } from "#envol/errors.ts";
import { BAD_REQUEST, BLOCK_SERVICE, ERROR_INFO, STATUS, VOLUME_SERVICE } from "#envol/serve/grpc/load-protos.ts";
import { openDoor, type TestDoor, until, VOLUME_ID } from "./fakes.ts";

let t: TestDoor;
let stock: Client;
beforeAll(async () => {
  t = await openDoor();
  stock = new Client(t.door.address, credentials.createInsecure());
});
afterEach(() => {
  t.volumes.failure = undefined;
  t.volumes.asked.length = 0;
  t.logged.length = 0;
});
afterAll(async () => {
  stock.close();
  await t[Symbol.asyncDispose]();
});

/** Calls CreateVolume with these bytes, as a client would that was made from the proto files alone. */
function createVolume(message: Buffer): Promise<ServiceError> {
  return new Promise((resolve, reject) => {
    const { path, responseDeserialize } = VOLUME_SERVICE.CreateVolume;
    stock.makeUnaryRequest(
      path,
      (bytes: Buffer) => bytes,
      responseDeserialize,
      message,
      (error) => {
        if (error === null) reject(new Error("The call was not refused."));
        else resolve(error);
      },
    );
  });
}

function detailsOf(error: ServiceError) {
  const told = STATUS.deserialize(error.metadata.get("grpc-status-details-bin")[0] as Buffer);
  const [info, badRequest] = told.details;
  return {
    told,
    types: told.details.map(({ type_url }) => type_url),
    info: info && ERROR_INFO.deserialize(Buffer.from(info.value)),
    badRequest: badRequest && BAD_REQUEST.deserialize(Buffer.from(badRequest.value)),
  };
}

describe("a refusal, as a stock client sees it", () => {
  test("has a google.rpc.Status with ErrorInfo and BadRequest, and plain trailers", async () => {
    t.volumes.failure = new EnvolError("ARGUMENT_DEPENDENCY", "kmsKeyId needs encrypted.", { field: "kmsKeyId" });
    const error = await createVolume(Buffer.alloc(0));
    expect(error).toMatchObject({ code: status.INVALID_ARGUMENT, details: "kmsKeyId needs encrypted." });
    expect(error.metadata.get("envol-reason")).toEqual(["ARGUMENT_DEPENDENCY"]);
    expect(error.metadata.get("envol-field")).toEqual(["kmsKeyId"]);
    const { told, types, info, badRequest } = detailsOf(error);
    expect(told).toMatchObject({ code: status.INVALID_ARGUMENT, message: "kmsKeyId needs encrypted." });
    expect(types).toEqual(["type.googleapis.com/google.rpc.ErrorInfo", "type.googleapis.com/google.rpc.BadRequest"]);
    expect(info).toEqual({
      reason: "ARGUMENT_DEPENDENCY",
      domain: "envol",
      metadata: { awsCode: "InvalidParameterDependency", field: "kmsKeyId" },
    });
    expect(badRequest).toEqual({ fieldViolations: [{ field: "kmsKeyId", description: "kmsKeyId needs encrypted." }] });
  });

  test("has no BadRequest when no field is at fault", async () => {
    t.volumes.failure = new EnvolError("VOLUME_LIMIT_EXCEEDED", "Full.");
    const error = await createVolume(Buffer.alloc(0));
    expect(error.code).toBe(status.RESOURCE_EXHAUSTED);
    expect(detailsOf(error)).toMatchObject({ types: ["type.googleapis.com/google.rpc.ErrorInfo"] });
    expect(error.metadata.get("envol-field")).toEqual([]);
  });

  test("is the encoding that google/rpc/*.proto defines, byte for byte", () => {
    // Written out by hand from the field numbers: Status 1, 2, 3; Any 1, 2; ErrorInfo 1, 2.
    const info = Buffer.from("0a0152120565" + "6e766f6c", "hex");
    expect(ERROR_INFO.serialize({ reason: "R", domain: "envol", metadata: {} })).toEqual(info);
    const any = { type_url: "t", value: info };
    const expected = Buffer.concat([Buffer.from("0803120178" + "1a0f" + "0a0174" + "120a", "hex"), info]);
    const encoded = STATUS.serialize({ code: 3, message: "x", details: [any] });
    expect(encoded).toEqual(expected);
  });

  test("of an enum value that the contract does not have names the field", async () => {
    const cipher99 = Buffer.from([0x20, 99]);
    const error = await createVolume(cipher99);
    expect(error.code).toBe(status.INVALID_ARGUMENT);
    expect(detailsOf(error).info?.metadata["field"]).toBe("cipher");
    expect(t.volumes.asked).toEqual([]);
  });

  test("hides the cause of what should not happen, and logs it", async () => {
    t.volumes.failure = new TypeError("secret inner cause");
    const error = await createVolume(Buffer.alloc(0));
    expect(error.code).toBe(status.INTERNAL);
    expect(JSON.stringify(error.metadata.toJSON()) + error.message).not.toContain("secret");
    await until(() => t.logged.length > 0);
    expect(JSON.parse(t.logged[0] as string)).toMatchObject({
      level: 50,
      err: { type: "TypeError", message: "secret inner cause" },
      rpc: "/envol.v1.VolumeService/CreateVolume",
      reason: "INTERNAL",
    });
  });

  test.each([
    ["half a surrogate pair", "bad \ud800 text", "bad \ufffd text"],
    ["more text than trailers carry", "x".repeat(100_000), "x".repeat(1000)],
    ["a field name that is not ASCII", "täg", "täg"],
  ])("survives %s", async (_name, message, expected) => {
    t.volumes.failure = new EnvolError("INVALID_ARGUMENT", message, { field: "täg" });
    const error = await createVolume(Buffer.alloc(0));
    expect(error.details).toBe(expected);
    expect(detailsOf(error).info?.metadata["field"]).toBe("täg");
  });

  test("of a unary Read, which is served as a stream, looks the same", async () => {
    const { path, requestSerialize, responseDeserialize } = BLOCK_SERVICE.Read;
    const request = { volumeId: VOLUME_ID, offsetBytes: t.device.sizeBytes, lengthBytes: 1 };
    const error = await new Promise<ServiceError | null>((resolve) => {
      stock.makeUnaryRequest(path, requestSerialize, responseDeserialize, request, resolve);
    });
    expect(error?.code).toBe(status.OUT_OF_RANGE);
    expect(detailsOf(error as ServiceError).info).toMatchObject({ reason: "OUT_OF_RANGE" });
  });
});

describe("a refusal, as the client of this package gives it", () => {
  test.each(Object.keys(ERRORS) as ErrorCode[])("keeps the code %s", async (code) => {
    t.volumes.failure = new EnvolError(code, "Because.", { field: "volumeId" });
    const error = await t.client.volumes.deleteVolume({ volumeId: VOLUME_ID }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(EnvolError);
    expect(error).toMatchObject({ code, field: "volumeId", message: "Because." });
  });

  test("falls back to the plain trailers", () => {
    const metadata = new Metadata();
    metadata.set("envol-reason", "KEY_REVOKED");
    metadata.set("grpc-status-details-bin", Buffer.from("not a message"));
    const error = errorOfStatus({ code: status.FAILED_PRECONDITION, details: "d", metadata }, "a");
    expect(error).toMatchObject({ code: "KEY_REVOKED", field: undefined });
  });

  test("is INTERNAL for a reason of a later release", () => {
    const metadata = new Metadata();
    metadata.set("envol-reason", "NOT_YET_KNOWN");
    expect(errorOfStatus({ code: status.ABORTED, details: "d", metadata }, "a").code).toBe("INTERNAL");
    const ioError = { code: 10, reason: "NOT_YET_KNOWN", message: "m", field: "" };
    expect(errorOfIo(ioError)).toMatchObject({ code: "INTERNAL", message: expect.stringContaining("NOT_YET_KNOWN") });
  });

  test("is UNAVAILABLE with the address where no daemon is", async () => {
    await using nobody = connect("unix:/nonexistent/envol.sock");
    const failed = expect.objectContaining({
      code: "UNAVAILABLE",
      message: expect.stringContaining("/nonexistent/envol.sock"),
    });
    await expect(nobody.volumes.describeVolumes({})).rejects.toEqual(failed);
    await expect(nobody.io(VOLUME_ID).read(0, 1)).rejects.toEqual(failed);
    await expect(nobody.ready(50)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  test("is UNAVAILABLE with what it means when the daemon reset the call", () => {
    const reset = { code: status.CANCELLED, details: "Call cancelled", metadata: new Metadata() };
    const error = errorOfStatus(reset, "a");
    expect(error).toMatchObject({ code: "UNAVAILABLE", message: expect.stringContaining("cut the call off") });
  });

  test("is REQUEST_TOO_LARGE for a message that gRPC itself refuses", async () => {
    const data = Buffer.alloc(8 * 1024 * 1024);
    await expect(t.client.blocks.write({ volumeId: VOLUME_ID, data })).rejects.toMatchObject({
      code: "REQUEST_TOO_LARGE",
    });
  });
});

describe("requests that the encoding would change in silence", () => {
  test.each([
    ["a fraction", () => t.client.volumes.createVolume({ sizeGib: 1.5 }), "sizeGib"],
    ["a number above 32 bits", () => t.client.volumes.createVolume({ sizeGib: 2 ** 32 + 1 }), "sizeGib"],
    ["a negative number", () => t.client.blocks.read({ volumeId: VOLUME_ID, offsetBytes: -1 }), "offsetBytes"],
    ["a number above 2^53", () => t.client.blocks.peekSector({ volumeId: VOLUME_ID, sector: 2 ** 53 }), "sector"],
    ["an unknown cipher", () => t.client.volumes.createVolume({ cipher: "AES_256_CBC" as "AES_256_XTS" }), "cipher"],
    ["a fraction in an Io session", () => t.client.io(VOLUME_ID).read(0.5, 1), "offsetBytes"],
    ["a length above 32 bits in an Io session", () => t.client.io(VOLUME_ID).read(0, 2 ** 32), "lengthBytes"],
  ])("are refused: %s", async (_name, call, field) => {
    await expect(call()).rejects.toMatchObject({ code: "INVALID_ARGUMENT", field });
    expect(t.volumes.asked.filter(([method]) => method !== "device")).toEqual([]);
  });

  test("that come from other clients are refused by the door or the core", async () => {
    // offset_bytes = 2^64 - 1, as a client in another language may send it.
    const message = Buffer.concat([
      BLOCK_SERVICE.Read.requestSerialize({ volumeId: VOLUME_ID, lengthBytes: 1 }),
      Buffer.from("18ffffffffffffffffff01", "hex"),
    ]);
    const error = await new Promise<ServiceError | null>((resolve) => {
      const { path, responseDeserialize } = BLOCK_SERVICE.Read;
      stock.makeUnaryRequest(path, (bytes: Buffer) => bytes, responseDeserialize, message, resolve);
    });
    expect(error?.metadata.get("envol-field")).toEqual(["offsetBytes"]);
  });
});

describe("calls that are given up", () => {
  test("reject with the signal's reason", async () => {
    const controller = new AbortController();
    t.device.before = () => new Promise(() => {});
    const reading = t.client.blocks.read({ volumeId: VOLUME_ID, lengthBytes: 1 }, { signal: controller.signal });
    await until(() => t.device.readsInFlight === 1);
    controller.abort(new Error("enough"));
    await expect(reading).rejects.toThrow("enough");
    const aborted = t.client.blocks.read({ volumeId: VOLUME_ID, lengthBytes: 1 }, { signal: AbortSignal.abort() });
    await expect(aborted).rejects.toMatchObject({ name: "AbortError" });
  });

  test("reject with UNAVAILABLE after timeoutMs", async () => {
    t.device.before = () => new Promise(() => {});
    const reading = t.client.blocks.read({ volumeId: VOLUME_ID, lengthBytes: 1 }, { timeoutMs: 20 });
    await expect(reading).rejects.toMatchObject({ code: "UNAVAILABLE", message: expect.stringContaining("in time") });
  });
});
