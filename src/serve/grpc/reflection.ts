/**
 * The contract as server reflection shows it. The loader describes files in a way that suffices for clients of its own
 * kind; others (grpcurl, C++, Python) check what they are told, and refuse it. This puts right what the loader leaves out.
 */

import { loadSync, type MessageTypeDefinition, type PackageDefinition } from "@grpc/proto-loader";
import { LOADER_OPTIONS, PROTO_FILES } from "./load-protos.ts";

/** The parts of google.protobuf.FileDescriptorProto that matter here. */
interface FileDescriptor {
  readonly name: string;
  readonly package: string;
  readonly messageType?: MessageDescriptor[];
  dependency?: string[];
}

interface MessageDescriptor {
  name: string;
  readonly field?: FieldDescriptor[];
  readonly nestedType?: MessageDescriptor[];
  readonly options?: { readonly mapEntry?: boolean };
}

interface FieldDescriptor {
  readonly name: string;
  typeName?: string;
}

const FILE_DESCRIPTOR = loadSync("google/protobuf/descriptor.proto", { enums: String })[
  "google.protobuf.FileDescriptorProto"
] as unknown as MessageTypeDefinition<FileDescriptor, FileDescriptor>;

/** All that the daemon serves, with descriptors that any client takes. Fields have the names of the `.proto` files. */
export function reflectedDefinition(): PackageDefinition {
  const definition = loadSync([...PROTO_FILES], { ...LOADER_OPTIONS, keepCase: true });
  const encoded = new Set(Object.values(definition).flatMap((entry) => descriptorsOf(entry)));
  const files = [...encoded].map((bytes) => FILE_DESCRIPTOR.deserialize(bytes));
  for (const file of files) {
    for (const message of file.messageType ?? []) repairMessage(message);
    file.dependency = importsOf(file, files);
  }
  const fileDescriptorProtos = files.map((file) => FILE_DESCRIPTOR.serialize(file));
  const entries = Object.entries(definition).map(([name, entry]) => {
    return [name, descriptorsOf(entry).length > 0 ? { ...entry, fileDescriptorProtos } : entry];
  });
  return Object.fromEntries(entries) as PackageDefinition;
}

function descriptorsOf(entry: PackageDefinition[string]): Buffer[] {
  const { fileDescriptorProtos } = entry as { fileDescriptorProtos?: Buffer[] };
  return fileDescriptorProtos ?? [];
}

function repairMessage(message: MessageDescriptor): void {
  for (const nested of message.nestedType ?? []) {
    repairMessage(nested);
    if (nested.options?.mapEntry) renameMapEntry(message, nested);
  }
}

/** descriptor.proto, at `map_entry`: the entries of the field map_field are a message MapFieldEntry. */
function renameMapEntry(message: MessageDescriptor, entry: MessageDescriptor): void {
  const field = message.field?.find(({ typeName }) => typeName === entry.name);
  if (field === undefined) throw new Error(`No field of ${message.name} has the entries ${entry.name}.`);
  const camelCase = field.name.replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());
  entry.name = `${camelCase}Entry`;
  field.typeName = entry.name;
}

/** The names of the files whose packages the fields of a file name. The loader makes one file of each package. */
function importsOf(file: FileDescriptor, files: readonly FileDescriptor[]): string[] {
  const typeNames = (message: MessageDescriptor): string[] => [
    ...(message.field ?? []).map(({ typeName = "" }) => typeName),
    ...(message.nestedType ?? []).flatMap(typeNames),
  ];
  const used = (file.messageType ?? []).flatMap(typeNames);
  // A relative name is looked for in the package, then in what is around it: for a.b, as "a.b.", "a." and "".
  const scopes = file.package.split(".").map((_, depth, parts) => `${parts.slice(0, depth + 1).join(".")}.`);
  const full = used.flatMap((name) => ["", ...scopes].map((scope) => scope + name));
  return files
    .filter((other) => other !== file && full.some((name) => name.startsWith(`${other.package}.`)))
    .map(({ name }) => name);
}
