/**
 * A program that starts a daemon, says where it is, and ends in some way or waits to be ended.
 *
 *     node parent.mjs this|child exit|throw|wait|ignore-sigint
 */

import { existsSync } from "node:fs";
import { startEnvol } from "../../dist/index.js";

const [, , where, end] = process.argv;
const envol = await startEnvol({ process: where });
const volume = await envol.createVolume();
await volume.write(0, Buffer.from("data"));
if (end === "ignore-sigint") {
  process.on("SIGINT", async () => {
    console.log(`${await volume.read(0, 4)}, ${existsSync(envol.dataDirectory) ? "kept" : "gone"}`);
  });
}
console.log(JSON.stringify({ pid: envol.pid, dataDirectory: envol.dataDirectory }));
if (end === "exit") process.exit(3);
if (end === "throw") throw new Error("nobody catches this");
