/**
 * The program of a KMS in a child process: Envol's embedded KMS behind a door of AWS JSON 1.1, for those operations that
 * the tests call. It takes a directory and a port, and tells its parent its port when it listens.
 */

import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { systemClock } from "#envol/clock.ts";
import { ERRORS, toEnvolError } from "#envol/errors.ts";
import { createEventBus } from "#envol/events.ts";
import { createEmbeddedKms } from "#envol/kms/embedded/embedded-kms.ts";
import { openStore } from "#envol/store/store.ts";

const [directory, port] = process.argv.slice(2);
const store = await openStore(directory);
const kms = await createEmbeddedKms({
  tables: { keys: store.table("keys"), aliases: store.table("aliases"), grants: store.table("grants") },
  materialDirectory: join(directory, "keys"),
  rootKey: Buffer.alloc(32, 7),
  clock: systemClock,
  events: createEventBus(systemClock),
  region: "us-east-1",
  accountId: "111122223333",
});
/** Whoever calls; signatures are not looked at. */
const caller = { arn: "arn:aws:iam::111122223333:role/envol", accountId: "111122223333" };

const BYTES = new Set(["CiphertextBlob", "Plaintext"]);
/** Names in these are the caller's own. */
const MAPS = new Set(["EncryptionContext", "EncryptionContextSubset"]);
const first = (name, letter) => letter.call(name.charAt(0)) + name.slice(1);

/** Members from AWS's spelling to that of the operations. */
function inwards(value, name) {
  if (BYTES.has(name)) return Buffer.from(value, "base64");
  if (typeof value !== "object" || value === null || Array.isArray(value) || MAPS.has(name)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [first(key, String.prototype.toLowerCase), inwards(inner, key)]),
  );
}

/** And back. */
function outwards(value) {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(outwards);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const name = first(key, String.prototype.toUpperCase);
      if (name.endsWith("Ms")) return [name.slice(0, -2), inner / 1000];
      return [name, MAPS.has(name) ? inner : outwards(inner)];
    }),
  );
}

async function answer(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  response.setHeader("content-type", "application/x-amz-json-1.1");
  try {
    const operation = request.headers["x-amz-target"].replace("TrentService.", "");
    const asked = inwards(JSON.parse(Buffer.concat(chunks).toString()));
    response.end(JSON.stringify(outwards((await kms.call(operation, caller, asked)) ?? {})));
  } catch (thrown) {
    const { code, message } = toEnvolError(thrown);
    response.statusCode = ERRORS[code].http;
    response.end(JSON.stringify({ __type: ERRORS[code].aws, message }));
  }
}

const server = createServer((request, response) => void answer(request, response));
server.listen(Number(port), "127.0.0.1");
await once(server, "listening");
process.send({ port: server.address().port });
process.on("disconnect", () => process.exit(1));
