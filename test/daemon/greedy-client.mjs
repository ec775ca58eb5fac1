// Reads a volume over and over, as a client would that lets the daemon send a lot before it has read it. It runs in a
// process of its own, so that it can be stopped in the middle. Arguments: address, volume id.

import { Client, credentials } from "@grpc/grpc-js";
import { BLOCK_SERVICE } from "../../dist/serve/grpc/load-protos.js";

const WINDOW_BYTES = 8 * 1024 * 1024;
const [address, volumeId] = process.argv.slice(2);
const client = new Client(address, credentials.createInsecure(), { "grpc-node.flow_control_window": WINDOW_BYTES });
const { path, requestSerialize, responseDeserialize } = BLOCK_SERVICE.ReadStream;

let received = 0;
function read() {
  const call = client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, { volumeId });
  call.on("data", () => {
    if (received++ === 0) process.stdout.write("reading\n");
  });
  call.on("end", read);
  call.on("error", () => process.exit(0));
}
read();
