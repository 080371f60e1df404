import { join } from "node:path";
import { findPackage, type Peer, ROOT } from "./peer.ts";

export function findDuckdb(): Peer {
  const found = findPackage("@duckdb/node-api");
  return { ...found, name: "DuckDB" };
}

/** The command that counts rows and distinct identifiers of a table or a chat; it prints `{"rows","ids","mobiles","cards"}`. */
export function duckdbCommand(shape: "table" | "chat", file: string, memoryLimit = "1GB"): [string, string[]] {
  return [process.execPath, [join(ROOT, "bench", "peers", "count-by-duckdb.ts"), shape, file, memoryLimit]];
}
