/** Results as a picture: bars by task, drawn as SVG by hand, legible on light and dark grounds. */

import { formatRate, formatRatio, type SuiteResult } from "./report.ts";
import type { Row } from "./suite.ts";

const WIDTH = 860;
const MARGIN = 16;
const LABEL_WIDTH = 230;
const VALUE_WIDTH = 170;
const BAR_WIDTH = WIDTH - 2 * MARGIN - LABEL_WIDTH - VALUE_WIDTH;
const BAR_HEIGHT = 14;
const LINE_HEIGHT = 18;
const TITLE_HEIGHT = 58;
const TASK_HEIGHT = 24;
const TASK_GAP = 8;

/** Colours by the ground that the page has. The bars' own have enough contrast on both. */
const STYLE = `
  text { font: 12px system-ui, sans-serif; fill: #24292f }
  .title { font-size: 14px; font-weight: 600 }
  .task { font-weight: 600 }
  .small { font-size: 11px; fill: #57606a }
  .reference { fill: #8c959f }
  .contender { fill: #2f81f7 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .small { fill: #9198a1 }
  }
`;

/** An SVG document. In each task, the fastest contender's bar is full; the reference is grey. */
export function picture({ suite, question, rows }: SuiteResult, machine: string): string {
  const tasks = new Map<string, Row[]>();
  for (const row of rows) tasks.set(row.task, [...(tasks.get(row.task) ?? []), row]);
  const parts: string[] = [
    text(MARGIN, MARGIN + 14, `${suite}: ${question}`, "title"),
    text(MARGIN, MARGIN + 32, machine, "small"),
  ];
  let y = TITLE_HEIGHT;
  for (const [task, contenders] of tasks) {
    parts.push(text(MARGIN, y + 14, task, "task"));
    y += TASK_HEIGHT;
    const fastest = Math.max(...contenders.map(({ rate }) => rate));
    for (const [index, row] of contenders.entries()) {
      parts.push(bar(y, row, row.rate / fastest, index === 0));
      y += LINE_HEIGHT;
    }
    y += TASK_GAP;
  }
  const size = `width="${WIDTH}" height="${y + MARGIN}" viewBox="0 0 ${WIDTH} ${y + MARGIN}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">\n<style>${STYLE}</style>\n${parts.join("\n")}\n</svg>\n`;
}

function bar(y: number, row: Row, share: number, reference: boolean): string {
  const left = MARGIN + LABEL_WIDTH;
  const width = Math.max(1, BAR_WIDTH * share);
  const figures = `${formatRate(row)}${reference ? "" : `  (${formatRatio(row.ratio)} x)`}`;
  const shape = `<rect x="${left}" y="${y}" width="${width.toFixed(1)}" height="${BAR_HEIGHT}" rx="2" class="${
    reference ? "reference" : "contender"
  }"/>`;
  return [
    text(left - 8, y + 11, row.contender, "", "end"),
    shape,
    text(left + width + 6, y + 11, figures, "small"),
  ].join("\n");
}

function text(x: number, y: number, content: string, style: string, anchor = "start"): string {
  const escaped = content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<text x="${x.toFixed(1)}" y="${y}" class="${style}" text-anchor="${anchor}">${escaped}</text>`;
}
