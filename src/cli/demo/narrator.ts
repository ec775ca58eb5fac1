/** Tells the demo: numbered steps for people, or one JSON object a step. */

import { createInterface } from "node:readline/promises";
import type { Event__Output } from "../../gen/envol/v1/Event.ts";
import { json, printable, wrap } from "../output.ts";
import { type Paint, painter, print } from "../terminal.ts";

const LABEL_WIDTH = 14;
const TEXT_WIDTH = 76;
const INDENT = "    ";

/** What a step may tell. `name` is the fact's name in JSON; `shown` is how people see it. */
export interface Step {
  say(sentence: string): void;
  call(method: string, request: object): void;
  fact(name: string, label: string, value: unknown, shown?: string): void;
  event(event: Event__Output): void;
  /** Lines for people alone. */
  show(block: string): void;
}

export interface NarratorOptions {
  readonly json: boolean;
  /** Waits for Enter after each step. */
  readonly pause: boolean;
}

export interface Narrator {
  step(title: string, tell: (step: Step) => Promise<void>): Promise<void>;
}

/** A request as its call shows it: bytes by their number, and spaces between fields alone, so that lines break there. */
function requestText(request: object): string {
  const fields = Object.entries(request).map(([name, value]) => {
    const shown = value instanceof Uint8Array ? `<${value.length} bytes>` : json(value);
    return `${json(name)}:${shown.replaceAll(" ", "\u00a0")}`;
  });
  return `{${fields.join(", ")}}`;
}

function eventText(event: Event__Output): string {
  const state = event.state === "" ? [] : [event.state];
  const details = Object.entries(event.detail).map(([name, value]) => `${name}=${value}`);
  return [event.type, ...state, ...details].join("  ");
}

function humanStep(paint: Paint): Step {
  /** A label and its text, in as many lines as it takes. */
  const line = (label: string, text: string, paintText: (text: string) => string = (plain) => plain) => {
    const lines = text.split("\n").flatMap((part) => wrap(part, TEXT_WIDTH - LABEL_WIDTH));
    for (const [at, part] of lines.entries()) {
      const head = (at === 0 ? label : "").padEnd(LABEL_WIDTH);
      print(`${INDENT}${paint("dim", head)}${paintText(part)}`);
    }
  };
  return {
    say: (sentence) =>
      print(
        wrap(sentence, TEXT_WIDTH)
          .map((text) => `${INDENT}${text}`)
          .join("\n"),
      ),
    call: (method, request) => line("call", `${method} ${requestText(request)}`, (text) => paint("cyan", text)),
    fact: (_name, label, value, shown = String(value)) => line(label, shown),
    event: (event) => line("event", printable(eventText(event)), (text) => paint("magenta", text)),
    show: (block) => print(`\n${block.replace(/^(?=.)/gm, INDENT)}\n`),
  };
}

interface Told {
  calls: object[];
  events: Event__Output[];
  facts: Record<string, unknown>;
}

function recordingStep(record: Told): Step {
  return {
    say() {},
    show() {},
    call(method, request) {
      record.calls.push({ method, request });
    },
    fact(name, _label, value) {
      record.facts[name] = value;
    },
    event(event) {
      record.events.push(event);
    },
  };
}

async function waitForEnter(paint: Paint): Promise<void> {
  const prompt = createInterface({ input: process.stdin, output: process.stdout, terminal: false });
  await prompt.question(`\n${INDENT}${paint("dim", "Enter goes on, ctrl-C ends and cleans up.")} `);
  prompt.close();
}

export function createNarrator(options: NarratorOptions): Narrator {
  const paint = painter(process.stdout);
  let number = 0;
  return {
    async step(title, tell) {
      number += 1;
      if (options.json) {
        const record: Told = { calls: [], events: [], facts: {} };
        await tell(recordingStep(record));
        print(json({ step: number, title, ...record }));
        return;
      }
      if (options.pause && number > 1) await waitForEnter(paint);
      print(`\n${paint(["bold", "cyan"], String(number).padStart(2))}  ${paint("bold", title)}`);
      await tell(humanStep(paint));
    },
  };
}
