import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { buildLexicon, type Lexicon, LexiconFile } from "#reading/terms/lexicon.ts";

const FOLDER = join(import.meta.dirname, "../lexicons");
let loaded: Lexicon | null = null;

/** The lexicon as it ships, read once. @throws when a file is not of the shape, naming it: that is a bug of the release */
export function loadLexicon(): Lexicon {
  loaded ??= buildLexicon(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith(".yaml"))
      .sort()
      .map((name) => {
        const parsed = LexiconFile.safeParse(parse(readFileSync(join(FOLDER, name), "utf8")));
        if (!parsed.success) throw new Error(`${name}: ${parsed.error.issues[0]?.path.join(".")} ${parsed.error.issues[0]?.message}`);
        return parsed.data;
      }),
  );
  return loaded;
}
