import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Calendar } from "#calendar/compute-period.ts";
import { loadCalendar } from "#calendar/load-calendar.query.ts";
import type { JurisdictionRules } from "#jurisdiction/jurisdiction-rules.contract.ts";
import { loadJurisdictionRules } from "#jurisdiction/load-jurisdiction-rules.query.ts";
import type { LibraryLaw } from "#law/law.contract.ts";
import { readLibrary } from "#law/read-library.ts";
import { loadPublicInterestRules } from "#public-interest/load-rules.query.ts";
import type { PublicInterestRules } from "#public-interest/public-interest-rules.contract.ts";
import { PROVISIONS_FOLDER } from "#statutes/load-provisions.query.ts";

/** What the law pages read beside the provisions of the engine; loaded once, when the server starts. */
export type LawBooks = {
  readonly calendar: Calendar;
  readonly laws: readonly LibraryLaw[];
  readonly publicInterest: PublicInterestRules;
  readonly jurisdiction: JurisdictionRules;
};

/**
 * @param ownHolidays a folder of the installation's own holiday years; null: only those that ship
 * @throws RuleFileError where a table of periods or rest days must not be used, an Error where one of public-interest litigation must not
 */
export function loadLawBooks(ownHolidays: string | null = null): LawBooks {
  const files = readdirSync(PROVISIONS_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((law) =>
      readdirSync(join(PROVISIONS_FOLDER, law))
        .filter((file) => file.endsWith(".yaml") && !file.endsWith(".cases.yaml"))
        .sort(byNumber)
        .map((file) => ({
          law,
          article: file.replace(/\.yaml$/, ""),
          value: parse(readFileSync(join(PROVISIONS_FOLDER, law, file), "utf8")) as unknown,
        })),
    );
  return {
    calendar: loadCalendar(undefined, ownHolidays),
    laws: readLibrary(files),
    publicInterest: loadPublicInterestRules(),
    jurisdiction: loadJurisdictionRules(),
  };
}

/** article-5 stands before article-10. */
function byNumber(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}
