/** `envol fault`: faults on demand, in a daemon that was started for tests. */

import type { Command } from "commander";
import { EnvolError } from "../../errors.ts";
import type { Fault__Output as Fault } from "../../gen/envol/v1/Fault.ts";
import type { FaultSpec, FaultSpec__Output } from "../../gen/envol/v1/FaultSpec.ts";
import { type ClientOptions, clientCommand, commandGroup, withClient } from "../client-command.ts";
import { table } from "../output.ts";
import { argument, byteCount, oneOf, type Rule, wholeNumber } from "../rules.ts";
import { printResult } from "../terminal.ts";

const VOLUME_EXAMPLE = "vol-0123456789abcdef0";
const UINT32_MAX = 2 ** 32 - 1;
const ANY_NUMBER = wholeNumber(0, Number.MAX_SAFE_INTEGER);

const probabilityRule: Rule<number> = {
  expected: "a number above 0 and at most 1, such as 0.25",
  parse(text) {
    const value = /^\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN;
    return value > 0 && value <= 1 ? value : undefined;
  },
};

interface AddOptions extends ClientOptions {
  readonly operation: string[];
  readonly volume: string;
  readonly key: string;
  readonly offset: number;
  readonly length: number;
  readonly after: number;
  readonly times: number;
  readonly probability?: number;
  readonly seed: number;
  readonly delay?: number;
  readonly stall?: boolean;
  readonly fail?: string;
  readonly disableKey?: boolean;
  readonly kill?: "before" | "after";
  readonly corrupt?: number;
}

/** The one effect that the options ask for. @throws MISSING_ARGUMENT, ARGUMENT_COMBINATION */
function effectOf({ delay, stall, fail, disableKey, kill, corrupt }: AddOptions): FaultSpec {
  const effects: readonly (FaultSpec | undefined)[] = [
    delay === undefined ? undefined : { delay: { delayMs: delay } },
    stall ? { stall: {} } : undefined,
    fail === undefined ? undefined : { fail: { code: fail } },
    disableKey ? { disableKey: {} } : undefined,
    kill === undefined ? undefined : { kill: { afterOperation: kill === "after" } },
    corrupt === undefined ? undefined : { corrupt: { bit: corrupt } },
  ];
  const [effect, another] = effects.filter((each) => each !== undefined);
  const choice = "give one of --delay, --stall, --fail, --disable-key, --kill and --corrupt";
  if (effect === undefined) throw new EnvolError("MISSING_ARGUMENT", `${choice}.`);
  if (another !== undefined) throw new EnvolError("ARGUMENT_COMBINATION", `${choice}, and no other.`);
  return effect;
}

/** The site that the options describe. @throws ARGUMENT_COMBINATION on an option that the site does not have */
function siteOf(kind: "device" | "kms" | "store", options: AddOptions): FaultSpec {
  const { operation: operations, volume: volumeId, key: keyId, offset: offsetBytes, length: lengthBytes } = options;
  const foreign =
    kind === "kms"
      ? [volumeId && "--volume", offsetBytes && "--offset", lengthBytes && "--length"].find(Boolean)
      : keyId && "--key";
  if (foreign) {
    throw new EnvolError("ARGUMENT_COMBINATION", `${foreign}: ${kind} has none.`, { field: String(foreign) });
  }
  if (kind === "kms") return { kms: { operations, keyId } };
  return { [kind]: { operations, volumeId, offsetBytes, lengthBytes } };
}

const SITE = oneOf(["device", "kms", "store"]);

function addAdd(group: Command): void {
  clientCommand(group, "add", "break something, from now on", [
    `envol fault add device --volume ${VOLUME_EXAMPLE} --operation READ --fail INTEGRITY_ERROR --times 1`,
    "envol fault add device --operation WRITE --after 100 --disable-key --times 1",
    "envol fault add kms --operation Decrypt --probability 0.5 --seed 7 --delay 2000",
    `envol fault add store --volume ${VOLUME_EXAMPLE} --offset 1MiB --length 4096 --corrupt 0`,
    "envol fault add store --fail STORE_FULL",
  ])
    .argument("<site>", "where: device, kms or store", argument("SITE", SITE))
    .option(
      "--operation <name>",
      "at this operation; may be repeated",
      (text, before: string[]) => [...before, text],
      [],
    )
    .option("--volume <id>", "of this volume (device, store)", "")
    .option("--key <key>", "with this key (kms)", "")
    .option("--offset <bytes>", "from here on (device, store)", argument("--offset", byteCount(0)), 0)
    .option("--length <bytes>", "so far; 0 is to the end", argument("--length", byteCount(0)), 0)
    .option("--after <count>", "let so many operations pass first", argument("--after", ANY_NUMBER), 0)
    .option("--times <count>", "fire so often; 0 is without limit", argument("--times", ANY_NUMBER), 0)
    .option("--probability <number>", "fire by chance", argument("--probability", probabilityRule))
    .option("--seed <number>", "begin the chances here; 0 chooses", argument("--seed", wholeNumber(0, UINT32_MAX)), 0)
    .option("--delay <ms>", "hold the operation up", argument("--delay", wholeNumber(1, UINT32_MAX)))
    .option("--stall", "hold it up until the fault is removed")
    .option("--fail <code>", "fail it, with a reason of docs/errors.md")
    .option("--disable-key", "disable the volume's key first")
    .option("--kill <when>", "kill the daemon, before or after it", argument("--kill", oneOf(["before", "after"])))
    .option("--corrupt <bit>", "flip a bit of each sector read", argument("--corrupt", wholeNumber(0, UINT32_MAX)))
    .action((kind: "device" | "kms" | "store", options: AddOptions) => {
      const { after: afterOperations, times, seed, probability } = options;
      const chance = probability === undefined ? {} : { probability };
      const spec = { ...siteOf(kind, options), ...effectOf(options), afterOperations, times, seed, ...chance };
      return withClient(options, async (client) => {
        const answer = await client.harness.addFault({ spec });
        const fault = answer.fault as Fault;
        printResult(options, answer, () => `${fault.faultId} is in force: ${faultText(fault)}.`);
      });
    });
}

function effectText({ delay, fail, kill, corrupt, effect = "stall" }: FaultSpec__Output): string {
  if (delay) return `delay ${delay.delayMs} ms`;
  if (fail) return `fail ${fail.code}`;
  if (kill) return kill.afterOperation ? "kill after" : "kill before";
  if (corrupt) return `corrupt bit ${corrupt.bit}`;
  return effect;
}

function whereText({ device, kms, store }: FaultSpec__Output): string {
  const operations = (device ?? kms ?? store)?.operations.join(" ") ?? "";
  const block = device ?? store;
  const range = block && (block.offsetBytes > 0 || block.lengthBytes > 0);
  const end = block && block.lengthBytes > 0 ? String(block.offsetBytes + block.lengthBytes) : "";
  return [operations, block?.volumeId, kms?.keyId, range ? `${block.offsetBytes}..${end}` : ""]
    .filter(Boolean)
    .join(" ");
}

function whenText({ afterOperations, times, probability, seed }: FaultSpec__Output): string {
  const after = afterOperations > 0 ? `after ${afterOperations}` : "";
  const often = times > 0 ? `${times} ${times === 1 ? "time" : "times"}` : "";
  const chance = probability !== undefined && probability < 1 ? `p=${probability} seed=${seed}` : "";
  return [after, often, chance].filter(Boolean).join(", ") || "always";
}

function faultText({ spec }: Fault): string {
  if (spec === null) return "";
  return `${effectText(spec)} at ${spec.site} ${whereText(spec)}, ${whenText(spec)}`;
}

function addListAndRemove(group: Command): void {
  clientCommand(group, "list", "list what is broken", ["envol fault list"]).action((options: ClientOptions) =>
    withClient(options, async (client) => {
      const answer = await client.harness.listFaults({});
      printResult(options, answer, () => {
        const columns = [
          { header: "FAULT" },
          { header: "MATCHED", align: "right" },
          { header: "FIRED", align: "right" },
          { header: "WHAT" },
        ] as const;
        const rows = answer.faults.map((fault) => {
          return [fault.faultId, String(fault.matched), String(fault.fired), faultText(fault)];
        });
        return table(columns, rows);
      });
    }),
  );

  clientCommand(group, "remove <fault>", "mend what a fault breaks", ["envol fault remove fault-1"]).action(
    (faultId: string, options: ClientOptions) =>
      withClient(options, async (client) => {
        const answer = await client.harness.removeFault({ faultId });
        const { fired = 0, matched = 0 } = answer.fault ?? {};
        printResult(
          options,
          answer,
          () => `${faultId} is removed. It met ${matched} operations and fired ${fired} times.`,
        );
      }),
  );
}

export function addFaultCommands(program: Command): void {
  const group = commandGroup(program, "fault", "faults on demand (envol serve --harness)", [
    `envol fault add device --volume ${VOLUME_EXAMPLE} --stall`,
    "envol fault list",
  ]);
  addAdd(group);
  addListAndRemove(group);
}
