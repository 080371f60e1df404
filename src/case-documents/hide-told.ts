import type { MaskedText } from "#case-documents/mask-text.ts";
import { LibraryFacts } from "#library/library.contract.ts";
import type { LibraryEntry } from "#library/read-library-text.ts";

/** How something that was kept before is hidden: by its places where it is of this very text, and by the names of the text wherever they stand. */
export type Hiding = {
  readonly text: string;
  readonly masked: Pick<MaskedText, "text" | "names">;
  /** whether places (`from`, `to`) beside words are those of `text` */
  readonly isOfText: (value: object) => boolean;
};

/**
 * 补遮 what was kept of a document before its names were masked, with its words hidden as a new reading hides them: a quotation of the text becomes what stands at its place
 * in the masked text, and each name of the text becomes its masked form. Same shape, same lengths: keys, numbers, places and codes stay. Pure.
 */
export function hideTold(value: unknown, hiding: Hiding): unknown {
  const names = [...new Map(hiding.masked.names.map(({ from, to, masked }) => [hiding.text.slice(from, to), masked]))]
    .filter(([plain, masked]) => plain.length === masked.length && /\p{Script=Han}{2}/u.test(plain))
    .sort(([one], [other]) => other.length - one.length);
  return hide(value, hiding, names);
}

/** What the library keeps of a document of a case, its values without the names of the text: a charge may be written with the name of the accused. Pure. */
export function hideEntry(entry: LibraryEntry, text: string, masked: MaskedText): LibraryEntry {
  return { ...entry, facts: LibraryFacts.parse(hideTold(entry.facts, { text, masked, isOfText: () => false })) };
}

function hide(value: unknown, hiding: Hiding, names: readonly (readonly [string, string])[]): unknown {
  if (typeof value === "string") return names.reduce((words, [plain, masked]) => words.replaceAll(plain, masked), value);
  if (Array.isArray(value)) return value.map((one: unknown) => hide(one, hiding, names));
  if (typeof value !== "object" || value === null) return value;
  const place = placeOf(value, hiding);
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const isQuoted = place !== null && part === place.plain;
      return [key, hide(isQuoted ? place.masked : part, hiding, names)];
    }),
  );
}

function placeOf(value: object, { text, masked, isOfText }: Hiding): { readonly plain: string; readonly masked: string } | null {
  if (!("from" in value && "to" in value) || typeof value.from !== "number" || typeof value.to !== "number" || !isOfText(value))
    return null;
  return { plain: text.slice(value.from, value.to), masked: masked.text.slice(value.from, value.to) };
}
