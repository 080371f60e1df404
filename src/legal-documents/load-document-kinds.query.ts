import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { DocumentField, DocumentKind, type DocumentKinds, fieldsOfKind } from "#legal-documents/document-kind.contract.ts";

/**
 * Reads `fields.yaml` and `kinds/*.yaml`; they are edited without touching code. Load once and pass on.
 * @throws DocumentKindError naming file, line, what was expected and what was found: a text with an unknown field must not be used
 */
export function loadDocumentKinds(folder: string = import.meta.dirname): DocumentKinds {
  const fields = new Map<string, DocumentField>();
  const fieldsFile = join(folder, "fields.yaml");
  for (const field of parseFile(fieldsFile, z.array(DocumentField))) {
    if (fields.has(field.id)) throw new DocumentKindError(fieldsFile, lineOfId(fieldsFile, field.id), `a second field ${field.id}`);
    fields.set(field.id, field);
  }
  const kinds = new Map<string, DocumentKind>();
  for (const name of readdirSync(join(folder, "kinds")).sort()) {
    const file = join(folder, "kinds", name);
    for (const kind of parseFile(file, z.array(DocumentKind))) {
      const problem = checkKind(kind, fields, kinds);
      if (problem !== null) throw new DocumentKindError(file, lineOfId(file, kind.id), problem);
      kinds.set(kind.id, kind);
    }
  }
  return { kinds, fields };
}

/** A file of kinds that must not be used. */
export class DocumentKindError extends Error {
  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = "DocumentKindError";
  }
}

function checkKind(
  kind: DocumentKind,
  fields: ReadonlyMap<string, DocumentField>,
  kinds: ReadonlyMap<string, DocumentKind>,
): string | null {
  if (kinds.has(kind.id)) return `a second kind ${kind.id}`;
  const used = fieldsOfKind(kind);
  const unknown = used.find((field) => !fields.has(field));
  if (unknown !== undefined) return `{{${unknown}}} is no field of fields.yaml`;
  const idle = kind.optional.find((field) => !used.includes(field));
  return idle === undefined ? null : `the optional field ${idle} does not stand in the text`;
}

function parseFile<T extends z.ZodType>(file: string, shape: T): z.infer<T> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken) throw new DocumentKindError(file, lines.linePos(broken.pos[0]).line, broken.message);
  const parsed = shape.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = (issue?.path ?? []).map((step) => (typeof step === "symbol" ? String(step) : step));
  const node: unknown = document.getIn(path.slice(0, 1), true);
  const start = typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) ? node.range[0] : 0;
  const line = typeof start === "number" ? lines.linePos(start).line : 1;
  throw new DocumentKindError(
    file,
    line,
    `${path.join(".") || "(file)"}: ${issue?.message}, found ${JSON.stringify(document.getIn(path))}`,
  );
}

function lineOfId(file: string, id: string): number {
  const found = readFileSync(file, "utf8")
    .split("\n")
    .findIndex((line) => line.includes(`id: ${id}`));
  return Math.max(1, found + 1);
}
