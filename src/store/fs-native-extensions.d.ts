/** The part of fs-native-extensions in use; the package ships no types. */
declare module "fs-native-extensions" {
  /** Takes an exclusive lock on an open file; false when another descriptor holds it. The kernel frees it with its holder. */
  export function tryLock(fd: number): boolean;
}
