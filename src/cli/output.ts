/** How things look in text: tables, hexadecimal, sizes, rates and times. Functions from values to text, nothing else. */

/** Text from elsewhere with its control characters made visible, so that a description cannot steer a terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

export interface Column {
  readonly header: string;
  readonly align?: "left" | "right";
  /** Colours a cell; it is given the cell's text and padding. */
  readonly paint?: (text: string) => string;
}

/** Rows under headers, in columns as wide as their widest cell. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(printable));
  const widths = columns.map(({ header }, at) =>
    cells.reduce((width, row) => Math.max(width, row[at]?.length ?? 0), header.length),
  );
  const line = (texts: readonly string[], painted: boolean) =>
    columns
      .map((column, at) => {
        const text = texts[at] ?? "";
        const width = widths[at] ?? 0;
        const last = at === columns.length - 1 && column.align !== "right";
        const padded = column.align === "right" ? text.padStart(width) : last ? text : text.padEnd(width);
        return painted && column.paint ? column.paint(padded) : padded;
      })
      .join("  ")
      .trimEnd();
  const headers = columns.map(({ header }) => header);
  return [line(headers, false), ...cells.map((row) => line(row, true))].join("\n");
}

/** Labels and values, one pair a line, the values aligned. Pairs without a value are left out. */
export function details(pairs: readonly (readonly [label: string, value: string | undefined])[]): string {
  const shown = pairs.filter((pair): pair is readonly [string, string] => pair[1] !== undefined && pair[1] !== "");
  const width = shown.reduce((widest, [label]) => Math.max(widest, label.length), 0);
  return shown.map(([label, value]) => `${label.padEnd(width)}  ${printable(value)}`).join("\n");
}

const UNITS = ["B", "KiB", "MiB", "GiB", "TiB"] as const;

/** Three digits and a binary unit: 512 B, 1.50 KiB, 93.4 MiB. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  // 999.5 would show as 1000: the next unit comes before that.
  while (value >= (unit === 0 ? 1024 : 999.5) && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit === 0 ? 0 : value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}

/** Bytes in each second; a time too short to measure has no rate. */
export function formatRate(bytes: number, elapsedMs: number): string {
  return elapsedMs > 0 ? `${formatBytes((bytes * 1000) / elapsedMs)}/s` : "-";
}

/** 12.3 ms, 4.56 s, 3 min 20 s, 2 h 05 min. */
export function formatDuration(durationMs: number): string {
  if (durationMs < 999.5) return `${durationMs.toFixed(durationMs < 9.95 ? 2 : durationMs < 99.5 ? 1 : 0)} ms`;
  const seconds = durationMs / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(seconds < 9.95 ? 2 : 1)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${String(Math.floor((whole % 3600) / 60)).padStart(2, "0")} min`;
}

/** Milliseconds since 1970 as UTC; nothing for 0, which the messages use for "none". */
export function formatTime(timeMs: number): string {
  return timeMs === 0 ? "" : new Date(timeMs).toISOString();
}

export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** Pairs of digits with spaces between them. */
function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}

/**
 * Printable ASCII as it is, all else as dots.
 * @internal Exported for its own tests.
 */
export function ascii(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : ".")).join("");
}

const DUMP_ROW_BYTES = 16;

/** Lines of offset, 16 bytes and their ASCII, as `hexdump -C` prints them. `offsetBytes` is that of the first byte. */
export function hexDump(bytes: Uint8Array, offsetBytes: number): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += DUMP_ROW_BYTES) {
    const row = bytes.subarray(at, at + DUMP_ROW_BYTES);
    const halves = `${hex(row.subarray(0, 8)).padEnd(23)}  ${hex(row.subarray(8)).padEnd(23)}`;
    lines.push(`${(offsetBytes + at).toString(16).padStart(8, "0")}  ${halves}  |${ascii(row)}|`);
  }
  return lines.join("\n");
}

const PAIR_ROW_BYTES = 8;

export interface HexColumn {
  readonly title: string;
  /** The bytes, or why there are none. */
  readonly content: Uint8Array | string;
}

/** Two byte strings side by side, eight bytes a row with the ASCII of both: it fits 80 columns. */
export function hexPair(left: HexColumn, right: HexColumn, bytes: number): string {
  const hexWidth = PAIR_ROW_BYTES * 3 - 1;
  const cell = (content: Uint8Array, at: number) => {
    const row = content.subarray(at, Math.min(at + PAIR_ROW_BYTES, bytes));
    return `${hex(row).padEnd(hexWidth)} ${ascii(row).padEnd(PAIR_ROW_BYTES)}`;
  };
  const width = hexWidth + 1 + PAIR_ROW_BYTES;
  const reasons = [left, right].map(({ content }) => (typeof content === "string" ? wrap(content, width) : undefined));
  const lines = [`      ${left.title.padEnd(width)}  ${right.title}`];
  const rows = Math.max(Math.ceil(bytes / PAIR_ROW_BYTES), ...reasons.map((reason) => reason?.length ?? 0));
  for (let row = 0; row < rows; row += 1) {
    const at = row * PAIR_ROW_BYTES;
    const [leftText, rightText] = [left, right].map(({ content }, side) =>
      typeof content === "string" ? (reasons[side]?.[row] ?? "").padEnd(width) : cell(content, at),
    );
    const label = at < bytes ? at.toString(16).padStart(4, "0") : "    ";
    lines.push(`${label}  ${leftText}  ${rightText}`.trimEnd());
  }
  return lines.join("\n");
}

/** Text in lines of at most `width` characters, broken at spaces; no-break spaces hold. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n]+/)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** One JSON document: bytes as base64, everything else as it is. */
export function json(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key: string, shown: unknown) {
    // Buffer has a toJSON of its own, which has run by now: the original is in the object that holds it.
    const original = this[key];
    return original instanceof Uint8Array ? Buffer.from(original).toString("base64") : shown;
  });
}
