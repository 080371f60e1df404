import { readFileSync } from "node:fs";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

type Path = readonly (string | number)[];

/** A provision file that must not be used: nothing is assessed with half a law. */
export class ProvisionError extends Error {
  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = "ProvisionError";
  }
}

/** @throws ProvisionError with the line of the first wrong value */
export function readProvision<T extends z.ZodType>(file: string, shape: T): z.infer<T> {
  const { document, lines } = openYaml(file);
  const broken = document.errors[0];
  if (broken) throw new ProvisionError(file, lines.linePos(broken.pos[0]).line, broken.message);
  const value: unknown = document.toJS();
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.map((step) => (typeof step === "symbol" ? String(step) : step)) ?? [];
  throw new ProvisionError(
    file,
    lineOf(document, lines, path),
    `${path.join(".") || "(file)"}: ${issue?.message}, found ${JSON.stringify(document.getIn(path))}`,
  );
}

/** A value of the right shape that says something wrong, refused at its line. */
export function refuseProvision(file: string, path: Path, expected: string, found: string): never {
  const { document, lines } = openYaml(file);
  throw new ProvisionError(file, lineOf(document, lines, path), `${path.join(".")}: expected ${expected}, found ${found}`);
}

function openYaml(file: string) {
  const lines = new LineCounter();
  return { document: parseDocument(readFileSync(file, "utf8"), { lineCounter: lines, uniqueKeys: true }), lines };
}

/** Line of the value at the path, or of the nearest thing around it where the value is missing. */
function lineOf(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) && typeof node.range[0] === "number") {
      return lines.linePos(node.range[0]).line;
    }
  }
  return 1;
}
