/** NBD_OPT_STARTTLS: required where configured, with client certificates checked where an authority is given. */

import { once } from "node:events";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import { expect } from "vitest";
import { scratchDirectory } from "../daemon/child-daemon.ts";
import { needs, runs } from "../needs.ts";
import { enterTransmission, openDoor } from "./door.ts";
import { encodeOptionRequest, infoData, metaData, OPT, REP } from "./frames.ts";
import { RawClient } from "./raw-client.ts";
import { certificates, withOpenssl } from "./tls-certificates.ts";
import { mustRun, PYTHON, run, serveVolume } from "./tools.ts";

const withNbdTls = needs("openssl, nbdinfo and Python's libnbd", () => {
  return runs("openssl", "version") && runs("nbdinfo", "--version") && runs(PYTHON, "-c", "import nbd");
});

withOpenssl("requires STARTTLS before anything else, and forgets what was agreed before it", async () => {
  await using scratch = await scratchDirectory();
  const pem = await certificates(scratch.path, "pem");
  const tls = { certificate: pem.serverCert, privateKey: pem.serverKey, clientAuthority: pem.caCert };
  await using test = await openDoor({}, { tls });
  await using client = await test.connect();
  await client.greet();
  const types = async (option: number, data?: Buffer) => (await client.option(option, data)).map(({ type }) => type);
  for (const option of [OPT.list, OPT.structuredReply, OPT.info, OPT.go, OPT.setMetaContext, 99]) {
    expect(await types(option, option === OPT.go ? infoData(test.name) : undefined)).toEqual([REP.errTlsReqd]);
  }
  expect(await types(OPT.startTls, Buffer.from("x"))).toEqual([REP.errInvalid]);
  expect(await types(OPT.startTls)).toEqual([REP.ack]);

  client.socket.removeAllListeners("data");
  const secured = connectTls({
    socket: client.socket,
    ca: pem.caCert,
    cert: pem.clientCert,
    key: pem.clientKey,
    servername: "localhost",
  });
  await once(secured, "secureConnect");
  await using inside = new RawClient(secured);
  expect((await inside.option(OPT.startTls)).map(({ type }) => type)).toEqual([REP.errInvalid]);
  // Structured replies have not been agreed over TLS.
  const early = await inside.option(OPT.setMetaContext, metaData(test.name, ["base:allocation"]));
  expect(early.map(({ type }) => type)).toEqual([REP.errInvalid]);
  await enterTransmission(inside, { name: test.name });
  const data = Buffer.alloc(300_000, 7);
  inside.request({ type: 1, length: data.length }, data);
  expect((await inside.simpleReply()).errno).toBe(0);
  inside.request({ type: 0, length: data.length });
  expect((await inside.chunk()).payload.subarray(8).equals(data)).toBe(true);
  await test.core.volumes.detachVolume({ volumeId: test.volume.volumeId });
  await inside.end();
});

withOpenssl(
  "closes on EXPORT_NAME in the clear, on bytes behind STARTTLS, and on a client without a certificate",
  async () => {
    await using scratch = await scratchDirectory();
    const pem = await certificates(scratch.path, "pem");
    const stranger = await certificates(scratch.path, "stranger");
    const tls = { certificate: pem.serverCert, privateKey: pem.serverKey, clientAuthority: pem.caCert };
    await using test = await openDoor({}, { tls });

    await using clear = await test.connect();
    await clear.greet();
    clear.send(encodeOptionRequest(OPT.exportName, Buffer.from(test.name)));
    expect((await clear.end()).length).toBe(0);

    await using injecting = await test.connect();
    await injecting.greet();
    injecting.send(encodeOptionRequest(OPT.startTls), encodeOptionRequest(OPT.structuredReply));
    expect((await injecting.end()).length).toBe(0);

    for (const credentials of [{}, { cert: stranger.clientCert, key: stranger.clientKey }]) {
      await using client = await test.connect();
      await client.greet();
      await client.option(OPT.startTls);
      client.socket.removeAllListeners("data");
      const secured = connectTls({ socket: client.socket, ca: pem.caCert, servername: "localhost", ...credentials });
      await using inside = new RawClient(secured);
      inside.send(encodeOptionRequest(OPT.list));
      expect((await inside.end()).length).toBe(0);
    }
    await using nonsense = await test.connect();
    await nonsense.greet();
    await nonsense.option(OPT.startTls);
    nonsense.send(Buffer.from("this is no ClientHello, and never will be"));
    await nonsense.end();
  },
);

withNbdTls("libnbd comes in with its certificate, and not without", async () => {
  await using scratch = await scratchDirectory();
  const pem = await certificates(scratch.path, "pem");
  const stranger = await certificates(scratch.path, "stranger");
  // It knows our authority, and ours does not know its own.
  await rename(join(stranger.directory, "ca-cert.pem"), join(stranger.directory, "other-ca.pem"));
  await mustRun("cp", [join(pem.directory, "ca-cert.pem"), stranger.directory]);
  const file = (name: string) => join(pem.directory, name);
  for (const address of [undefined, "127.0.0.1:0"]) {
    const tls = ["--nbd-tls-cert", file("server-cert.pem"), "--nbd-tls-key", file("server-key.pem")];
    const args = [...tls, "--nbd-tls-client-ca", file("ca-cert.pem"), ...(address ? ["--nbd", address] : [])];
    await using served = await serveVolume({}, { args });
    expect(served.uri).toMatch(address ? /^nbds:\/\/127\.0\.0\.1:\d+\/attach-/ : /^nbds\+unix:\/\/\/attach-/);
    const script = (directory: string) => `
import nbd, sys
h = nbd.NBD()
h.set_tls_certificates("${directory}")
h.set_uri_allow_local_file(True)
h.connect_uri(sys.argv[1])
assert h.get_tls_negotiated()
h.pwrite(b"x" * 512, 0)
assert h.pread(512, 0) == b"x" * 512
`;
    const uri = address ? served.uri : `${served.uri}&tls-hostname=localhost`;
    await mustRun(PYTHON, ["-c", script(pem.directory), uri]);
    expect((await run(PYTHON, ["-c", script(stranger.directory), uri])).code).not.toBe(0);
    // In the clear there is nothing to be had.
    expect((await run("nbdinfo", [served.uri.replace("nbds", "nbd")])).code).not.toBe(0);
  }
});
