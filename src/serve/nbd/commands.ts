/** What each request of the transmission phase does, as a table: its flags, its rules, and its work on the device. */

import { EnvolError, ERRORS, type NbdErrno } from "../../errors.ts";
import type { Extent } from "../../volume/block-device.ts";
import type { Agreement } from "./negotiation.ts";
import {
  ALLOCATION_STATE,
  BLOCK_SIZE_MIN_BYTES,
  COMMAND,
  COMMAND_FLAG,
  type RequestHeader,
  type StatusDescriptor,
} from "./wire.ts";

/** What a request is refused with. Its message may be shown to anyone. */
export interface Refusal {
  readonly errno: NbdErrno;
  readonly message: string;
}

/** A request that is not a read, carried out: with nothing to say but that it succeeded, or with the runs of a range. */
type Carry = (
  agreement: Agreement,
  request: RequestHeader,
  payload: Buffer,
) => Promise<readonly StatusDescriptor[] | undefined>;

interface CommandRow {
  /** Flags that the command knows beside NBD_CMD_FLAG_FUA, which "is valid for all commands". */
  readonly flags: number;
  /** Whether offset and length name a range of the export. They are zero otherwise. */
  readonly ranged: boolean;
  /** Absent for a read, whose data leave while it is under way. */
  readonly carry?: Carry;
}

const forceUnitAccess = (request: RequestHeader) => (request.flags & COMMAND_FLAG.fua) !== 0;

/** The table. NBD_CMD_DISC, which has no reply, is not in it. */
const COMMANDS: ReadonlyMap<number, CommandRow> = new Map<number, CommandRow>([
  [COMMAND.read, { flags: COMMAND_FLAG.df, ranged: true }],
  [COMMAND.write, { flags: 0, ranged: true, carry: write }],
  [COMMAND.flush, { flags: 0, ranged: false, carry: flush }],
  [COMMAND.trim, { flags: 0, ranged: true, carry: trim }],
  [COMMAND.cache, { flags: 0, ranged: true, carry: cache }],
  [COMMAND.writeZeroes, { flags: COMMAND_FLAG.noHole | COMMAND_FLAG.fastZero, ranged: true, carry: writeZeroes }],
  [COMMAND.blockStatus, { flags: COMMAND_FLAG.reqOne, ranged: true, carry: blockStatus }],
]);

/** Carries out a request that `refusalOfRequest` has let pass, and that is not a read. */
export function carryOut(agreement: Agreement, request: RequestHeader, payload: Buffer): ReturnType<Carry> {
  const { carry } = COMMANDS.get(request.type) as Required<CommandRow>;
  return carry(agreement, request, payload);
}

/** What is wrong with a request as the protocol sees it; the device checks the range itself. */
export function refusalOfRequest(agreement: Agreement, request: RequestHeader): Refusal | undefined {
  const { type, flags, offsetBytes, lengthBytes } = request;
  const row = COMMANDS.get(type);
  if (row === undefined) return invalid(`Request type ${type} is not supported.`);
  const known = row.flags | COMMAND_FLAG.fua;
  if ((flags & ~known) !== 0) return invalid(`Request type ${type} does not know all of the flags ${flags}.`);
  if (!row.ranged) {
    return offsetBytes === 0 && lengthBytes === 0 ? undefined : invalid("Offset and length must be zero here.");
  }
  if (agreement.blockSizeAgreed && (offsetBytes % BLOCK_SIZE_MIN_BYTES || lengthBytes % BLOCK_SIZE_MIN_BYTES)) {
    return invalid(`Offset and length must be multiples of ${BLOCK_SIZE_MIN_BYTES} bytes.`);
  }
  if ((flags & COMMAND_FLAG.df) !== 0 && !agreement.structuredReplies) {
    return invalid("NBD_CMD_FLAG_DF needs structured replies.");
  }
  if (type === COMMAND.blockStatus && !agreement.allocation) {
    return invalid("No metadata context was selected for this export.");
  }
  const fastZeroes = (flags & COMMAND_FLAG.fastZero) !== 0 && (flags & COMMAND_FLAG.noHole) !== 0;
  // Zeroes without a hole are sectors written and encrypted like any others.
  if (fastZeroes) return { errno: "ENOTSUP", message: "Zeroes that take space are no faster than a write." };
  return undefined;
}

/** How an error of the device is said in NBD: the table of errors says it, but for one case of two names. */
export function refusalOfError(error: EnvolError, request: RequestHeader): Refusal {
  const writes = request.type === COMMAND.write || request.type === COMMAND.writeZeroes;
  // "The server SHOULD return NBD_ENOSPC if it receives a write request including one or more sectors beyond the size of
  // the device", and NBD_EINVAL for a read or trim.
  const errno = error.code === "OUT_OF_RANGE" && writes ? "ENOSPC" : ERRORS[error.code].errno;
  return { errno, message: error.message };
}

function invalid(message: string): Refusal {
  return { errno: "EINVAL", message };
}

async function write({ device }: Agreement, request: RequestHeader, payload: Buffer) {
  await device.write(request.offsetBytes, payload, FUA_OPTIONS[request.flags & COMMAND_FLAG.fua]);
  return undefined;
}

const FUA_OPTIONS = [{ forceUnitAccess: false }, { forceUnitAccess: true }] as const;

async function flush({ device }: Agreement) {
  await device.flush();
  return undefined;
}

async function trim({ device }: Agreement, request: RequestHeader) {
  await device.discard(request.offsetBytes, request.lengthBytes);
  if (forceUnitAccess(request)) await device.flush();
  return undefined;
}

/** There is nothing to fetch: the store is mapped into memory. What is out of range is refused all the same. */
async function cache({ device }: Agreement, { offsetBytes, lengthBytes }: RequestHeader) {
  if (lengthBytes > 0 && offsetBytes + lengthBytes <= device.sizeBytes) return undefined;
  throw new EnvolError("OUT_OF_RANGE", "The range to cache ends past the end of the volume, or is empty.");
}

async function writeZeroes({ device }: Agreement, request: RequestHeader) {
  await device.writeZeroes(request.offsetBytes, request.lengthBytes, {
    allocate: (request.flags & COMMAND_FLAG.noHole) !== 0,
    forceUnitAccess: forceUnitAccess(request),
  });
  return undefined;
}

async function blockStatus({ device }: Agreement, { offsetBytes, lengthBytes, flags }: RequestHeader) {
  const one = (flags & COMMAND_FLAG.reqOne) !== 0;
  return (await device.allocation(offsetBytes, lengthBytes, one ? 1 : undefined)).map(toDescriptor);
}

function toDescriptor({ lengthBytes, allocated }: Extent): StatusDescriptor {
  return { lengthBytes, flags: allocated ? 0 : ALLOCATION_STATE.hole | ALLOCATION_STATE.zero };
}
