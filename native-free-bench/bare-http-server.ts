/** The reference in a process of its own, as the daemon is. Tells its parent the port. */

import { serveBareHttp } from "./bare-http.ts";

const port = await serveBareHttp();
process.send?.(port);
// Whoever started it is gone: so is its reason to be.
process.on("disconnect", () => process.exit());
