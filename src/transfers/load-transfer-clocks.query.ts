import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { TransferClocks } from "#transfers/transfer-clocks.contract.ts";

/**
 * Reads the table of clocks that ships, or the office's own file in its place.
 * @throws an Error naming the file, the place and what was expected
 */
export function loadTransferClocks(ownFile: string | null = null): TransferClocks {
  const file = ownFile ?? join(import.meta.dirname, "clocks.yaml");
  try {
    return TransferClocks.parse(parse(readFileSync(file, "utf8")));
  } catch (cause) {
    const what = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new Error(`移送期限表有误 / wrong table of transfer clocks: ${file}: ${what}`, { cause });
  }
}
