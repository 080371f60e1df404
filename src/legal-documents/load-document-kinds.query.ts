import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { DocumentField, DocumentKind, type DocumentKinds, fieldsOfKind } from "#legal-documents/document-kind.contract.ts";
import { RuleFileError, readRuleFile } from "#rule-files/read-rule-file.query.ts";

/**
 * Reads `fields.yaml` and `kinds/*.yaml`; they are edited without touching code. Load once and pass on.
 * @throws RuleFileError naming file, line, what was expected and what was found: a text with an unknown field must not be used
 */
export function loadDocumentKinds(folder: string = import.meta.dirname): DocumentKinds {
  const fields = new Map<string, DocumentField>();
  const fieldsFile = join(folder, "fields.yaml");
  for (const field of readRuleFile(fieldsFile, z.array(DocumentField))) {
    if (fields.has(field.id)) throw new RuleFileError(fieldsFile, lineOfId(fieldsFile, field.id), `a second field ${field.id}`);
    fields.set(field.id, field);
  }
  const kinds = new Map<string, DocumentKind>();
  for (const name of readdirSync(join(folder, "kinds")).sort()) {
    const file = join(folder, "kinds", name);
    for (const kind of readRuleFile(file, z.array(DocumentKind))) {
      const problem = checkKind(kind, fields, kinds);
      if (problem !== null) throw new RuleFileError(file, lineOfId(file, kind.id), problem);
      kinds.set(kind.id, kind);
    }
  }
  return { kinds, fields };
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

function lineOfId(file: string, id: string): number {
  const found = readFileSync(file, "utf8")
    .split("\n")
    .findIndex((line) => line.includes(`id: ${id}`));
  return Math.max(1, found + 1);
}
