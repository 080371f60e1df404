import type { LibraryEntry, LibraryLaw } from "#law/law.contract.ts";
import { LAW_TITLES } from "#law/law-titles.data.ts";
import { Band } from "#statutes/statutes.contract.ts";

type InForce = { from: string; until: string | null };
/** A provision file as it was read: the folder of its law, the name of its article, what stands in it. */
export type ProvisionFile = { readonly law: string; readonly article: string; readonly value: unknown };

/**
 * 法规库 the rules of the provision files: whatever has a citation and says what it means, with the days of the version around it. The shapes
 * of the files are checked where the engine loads them; this reads any of them, so that a new kind of file is shown without code.
 */
export function readLibrary(files: readonly ProvisionFile[]): LibraryLaw[] {
  const laws = new Map<string, LibraryLaw>();
  for (const { law, article, value } of files) {
    const entries = collect(value, null, null);
    const known: LibraryLaw = laws.get(law) ?? { id: law, title: LAW_TITLES[law] ?? { zh: law, en: law }, articles: [] };
    if (entries.length > 0) known.articles.push({ id: article, title: wordsOf(fieldOf(value, "title")), entries });
    laws.set(law, known);
  }
  return [...laws.values()].filter(({ articles }) => articles.length > 0);
}

/** A rule inside a version is as old as the version only where it cites the same instrument; an element may stand in a later interpretation. */
function collect(value: unknown, around: InForce | null, instrument: string | null): LibraryEntry[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => collect(one, around, instrument));
  if (typeof value !== "object" || value === null) return [];
  const inForce = inForceOf(fieldOf(value, "inForce")) ?? around;
  const cite = fieldOf(value, "cite");
  const meaning = wordsOf(fieldOf(value, "meaning")) ?? wordsOf(value);
  const own = typeof cite === "string" ? instrumentOf(cite) : null;
  const inner = Object.values(value).flatMap((one: unknown) => collect(one, inForce, own ?? instrument));
  if (typeof cite !== "string" || meaning === null) return inner;
  const id = fieldOf(value, "id") ?? fieldOf(value, "article");
  const entry = {
    id: id === undefined ? cite : String(id),
    cite,
    meaning,
    band: Band.safeParse(fieldOf(value, "band")).data ?? null,
    inForce: instrument === null || instrument === own ? inForce : null,
    unconfirmed: fieldOf(value, "unconfirmed") === true,
    local: null,
  };
  return [entry, ...inner];
}

/** 刑法, 法释〔2017〕10号: what stands before the article. */
function instrumentOf(cite: string): string {
  return cite.split(/\s/)[0] ?? cite;
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, field) : undefined;
}

function wordsOf(value: unknown): { zh: string; en: string } | null {
  const [zh, en] = [fieldOf(value, "zh"), fieldOf(value, "en")];
  return typeof zh === "string" && typeof en === "string" ? { zh, en } : null;
}

function inForceOf(value: unknown): InForce | null {
  const [from, until] = [fieldOf(value, "from"), fieldOf(value, "until")];
  return typeof from === "string" ? { from, until: typeof until === "string" ? until : null } : null;
}
