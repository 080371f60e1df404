import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { PATTERNS } from "../patterns.ts";
import { askProgram, type Peer, ROOT } from "./peer.ts";

const SOURCE = join(ROOT, "bench", "peers", "hyperscan-count.c");
const PROGRAM = join(ROOT, "var", "bench", "hyperscan-count");
/** The sizes of block that are tried; the fastest stands for Hyperscan. */
export const BLOCKS = [64 * 1024, 256 * 1024, 1024 * 1024] as const;

/** Builds the small program over libhyperscan where the library and a C compiler are. */
export function findHyperscan(): Peer {
  const name = "Hyperscan";
  if (!existsSync("/usr/include/hs/hs.h") && askProgram("pkg-config", ["--exists", "libhs"]) === null)
    return { name, absent: "not installed (apt-get install libhyperscan-dev)" };
  if (askProgram("cc", ["--version"]) === null) return { name, absent: "no C compiler (cc) to build its program" };
  mkdirSync(join(ROOT, "var", "bench"), { recursive: true });
  if (!existsSync(PROGRAM) || statSync(PROGRAM).mtimeMs < statSync(SOURCE).mtimeMs)
    execFileSync("cc", ["-O2", "-o", PROGRAM, SOURCE, "-lhs", "-lpthread"], { stdio: ["ignore", "ignore", "inherit"] });
  return { name, version: askProgram("pkg-config", ["--modversion", "libhs"])?.trim() || "of unknown version" };
}

/** The command that counts the matches of the three patterns in block mode. */
export function hyperscanCommand(file: string, block: number, threads: number): [string, string[]] {
  return [PROGRAM, [file, String(block), String(threads), ...PATTERNS]];
}
