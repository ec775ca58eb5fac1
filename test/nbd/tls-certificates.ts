/** Certificates for tests of TLS, made by openssl. */

import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { needs, runs } from "../needs.ts";
import { mustRun } from "./tools.ts";

export const withOpenssl = needs("openssl", () => runs("openssl", "version"));

/** An authority, and certificates of it for a server called localhost and for a client; a directory for each, as GnuTLS likes. */
export async function certificates(parent: string, name: string) {
  const directory = join(parent, name);
  await mkdir(directory);
  const openssl = (...args: string[]) => mustRun("openssl", args, { cwd: directory });
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"];
  await openssl("req", "-x509", ...key, "-keyout", "ca-key.pem", "-out", "ca-cert.pem", "-subj", "/CN=authority");
  for (const who of ["server", "client"]) {
    const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"];
    const authority = ["-CA", "ca-cert.pem", "-CAkey", "ca-key.pem"];
    await openssl(
      "req",
      ...key,
      ...subject,
      "-x509",
      ...authority,
      "-keyout",
      `${who}-key.pem`,
      "-out",
      `${who}-cert.pem`,
    );
  }
  const read = (file: string) => readFile(join(directory, file));
  return {
    directory,
    caCert: await read("ca-cert.pem"),
    serverCert: await read("server-cert.pem"),
    serverKey: await read("server-key.pem"),
    clientCert: await read("client-cert.pem"),
    clientKey: await read("client-key.pem"),
  };
}
