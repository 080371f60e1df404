import { join } from "node:path";
import { findPackage, type Peer, ROOT } from "./peer.ts";

/** The npm packages for personal information, with the bytes of the chat that each is given: they are slow. */
export const NPM_PACKAGES = [
  { name: "@redactpii/node", bytes: 20_000_000 },
  { name: "@openredaction/openredaction", bytes: 300_000 },
] as const;

export type NpmPackage = (typeof NPM_PACKAGES)[number]["name"];

export function findNpmPackages(): Peer[] {
  return NPM_PACKAGES.map(({ name }) => findPackage(name));
}

/** The command that gives a package the first `bytes` of a chat; it prints `{"bytes","seconds","messages","marked"}`, the seconds of its work alone. */
export function packageCommand(name: NpmPackage, file: string, bytes: number): [string, string[]] {
  return [process.execPath, [join(ROOT, "bench", "peers", "redact-by-package.ts"), name, file, String(bytes)]];
}
