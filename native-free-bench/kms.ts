/** The KMS in process beside bare node:crypto, and through its HTTP endpoint beside bare node:http. */

import { type ChildProcess, fork } from "node:child_process";
import { createCipheriv, createDecipheriv, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemClock } from "#envol/clock.ts";
import { createEventBus } from "#envol/events.ts";
import { startEnvol } from "#envol/kit/start-envol.ts";
import { createEmbeddedKms, type EmbeddedKms } from "#envol/kms/embedded/embedded-kms.ts";
import { openStore } from "#envol/store/store.ts";
import { connectHttp, type HttpLoad } from "./bare-http.ts";
import { type Comparison, compareAll, lasting, QUICK, type Row, type Run, type Suite } from "./suite.ts";

const ACCOUNT_ID = "000000000000";
const CALLER = { arn: `arn:aws:iam::${ACCOUNT_ID}:root`, accountId: ACCOUNT_ID };
const DATA_KEY_BYTES = 32;
const NONCE_BYTES = 12;
const MESSAGE = Buffer.alloc(256, 7);
/** Requests of one run over HTTP, and connections that share them. */
const REQUESTS = 512;
const CONNECTIONS = 16;
/** What a server runs often is compiled in its first seconds. */
const WARM_UP_REQUESTS = 16_384;
const SIGNING = [
  { keySpec: "ECC_NIST_P256", algorithm: "ECDSA_SHA_256" },
  { keySpec: "RSA_2048", algorithm: "RSASSA_PKCS1_V1_5_SHA_256" },
] as const;

/** Bare and Envol's server alike are in a process of their own, and have one thread; the client has another. */
export const suite: Suite = {
  name: "kms",
  question: "What does the KMS cost beside the cryptography in it, and its HTTP endpoint beside bare node:http?",
  async run(run) {
    const directory = await mkdtemp(join(run.memoryDirectory ?? run.diskDirectory, "envol-bench-"));
    try {
      return [...(await inProcess(directory, run)), ...(await overHttp(run))];
    } finally {
      await rm(directory, { recursive: true });
    }
  },
};

async function inProcess(directory: string, run: Run): Promise<Row[]> {
  const store = await openStore(directory);
  const kms = await createEmbeddedKms({
    tables: { keys: store.table("keys"), aliases: store.table("aliases"), grants: store.table("grants") },
    materialDirectory: join(directory, "keys"),
    rootKey: randomBytes(32),
    clock: systemClock,
    events: createEventBus(systemClock),
    region: "us-east-1",
    accountId: ACCOUNT_ID,
    onFailure() {},
  });
  try {
    const comparisons = [await generating(kms), await decrypting(kms)];
    for (const { keySpec, algorithm } of run.some(SIGNING)) comparisons.push(await signing(kms, keySpec, algorithm));
    return await compareAll(
      comparisons.map((comparison) => () => comparison),
      run,
    );
  } finally {
    await kms.close();
    await store.close();
  }
}

async function newKey(kms: EmbeddedKms): Promise<string> {
  return (await kms.call("CreateKey", CALLER, {})).keyMetadata.keyId;
}

async function generating(kms: EmbeddedKms): Promise<Comparison> {
  const keyId = await newKey(kms);
  const bareKey = randomBytes(32);
  return {
    task: "GenerateDataKey, in process",
    contenders: [
      { name: "node:crypto, AES-256-GCM", run: () => wrap(bareKey, randomBytes(DATA_KEY_BYTES)) },
      {
        name: "envol",
        run: () => kms.call("GenerateDataKey", CALLER, { keyId, numberOfBytes: DATA_KEY_BYTES }),
      },
    ],
  };
}

async function decrypting(kms: EmbeddedKms): Promise<Comparison> {
  const plaintext = randomBytes(DATA_KEY_BYTES);
  const { ciphertextBlob } = await kms.call("Encrypt", CALLER, { keyId: await newKey(kms), plaintext });
  const bareKey = randomBytes(32);
  const wrapped = wrap(bareKey, plaintext);
  let opened: Uint8Array = plaintext;
  const output = () => opened;
  return {
    task: "Decrypt, in process",
    contenders: [
      {
        name: "node:crypto, AES-256-GCM",
        run() {
          opened = unwrap(bareKey, wrapped);
        },
        output,
      },
      {
        name: "envol",
        async run() {
          opened = (await kms.call("Decrypt", CALLER, { ciphertextBlob })).plaintext;
        },
        output,
      },
    ],
  };
}

interface Wrapped {
  readonly nonce: Buffer;
  readonly data: Buffer;
  readonly tag: Buffer;
}

function wrap(key: Buffer, plaintext: Buffer): Wrapped {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  return { nonce, data: Buffer.concat([cipher.update(plaintext), cipher.final()]), tag: cipher.getAuthTag() };
}

function unwrap(key: Buffer, { nonce, data, tag }: Wrapped): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, nonce).setAuthTag(tag);
  return Buffer.concat([decipher.update(data), decipher.final()]);
}

type SigningSpec = (typeof SIGNING)[number];

async function signing(
  kms: EmbeddedKms,
  keySpec: SigningSpec["keySpec"],
  signingAlgorithm: SigningSpec["algorithm"],
): Promise<Comparison> {
  const { keyId } = (await kms.call("CreateKey", CALLER, { keySpec, keyUsage: "SIGN_VERIFY" })).keyMetadata;
  const { privateKey } =
    keySpec === "RSA_2048"
      ? generateKeyPairSync("rsa", { modulusLength: 2048 })
      : generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  return {
    task: `Sign with ${keySpec}, in process`,
    contenders: [
      { name: "node:crypto", run: () => sign("sha256", MESSAGE, privateKey) },
      { name: "envol", run: () => kms.call("Sign", CALLER, { keyId, message: MESSAGE, signingAlgorithm }) },
    ],
  };
}

async function overHttp(run: Run): Promise<Row[]> {
  const bare = await startBare();
  const envol = await startEnvol({ process: "child" });
  const loads: HttpLoad[] = [];
  const connected = async (address: string) => {
    const load = await connectHttp(address, CONNECTIONS);
    loads.push(load);
    return load;
  };
  try {
    const [reference, door] = [await connected(bare.address), await connected(new URL(envol.awsEndpoint).host)];
    const tasks = await httpTasks(envol.awsEndpoint, run);
    const comparisons = tasks.map(({ task, operation, body }) => () => ({
      task: `${task} over HTTP, ${CONNECTIONS} at a time`,
      contenders: [
        { name: "bare node:http", run: () => reference.exchange(REQUESTS, "Bare.Echo", body) },
        { name: "envol", run: () => door.exchange(REQUESTS, `TrentService.${operation}`, body) },
      ] as const,
    }));
    if (run.effort !== QUICK) {
      const { operation, body } = tasks[0] as HttpTask;
      run.progress("warming up both servers");
      await reference.exchange(WARM_UP_REQUESTS, "Bare.Echo", body);
      await door.exchange(WARM_UP_REQUESTS, `TrentService.${operation}`, body);
    }
    const rows = await compareAll(comparisons, { ...run, effort: lasting(run.effort) });
    return rows.map((row) => ({ ...row, rate: row.rate * REQUESTS, medianUs: row.medianUs / REQUESTS }));
  } finally {
    for (const load of loads) load.close();
    await envol.close();
    await bare.stop();
  }
}

interface HttpTask {
  readonly task: string;
  readonly operation: string;
  readonly body: string;
}

async function httpTasks(endpoint: string, run: Run): Promise<readonly HttpTask[]> {
  const call = async (operation: string, input: object) => {
    const headers = { "x-amz-target": `TrentService.${operation}` };
    const response = await fetch(endpoint, { method: "POST", headers, body: JSON.stringify(input) });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as { KeyMetadata: { KeyId: string }; CiphertextBlob: string };
  };
  const { KeyId } = (await call("CreateKey", {})).KeyMetadata;
  const { CiphertextBlob } = await call("GenerateDataKey", { KeyId, NumberOfBytes: DATA_KEY_BYTES });
  const tasks: [string, string, object][] = [
    ["GenerateDataKey", "GenerateDataKey", { KeyId, NumberOfBytes: DATA_KEY_BYTES }],
    ["Decrypt", "Decrypt", { CiphertextBlob }],
  ];
  for (const { keySpec, algorithm } of SIGNING) {
    const { KeyMetadata: key } = await call("CreateKey", { KeySpec: keySpec, KeyUsage: "SIGN_VERIFY" });
    const request = { KeyId: key.KeyId, Message: MESSAGE.toString("base64"), SigningAlgorithm: algorithm };
    tasks.push([`Sign with ${keySpec}`, "Sign", request]);
  }
  return run.some(tasks).map(([task, operation, input]) => ({ task, operation, body: JSON.stringify(input) }));
}

async function startBare(): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const file = fileURLToPath(new URL("./bare-http-server.ts", import.meta.url));
  const child: ChildProcess = fork(file, [], { execArgv: ["--import", "tsx"] });
  const [port] = await Promise.race([once(child, "message"), once(child, "exit").then(() => [undefined])]);
  if (typeof port !== "number") throw new Error("The reference server could not be started.");
  return {
    address: `127.0.0.1:${port}`,
    async stop() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}
