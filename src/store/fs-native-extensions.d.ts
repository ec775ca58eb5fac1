/** The part of fs-native-extensions in use; the package ships no types. */
declare module "fs-native-extensions" {
  /**
   * Takes a lock on an open file, exclusive unless it is to be shared; false when another descriptor holds one that
   * stands against it. The kernel frees it with its holder.
   */
  export function tryLock(fd: number, options?: { readonly shared?: boolean }): boolean;
}
