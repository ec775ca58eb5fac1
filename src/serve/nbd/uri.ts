/** NBD URIs (https://github.com/NetworkBlockDevice/nbd/blob/master/doc/uri.md). */

/**
 * The URI of an export.
 * @param address `unix:PATH` or `HOST:PORT`
 */
export function nbdUri(address: string, exportName: string, tls: boolean): string {
  const scheme = tls ? "nbds" : "nbd";
  const name = encodeURIComponent(exportName);
  if (!address.startsWith("unix:")) return `${scheme}://${address}/${name}`;
  // A path's slashes may stand in a query as they are (RFC 3986, section 3.4), and are easier to read so.
  const path = encodeURIComponent(address.slice("unix:".length)).replaceAll("%2F", "/");
  return `${scheme}+unix:///${name}?socket=${path}`;
}
