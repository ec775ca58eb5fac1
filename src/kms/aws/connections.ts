/**
 * Connections whose reads can be erased. Node's HTTP parser gives out copies of what a connection has read, and the memory
 * that was read into keeps what it held until something else needs it.
 */

import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Duplex } from "node:stream";

export interface Connections {
  readonly httpAgent: HttpAgent;
  readonly httpsAgent: HttpsAgent;
  /** What a connection has read since it was last free, and goes on to read until it is free again. */
  readBy(connection: Duplex): readonly Uint8Array[];
}

/** As the SDK's own agents are. */
const AGENT_OPTIONS = { keepAlive: true, maxSockets: 50 } as const;

export function createConnections(): Connections {
  const reads = new WeakMap<Duplex, Uint8Array[]>();
  const keepReads = (agent: HttpAgent) => {
    const connect = agent.createConnection.bind(agent);
    agent.createConnection = (...request) => {
      const connection = connect(...request);
      connection?.on("data", (bytes: Uint8Array) => reads.get(connection)?.push(bytes));
      if (connection) reads.set(connection, []);
      return connection;
    };
    agent.on("free", (connection: Duplex) => reads.set(connection, []));
  };
  const httpAgent = new HttpAgent(AGENT_OPTIONS);
  const httpsAgent = new HttpsAgent(AGENT_OPTIONS);
  keepReads(httpAgent);
  keepReads(httpsAgent);
  return { httpAgent, httpsAgent, readBy: (connection) => reads.get(connection) ?? [] };
}
