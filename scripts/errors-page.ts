/** Renders docs/errors.md from the table in src/errors.ts. */

import { ERRORS, EXIT } from "../src/errors.ts";

type ExitName = keyof typeof EXIT;

const EXIT_MEANINGS: Readonly<Record<ExitName, string>> = {
  ok: "The command did what it was asked.",
  failure: "Something failed that is not the caller's to mend.",
  usage: "The command or a value in it is wrong.",
  notFound: "What the command names does not exist.",
  refusedByState: "The state of a volume, a key or the data directory does not allow the command.",
  keyUnusable: "The KMS key cannot be used, or not by this caller.",
  dataDamaged: "Stored bytes are not what was written.",
  unreachable: "No daemon answers.",
  limit: "A quota or the disk is used up.",
};

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
}

/** The groups of the table, as the comments inside it name them: `// Volumes and attachments.` begins one. */
export function errorGroups(source: string): { title: string; codes: string[] }[] {
  const body = source.split("export const ERRORS = {")[1]?.split("\n} as const")[0] ?? "";
  const groups: { title: string; codes: string[] }[] = [];
  for (const line of body.split("\n")) {
    const title = /^ {2}\/\/ (.+)\.$/.exec(line)?.[1];
    if (title !== undefined) groups.push({ title, codes: [] });
    const code = /^ {2}([A-Z_]+): /.exec(line)?.[1];
    if (code !== undefined) groups.at(-1)?.codes.push(code);
  }
  return groups;
}

function groupSection({ title, codes }: { title: string; codes: readonly string[] }): string {
  const rows = Object.entries(ERRORS)
    .filter(([code]) => codes.includes(code))
    .map(([code, { grpc, http, aws, errno, exit, meaning, action }]) => [
      `\`${code}\``,
      grpc,
      http,
      aws,
      errno,
      exit,
      meaning,
      action,
    ]);
  const head = ["Reason", "gRPC", "HTTP", "AWS code", "NBD", "Exit", "Meaning", "What to do"];
  return `## ${title}\n\n${table(head, rows)}`;
}

function exitSection(): string {
  const rows = Object.entries(EXIT).map(([name, exit]) => [exit, EXIT_MEANINGS[name as ExitName]]);
  return `## Exit codes of the command line\n\n${table(["Exit", "Meaning"], rows)}`;
}

/** The whole page. `source` is the text of src/errors.ts, for its groups. */
export function errorsPage(source: string): string {
  const groups = errorGroups(source);
  const grouped = groups.flatMap(({ codes }) => codes);
  const lost = Object.keys(ERRORS).filter((code) => !grouped.includes(code));
  if (lost.length > 0) throw new Error(`In src/errors.ts no group comment stands above: ${lost.join(", ")}`);
  return [
    "<!-- Made from src/errors.ts by `npm run generate`: change the table there. -->",
    "# Errors",
    "Every error that Envol gives, with its name at each front door. *Reason* is what the gRPC API sends in the status" +
      " details and what the command line prints; it does not change between versions. *HTTP* and *AWS code* are those of" +
      " the AWS-shaped doors, *NBD* the error number in an NBD reply, *Exit* the exit code of the command line.",
    ...groups.map(groupSection),
    exitSection(),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}
