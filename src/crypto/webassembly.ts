/** What the ciphers need of WebAssembly, which Node's types leave to those of browsers. */

declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** The memory of an instance, and an exported place in it, by its offset. */
export interface Memory {
  readonly buffer: ArrayBuffer;
}
export interface Place {
  readonly value: number;
}

/**
 * The exports of a new instance; undefined where there can be none: a runtime without WebAssembly (node --jitless), a
 * processor without the vector instructions, or too little address space.
 */
export function instantiate<Exports>(moduleBase64: string): Exports | undefined {
  try {
    const module = new WebAssembly.Module(Buffer.from(moduleBase64, "base64"));
    return new WebAssembly.Instance(module).exports as Exports;
  } catch {
    return undefined;
  }
}

/** The bytes from one place up to another. */
export function bytesBetween(memory: Memory, from: Place, to: Place): Uint8Array {
  return new Uint8Array(memory.buffer, from.value, to.value - from.value);
}
