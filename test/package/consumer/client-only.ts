/** A program that talks to a daemon elsewhere: it has the packages that a client needs, and no others. */

import { connect, EnvolError } from "envol/client";

const client = connect(process.argv[2] ?? "");
const key = await client.createKey();
const volume = await client.createVolume({ key });
await volume.write(0, Buffer.from("hello"));
console.log((await volume.read(0, 5)).toString());
await key.disable();
await volume.read(0, 5).catch((error: unknown) => console.log(error instanceof EnvolError && error.code));
await client.close();
