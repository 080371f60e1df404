import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { RemedyBooks } from "#remedies/books/books.contract.ts";

/**
 * Reads the rules of remedies; loaded once and passed on.
 * @throws an Error naming file, place and what is wrong: no answer is given by half a table
 */
export function loadRemedyBooks(folder: string = import.meta.dirname): RemedyBooks {
  const parts = Object.keys(RemedyBooks.shape).map((name) => {
    const file = join(folder, `${name}.yaml`);
    try {
      return [name, parse(readFileSync(file, "utf8"))] as const;
    } catch (problem) {
      throw new Error(`${file}: not readable as YAML`, { cause: problem });
    }
  });
  const parsed = RemedyBooks.safeParse(Object.fromEntries(parts));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`${folder}: ${issue?.path.map(String).join(".") ?? ""}: ${issue?.message ?? "wrong shape"}`);
  }
  for (const [name, rules] of Object.entries(parsed.data)) {
    const ids = rules.map(({ id }) => id);
    if (new Set(ids).size !== ids.length) throw new Error(`${join(folder, `${name}.yaml`)}: two entries have the same id`);
  }
  return parsed.data;
}
