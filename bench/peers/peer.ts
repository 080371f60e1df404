import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A tool the bench runs beside us: its version, or why it is not here. An absent peer is skipped and named. */
export type Peer = { readonly name: string } & ({ readonly version: string } | { readonly absent: string });

/** The words a program prints, or null when it is not there or fails. */
export function askProgram(program: string, args: readonly string[]): string | null {
  try {
    return execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return null;
  }
}

/** A package of `node_modules` by its own package.json. */
export function findPackage(name: string): Peer {
  try {
    const { version } = JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8"));
    return { name, version };
  } catch {
    return { name, absent: "not in node_modules (npm ci installs it)" };
  }
}
