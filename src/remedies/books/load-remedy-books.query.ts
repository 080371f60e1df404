import { join } from "node:path";
import { RemedyBooks } from "#remedies/books/books.contract.ts";
import { readRuleFile } from "#rule-files/read-rule-file.query.ts";

/**
 * Reads the rules of remedies; loaded once and passed on.
 * @throws an Error naming file, place and what is wrong: no answer is given by half a table
 */
export function loadRemedyBooks(folder: string = import.meta.dirname): RemedyBooks {
  const parts = Object.entries(RemedyBooks.shape).map(
    ([name, shape]) => [name, readRuleFile(join(folder, `${name}.yaml`), shape)] as const,
  );
  const books = RemedyBooks.parse(Object.fromEntries(parts));
  for (const [name, rules] of Object.entries(books)) {
    const ids = rules.map(({ id }) => id);
    if (new Set(ids).size !== ids.length) throw new Error(`${join(folder, `${name}.yaml`)}: two entries have the same id`);
  }
  return books;
}
