import {
  type BodyParagraph,
  type DocumentField,
  type DocumentKind,
  FIELD,
  fieldsOfKind,
  textOfParagraph,
  type Words,
} from "#legal-documents/document-kind.contract.ts";

/** A piece of a paragraph; `missing`: a field nobody filled, shown as 【待填：…】. */
export type ComposedRun = { readonly text: string; readonly missing: boolean };
export type ParagraphStyle = "office" | "title" | "number" | "flush" | "heading" | "text" | "closing";
export type ComposedParagraph = { readonly style: ParagraphStyle; readonly runs: readonly ComposedRun[] };
export type MissingField = { readonly id: string; readonly name: Words; readonly mandatory: boolean };
export type ComposedDocument = { readonly paragraphs: readonly ComposedParagraph[]; readonly missing: readonly MissingField[] };

/** What stands around the text. `number` and `issuedOn` are known only once it is issued. */
export type DocumentFrame = {
  readonly officeName: string;
  readonly number: string | null;
  /** what the number will look like: `云岭检刑诉〔2026〕　号` */
  readonly numberToCome: string | null;
  readonly issuedOn: string | null;
};

type Values = Readonly<Record<string, string>>;

/**
 * 拟制 the text of a document from the kind's template and the values of its fields. Nothing is invented: a field without a value stands as
 * 【待填：名称】 and is listed. A paragraph whose fields are all optional and all empty is left out; a paragraph that is one field only becomes
 * as many paragraphs as the value has lines. Pure.
 */
export function composeDocument(
  kind: DocumentKind,
  fields: ReadonlyMap<string, DocumentField>,
  values: Values,
  frame: DocumentFrame,
): ComposedDocument {
  const optional = new Set(kind.optional);
  const fill = (paragraph: BodyParagraph): ComposedParagraph[] => {
    const text = textOfParagraph(paragraph);
    const style: ParagraphStyle = typeof paragraph === "string" ? "text" : "heading" in paragraph ? "heading" : "flush";
    const used = [...text.matchAll(FIELD)].map(([, name]) => name ?? "");
    if (used.length > 0 && used.every((name) => optional.has(name) && filled(values, name) === "")) return [];
    const alone = /^\{\{([a-z][A-Za-z0-9]*)\}\}$/.exec(text)?.[1];
    const lines = alone === undefined ? [] : linesOf(filled(values, alone));
    if (lines.length > 1) return lines.map((line) => ({ style, runs: [{ text: line, missing: false }] }));
    return [{ style, runs: fillRuns(text, fields, values, optional) }];
  };
  const { officeName, number, numberToCome, issuedOn } = frame;
  const plain = (style: ParagraphStyle, text: string): ComposedParagraph => ({ style, runs: [{ text, missing: false }] });
  const paragraphs = [
    plain("office", officeName),
    plain("title", kind.name.zh),
    ...(kind.word === null ? [] : [plain("number", number ?? numberToCome ?? "")]),
    ...(kind.addressee ? fill({ flush: "{{addressee}}：" }) : []),
    ...kind.body.flatMap(fill),
    ...(kind.closing
      ? [plain("closing", officeName), plain("closing", issuedOn === null ? "　　　　年　　月　　日" : chineseDay(issuedOn))]
      : []),
  ];
  return { paragraphs, missing: findMissing(kind, fields, values) };
}

/** The fields of a kind that have no value yet, mandatory ones first, each in the order of the text. */
export function findMissing(kind: DocumentKind, fields: ReadonlyMap<string, DocumentField>, values: Values): MissingField[] {
  const optional = new Set(kind.optional);
  const empty = fieldsOfKind(kind)
    .filter((id) => filled(values, id) === "")
    .map((id) => ({ id, name: fields.get(id)?.name ?? { zh: id, en: id }, mandatory: !optional.has(id) }));
  return [...empty.filter(({ mandatory }) => mandatory), ...empty.filter(({ mandatory }) => !mandatory)];
}

/** A day as documents write it: `2026年11月24日`. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/** The whole text, a paragraph a line. */
export function textOfDocument({ paragraphs }: Pick<ComposedDocument, "paragraphs">): string {
  return paragraphs.map(({ runs }) => runs.map(({ text }) => text).join("")).join("\n");
}

/** What stands where a field is empty. */
export function missingMark(name: string): string {
  return `【待填：${name}】`;
}

function fillRuns(
  text: string,
  fields: ReadonlyMap<string, DocumentField>,
  values: Values,
  optional: ReadonlySet<string>,
): readonly ComposedRun[] {
  const runs: ComposedRun[] = [];
  let from = 0;
  for (const match of text.matchAll(FIELD)) {
    const name = match[1] ?? "";
    if (match.index > from) runs.push({ text: text.slice(from, match.index), missing: false });
    const value = linesOf(filled(values, name)).join("；");
    if (value !== "") runs.push({ text: value, missing: false });
    else if (!optional.has(name)) runs.push({ text: missingMark(fields.get(name)?.name.zh ?? name), missing: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), missing: false });
  return runs;
}

function filled(values: Values, name: string): string {
  return (Object.hasOwn(values, name) ? values[name] : undefined)?.trim() ?? "";
}

/** The lines of a value that hold something. */
export function linesOf(value: string): string[] {
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
