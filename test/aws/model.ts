/** The API model of AWS KMS as two of its clients know it, in one form: what each member of each operation is. */

import { execFileSync } from "node:child_process";
import * as kms from "@aws-sdk/client-kms";

export type Shape =
  | { readonly type: "string" | "number" | "boolean" | "timestamp" | "blob" }
  | { readonly type: "list" | "map"; readonly value: Shape }
  | Structure;
export interface Structure {
  readonly type: "structure";
  readonly members: Readonly<Record<string, Shape>>;
}
/** Operations by name. One without input or output has a structure without members. */
export type Model = Readonly<Record<string, { readonly input: Structure; readonly output: Structure }>>;

const EMPTY: Structure = { type: "structure", members: {} };

/** How the SDK for JavaScript writes its schemas down (@smithy/types, schema/sentinels): simple types and modifiers as numbers. */
const SIMPLE = { 0: "string", 1: "number", 2: "boolean", 4: "timestamp", 21: "blob" } as const;
const LIST_OF = 64;
const MAP_OF = 128;
const [KIND_SIMPLE, KIND_LIST, KIND_MAP, KIND_STRUCTURE, KIND_OPERATION] = [0, 1, 2, 3, 9];

function shapeOfSchema(schema: unknown): Shape {
  if (typeof schema === "function") return shapeOfSchema(schema());
  if (schema === "unit") return EMPTY;
  if (typeof schema === "number") {
    if (schema >= MAP_OF) return { type: "map", value: shapeOfSchema(schema - MAP_OF) };
    if (schema >= LIST_OF) return { type: "list", value: shapeOfSchema(schema - LIST_OF) };
    return { type: SIMPLE[schema as keyof typeof SIMPLE] };
  }
  const [kind, , , , ...rest] = schema as [unknown, ...unknown[]];
  // A member with traits of its own.
  if (typeof kind !== "number") return shapeOfSchema(kind);
  if (kind === KIND_SIMPLE) return shapeOfSchema(rest[0]);
  if (kind === KIND_LIST) return { type: "list", value: shapeOfSchema(rest[0]) };
  if (kind === KIND_MAP) return { type: "map", value: shapeOfSchema(rest[1]) };
  if (kind !== KIND_STRUCTURE) throw new Error(`The SDK has a schema of an unknown kind: ${kind}`);
  const [names, shapes] = rest as [string[], unknown[]];
  return { type: "structure", members: Object.fromEntries(names.map((name, at) => [name, shapeOfSchema(shapes[at])])) };
}

function sdkModel(): Model {
  const schemas = Object.values(kms).filter((value) => Array.isArray(value) && value[0] === KIND_OPERATION);
  return Object.fromEntries(
    (schemas as unknown as [number, string, string, number, unknown, unknown][]).map(([, , name, , input, output]) => [
      name,
      { input: shapeOfSchema(input) as Structure, output: shapeOfSchema(output) as Structure },
    ]),
  );
}

/** Of @aws-sdk/client-kms. */
export const SDK_MODEL = sdkModel();

const PRINT_MODEL = `
import json, botocore.session
print(json.dumps(botocore.session.get_session().get_service_model("kms")._service_description))`;

interface BotocoreShape {
  readonly type: string;
  readonly members?: Record<string, { shape: string }>;
  readonly member?: { shape: string };
  readonly value?: { shape: string };
}
interface BotocoreModel {
  readonly operations: Record<string, { input?: { shape: string }; output?: { shape: string } }>;
  readonly shapes: Record<string, BotocoreShape>;
}

/** Of the botocore that a Python has. */
export function botocoreModel(python: string): Model {
  const text = execFileSync(python, ["-c", PRINT_MODEL], { maxBuffer: 2 ** 26, encoding: "utf8" });
  const { operations, shapes } = JSON.parse(text) as BotocoreModel;
  const shapeOf = (name: string | undefined): Shape => {
    const shape = name === undefined ? undefined : shapes[name];
    if (shape === undefined) return EMPTY;
    const { type, members = {}, member, value } = shape;
    if (type === "structure") {
      const entries = Object.entries(members).map(([key, { shape: of }]) => [key, shapeOf(of)] as const);
      return { type, members: Object.fromEntries(entries) };
    }
    if (type === "list" || type === "map") return { type, value: shapeOf((member ?? value)?.shape) };
    return { type: type === "integer" ? "number" : (type as "string") };
  };
  return Object.fromEntries(
    Object.entries(operations).map(([name, { input, output }]) => [
      name,
      { input: shapeOf(input?.shape) as Structure, output: shapeOf(output?.shape) as Structure },
    ]),
  );
}

/** Whether a value, as JSON has it, is what a shape says; and every member that it has, by its path. */
export function faultsOf(shape: Shape, value: unknown, path: string, seen: Set<string>): string[] {
  seen.add(path);
  switch (shape.type) {
    case "structure":
      return Object.entries(value as object).flatMap(([name, member]) => {
        const known = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
        return known === undefined
          ? [`${path}.${name} is not in the model`]
          : faultsOf(known, member, `${path}.${name}`, seen);
      });
    case "list":
      if (!Array.isArray(value)) return [`${path} is not a list`];
      return value.flatMap((item) => faultsOf(shape.value, item, `${path}[]`, seen));
    case "map":
      return Object.values(value as object).flatMap((item) => faultsOf(shape.value, item, `${path}{}`, seen));
    case "blob":
      return typeof value === "string" && Buffer.from(value, "base64").toString("base64") === value
        ? []
        : [`${path} is not base64`];
    case "timestamp": {
      // Seconds, not milliseconds: between 2001 and 2128.
      const isSeconds = typeof value === "number" && value > 1e9 && value < 5e9;
      return isSeconds ? [] : [`${path} is not a time in seconds`];
    }
    default:
      return typeof value === shape.type ? [] : [`${path} is not a ${shape.type}`];
  }
}

/** Every path that a shape has, as faultsOf collects them. */
export function pathsOf(shape: Shape, path: string): string[] {
  if (shape.type === "list") return [path, ...pathsOf(shape.value, `${path}[]`)];
  if (shape.type === "map") return [path, ...pathsOf(shape.value, `${path}{}`)];
  if (shape.type !== "structure") return [path];
  return [path, ...Object.entries(shape.members).flatMap(([name, member]) => pathsOf(member, `${path}.${name}`))];
}

/** From what JSON has to what the SDK for JavaScript takes, and back: bytes and dates are objects there. */
export function toSdk(shape: Shape, value: unknown): unknown {
  return converted(shape, value, {
    blob: (text) => Buffer.from(text as string, "base64"),
    timestamp: (seconds) => new Date((seconds as number) * 1000),
  });
}

export function fromSdk(shape: Shape, value: unknown): unknown {
  return converted(shape, value, {
    blob: (bytes) => Buffer.from(bytes as Uint8Array).toString("base64"),
    timestamp: (date) => (date as Date).getTime() / 1000,
  });
}

type Leaves = Record<"blob" | "timestamp", (value: unknown) => unknown>;

function converted(shape: Shape, value: unknown, leaves: Leaves): unknown {
  if (value === undefined) return undefined;
  switch (shape.type) {
    case "blob":
    case "timestamp":
      return leaves[shape.type](value);
    case "list":
      return (value as unknown[]).map((item) => converted(shape.value, item, leaves));
    case "structure":
      return Object.fromEntries(
        Object.entries(value as object)
          .filter(([name, member]) => member !== undefined && Object.hasOwn(shape.members, name))
          .map(([name, member]) => [name, converted(shape.members[name] as Shape, member, leaves)]),
      );
    default:
      return value;
  }
}
