/**
 * Checks a request before it is encoded. Protocol buffers would silently cut a fraction off, wrap a number that is too
 * large around, and drop an enum value that they do not know; the daemon could then not tell.
 */

import type { EnumTypeDefinition, ProtobufTypeDefinition } from "@grpc/proto-loader";
import { EnvolError } from "../errors.ts";
import { PACKAGE_DEFINITION } from "../serve/grpc/load-protos.ts";

const PACKAGE = "envol.v1";

/** The largest value of each type of number that requests have. 64-bit ones are JavaScript numbers here. */
const NUMBER_MAX: Readonly<Record<string, number>> = {
  TYPE_UINT32: 2 ** 32 - 1,
  TYPE_UINT64: Number.MAX_SAFE_INTEGER,
};

/** The part of google.protobuf.FieldDescriptorProto that matters here. */
interface FieldDescriptor {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly typeName: string;
}

/**
 * Checks a request, and the messages within it that are not lists.
 * @param path what comes before the names of its fields
 * @throws INVALID_ARGUMENT
 */
export function checkRequest(type: ProtobufTypeDefinition, request: object, path = ""): void {
  const { field: fields } = type.type as { field: readonly FieldDescriptor[] };
  for (const field of fields) {
    const value = (request as Readonly<Record<string, unknown>>)[field.name];
    if (value === undefined || value === null) continue;
    const name = `${path}${field.name}`;
    const max = NUMBER_MAX[field.type];
    if (max !== undefined) checkWholeNumber(name, value, max);
    else if (field.type === "TYPE_ENUM") checkEnumValue(name, field, value);
    else if (field.type === "TYPE_MESSAGE" && field.label !== "LABEL_REPEATED") {
      checkRequest(PACKAGE_DEFINITION[`${PACKAGE}.${field.typeName}`] as ProtobufTypeDefinition, value, `${name}.`);
    }
  }
}

/** @throws INVALID_ARGUMENT */
export function checkWholeNumber(field: string, value: unknown, max: number = Number.MAX_SAFE_INTEGER): void {
  if (Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= max) return;
  throw invalid(field, `expected a whole number from 0 to ${max}, got ${String(value)}.`);
}

/** @throws INVALID_ARGUMENT */
export function checkBytes(field: string, value: unknown): void {
  if (value instanceof Uint8Array) return;
  throw invalid(field, `expected a Buffer or Uint8Array, got ${value === null ? "null" : typeof value}.`);
}

function checkEnumValue(name: string, { typeName }: FieldDescriptor, value: unknown): void {
  const definition = PACKAGE_DEFINITION[`${PACKAGE}.${typeName}`] as EnumTypeDefinition;
  const { value: values } = definition.type as { value: readonly { name: string; number: number }[] };
  if (values.some((known) => known.name === value || known.number === value)) return;
  const names = values.map((known) => known.name).join(", ");
  throw invalid(name, `expected one of ${names}, got ${String(value).slice(0, 100)}.`);
}

function invalid(field: string, text: string): EnvolError {
  return new EnvolError("INVALID_ARGUMENT", `${field}: ${text}`, { field });
}
