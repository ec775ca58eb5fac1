/** The references in a process of their own, as the daemon is: `bare-server.ts GRPC-ADDRESS SOCKET-PATH`. */

import { serveBareGrpc } from "./bare-grpc.ts";
import { serveBareSocket } from "./bare-socket.ts";

const [grpcAddress = "", socketPath = ""] = process.argv.slice(2);
await serveBareGrpc(grpcAddress);
await serveBareSocket(socketPath);
process.send?.("ready");
// Whoever started it is gone: so is its reason to be.
process.on("disconnect", () => process.exit());
