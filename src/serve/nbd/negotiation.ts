/**
 * Option haggling of the fixed newstyle negotiation, as a table: for each option, what data it takes and what the server
 * does. Pure: an option and the session so far go in, replies and what comes next come out.
 */

import { LIMITS } from "../../limits.ts";
import type { BlockDevice } from "../../volume/block-device.ts";
import {
  BASE_ALLOCATION,
  BLOCK_SIZE_MIN_BYTES,
  BLOCK_SIZE_PREFERRED_BYTES,
  CLIENT_FLAG,
  decodeInfoRequest,
  decodeMetaContextRequest,
  encodeExport,
  encodeInfoBlockSize,
  encodeInfoExport,
  encodeInfoName,
  encodeMetaContext,
  encodeOptionReply,
  INFO,
  type InfoRequest,
  type MetaContextRequest,
  OPTION,
  OPTION_REPLY,
  TRANSMISSION_FLAG,
} from "./wire.ts";

/** The id under which `base:allocation` is selected; "opaque" to clients. */
export const ALLOCATION_CONTEXT_ID = 1;

/**
 * Where a session stands with TLS: `off` ("NOTLS mode"), `required` ("FORCEDTLS mode", not initiated yet) or `on`.
 * SELECTIVETLS mode is not offered.
 */
export type TlsState = "off" | "required" | "on";

/** What has been agreed so far. */
export interface Session {
  readonly tls: TlsState;
  readonly fixedNewstyle: boolean;
  readonly noZeroes: boolean;
  readonly structuredReplies: boolean;
  /** The export for which `base:allocation` was selected last. */
  readonly allocationOf: string | undefined;
}

/** What transmission runs with. */
export interface Agreement {
  readonly device: BlockDevice;
  readonly structuredReplies: boolean;
  /** Whether `base:allocation` was selected for this export. */
  readonly allocation: boolean;
  /** The client has been told the minimum block size and has accepted it. */
  readonly blockSizeAgreed: boolean;
}

/** What becomes of the connection after an option. */
export type Next =
  | { readonly phase: "haggling"; readonly session: Session }
  | { readonly phase: "tls" }
  | { readonly phase: "transmission"; readonly agreement: Agreement }
  | { readonly phase: "end" };

export interface Step {
  readonly replies: readonly Buffer[];
  readonly next: Next;
}

/** Finds an export by its name; undefined when there is none. */
export type FindDevice = (name: string) => BlockDevice | undefined;

/** A session after the client's flags; undefined when they hold one that the document does not know. */
export function beginSession(clientFlags: number, tls: TlsState): Session | undefined {
  if ((clientFlags & ~(CLIENT_FLAG.fixedNewstyle | CLIENT_FLAG.noZeroes)) !== 0) return undefined;
  return {
    tls,
    fixedNewstyle: (clientFlags & CLIENT_FLAG.fixedNewstyle) !== 0,
    noZeroes: (clientFlags & CLIENT_FLAG.noZeroes) !== 0,
    structuredReplies: false,
    allocationOf: undefined,
  };
}

/** A session after TLS was initiated: "the server MUST NOT preserve any negotiation state". */
export function afterTls(session: Session): Session {
  return { ...session, tls: "on", structuredReplies: false, allocationOf: undefined };
}

type Haggle = (session: Session, data: Buffer, find: FindDevice) => Step;

interface OptionRow {
  readonly option: number;
  /** Whether the option may be used before TLS where TLS is required. */
  readonly beforeTls: boolean;
  /** Data that the option may come with: `none` is checked here, the rest by `haggle`. */
  readonly data: "none" | "own";
  readonly haggle: Haggle;
}

/** The state table. What is not in it gets NBD_REP_ERR_UNSUP. */
const OPTIONS: readonly OptionRow[] = [
  { option: OPTION.exportName, beforeTls: false, data: "own", haggle: enterByName },
  { option: OPTION.abort, beforeTls: true, data: "own", haggle: abort },
  { option: OPTION.list, beforeTls: false, data: "none", haggle: list },
  { option: OPTION.startTls, beforeTls: true, data: "none", haggle: startTls },
  { option: OPTION.info, beforeTls: false, data: "own", haggle: (...args) => describe(OPTION.info, ...args) },
  { option: OPTION.go, beforeTls: false, data: "own", haggle: (...args) => describe(OPTION.go, ...args) },
  { option: OPTION.structuredReply, beforeTls: false, data: "none", haggle: structureReplies },
  { option: OPTION.listMetaContext, beforeTls: false, data: "own", haggle: listMetaContext },
  { option: OPTION.setMetaContext, beforeTls: false, data: "own", haggle: setMetaContext },
];

/** Deals with one option. */
export function negotiate(
  session: Session,
  { option, data }: { readonly option: number; readonly data: Buffer },
  find: FindDevice,
): Step {
  const row = OPTIONS.find((candidate) => candidate.option === option);
  const refused = refusalOf(session, option, row, data);
  if (refused === undefined) return (row as OptionRow).haggle(session, data, find);
  // NBD_OPT_EXPORT_NAME has no way to say no but to end the session; so has whoever knows no other option.
  if (option === OPTION.exportName || !session.fixedNewstyle) return { replies: [], next: { phase: "end" } };
  return refuse(session, option, refused.type, refused.why);
}

function refusalOf(
  session: Session,
  option: number,
  row: OptionRow | undefined,
  data: Buffer,
): { type: number; why: string } | undefined {
  if (session.tls === "required" && !row?.beforeTls) {
    return { type: OPTION_REPLY.errTlsReqd, why: "This server requires TLS." };
  }
  if (row === undefined || (!session.fixedNewstyle && option !== OPTION.exportName)) {
    return { type: OPTION_REPLY.errUnsup, why: `Option ${option} is not supported.` };
  }
  if (row.data === "none" && data.length > 0) {
    return { type: OPTION_REPLY.errInvalid, why: "The option takes no data." };
  }
  return undefined;
}

function haggleOn(session: Session, ...replies: Buffer[]): Step {
  return { replies, next: { phase: "haggling", session } };
}

function refuse(session: Session, option: number, type: number, why: string): Step {
  return haggleOn(session, encodeOptionReply(option, type, Buffer.from(why)));
}

function acknowledge(option: number): Buffer {
  return encodeOptionReply(option, OPTION_REPLY.ack);
}

function enterByName(session: Session, data: Buffer, find: FindDevice): Step {
  const name = data.toString();
  const device = find(name);
  if (device === undefined) return { replies: [], next: { phase: "end" } };
  const exported = encodeExport(device.sizeBytes, transmissionFlags(device, session), session.noZeroes);
  return { replies: [exported], next: enter(session, name, device, false) };
}

function abort(): Step {
  return { replies: [acknowledge(OPTION.abort)], next: { phase: "end" } };
}

/** The names of exports are capabilities, so the list of them is empty. */
function list(session: Session): Step {
  return haggleOn(session, acknowledge(OPTION.list));
}

function startTls(session: Session): Step {
  if (session.tls === "required") return { replies: [acknowledge(OPTION.startTls)], next: { phase: "tls" } };
  return session.tls === "on"
    ? refuse(session, OPTION.startTls, OPTION_REPLY.errInvalid, "TLS has been initiated already.")
    : refuse(session, OPTION.startTls, OPTION_REPLY.errPolicy, "This server is not configured for TLS.");
}

/** NBD_OPT_INFO and NBD_OPT_GO. */
function describe(option: number, session: Session, data: Buffer, find: FindDevice): Step {
  const request = decodeInfoRequest(data);
  if (request === undefined) return malformed(session, option);
  const device = find(request.name);
  if (device === undefined) return unknownExport(session, option);
  const replies = [
    ...information(request, device, session).map((info) => encodeOptionReply(option, OPTION_REPLY.info, info)),
    acknowledge(option),
  ];
  if (option === OPTION.info) return haggleOn(session, ...replies);
  const blockSizeAgreed = request.informationTypes.includes(INFO.blockSize);
  return { replies, next: enter(session, request.name, device, blockSizeAgreed) };
}

function information({ name, informationTypes }: InfoRequest, device: BlockDevice, session: Session): Buffer[] {
  const infos = [encodeInfoExport(device.sizeBytes, transmissionFlags(device, session))];
  if (informationTypes.includes(INFO.name)) infos.push(encodeInfoName(name));
  if (informationTypes.includes(INFO.blockSize)) {
    infos.push(encodeInfoBlockSize(BLOCK_SIZE_MIN_BYTES, BLOCK_SIZE_PREFERRED_BYTES, LIMITS.requestBytesMax));
  }
  return infos;
}

function structureReplies(session: Session): Step {
  return haggleOn({ ...session, structuredReplies: true }, acknowledge(OPTION.structuredReply));
}

function listMetaContext(session: Session, data: Buffer, find: FindDevice): Step {
  const request = metaContextRequest(session, data);
  if (request === undefined) return malformed(session, OPTION.listMetaContext);
  if (find(request.name) === undefined) return unknownExport(session, OPTION.listMetaContext);
  // Asked for nothing, the server lists all; "base:" is the wildcard of its namespace.
  const wanted = (query: string) => query === "base:" || query === BASE_ALLOCATION;
  const listed = request.queries.length === 0 || request.queries.some(wanted);
  // "The metadata context ID in these replies is reserved and SHOULD be set to zero."
  return haggleOn(session, ...metaContextReplies(OPTION.listMetaContext, listed ? [0] : []));
}

/** "Issuing this command replaces all previously-set metadata contexts (including when this command fails)." */
function setMetaContext(session: Session, data: Buffer, find: FindDevice): Step {
  const cleared = { ...session, allocationOf: undefined };
  const request = metaContextRequest(session, data);
  if (request === undefined) return malformed(cleared, OPTION.setMetaContext);
  if (find(request.name) === undefined) return unknownExport(cleared, OPTION.setMetaContext);
  if (!request.queries.includes(BASE_ALLOCATION)) {
    return haggleOn(cleared, ...metaContextReplies(OPTION.setMetaContext, []));
  }
  const selected = { ...session, allocationOf: request.name };
  return haggleOn(selected, ...metaContextReplies(OPTION.setMetaContext, [ALLOCATION_CONTEXT_ID]));
}

/** Undefined when it is malformed, or when structured replies have not been negotiated first. */
function metaContextRequest(session: Session, data: Buffer): MetaContextRequest | undefined {
  return session.structuredReplies ? decodeMetaContextRequest(data) : undefined;
}

function metaContextReplies(option: number, contextIds: readonly number[]): Buffer[] {
  const contexts = contextIds.map((id) => {
    return encodeOptionReply(option, OPTION_REPLY.metaContext, encodeMetaContext(id, BASE_ALLOCATION));
  });
  return [...contexts, acknowledge(option)];
}

function malformed(session: Session, option: number): Step {
  return refuse(session, option, OPTION_REPLY.errInvalid, "The option is malformed, or needs one that was not set.");
}

function unknownExport(session: Session, option: number): Step {
  return refuse(session, option, OPTION_REPLY.errUnknown, "There is no such export.");
}

function enter(session: Session, name: string, device: BlockDevice, blockSizeAgreed: boolean): Next {
  const { structuredReplies } = session;
  const allocation = session.allocationOf === name;
  return { phase: "transmission", agreement: { device, structuredReplies, allocation, blockSizeAgreed } };
}

/** Many connections are fine: they share one engine, and a flush on any covers what was acknowledged on all. */
function transmissionFlags(device: BlockDevice, session: Session): number {
  const flag = TRANSMISSION_FLAG;
  const always = flag.hasFlags | flag.sendFlush | flag.sendFua | flag.sendCache | flag.canMultiConn;
  const writing = flag.sendTrim | flag.sendWriteZeroes | flag.sendFastZero;
  return always | (device.readOnly ? flag.readOnly : writing) | (session.structuredReplies ? flag.sendDf : 0);
}
