import { readFileSync } from "node:fs";
import { isNode, LineCounter, parseDocument } from "yaml";
import { z } from "zod";

type Path = readonly (string | number)[];

/** A rule file that must not be used: nothing is answered with half a law. Its message names file, line, what was expected and what was found. */
export class RuleFileError extends Error {
  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = "RuleFileError";
  }
}

/** A rule file that was read: its value, and the way to refuse what has the right shape but says something wrong, at its line. */
export type RuleFile<T> = { readonly file: string; readonly value: T; readonly refuse: (path: Path, problem: string) => never };

/**
 * Reads a YAML file of rules (provisions, periods, tables, kinds) and checks its shape.
 * @throws RuleFileError with the line of the first wrong value, or of what should hold a missing one; also when there is no such file
 */
export function openRuleFile<T extends z.ZodType>(file: string, shape: T): RuleFile<z.infer<T>> {
  const lines = new LineCounter();
  const document = parseDocument(readText(file), { lineCounter: lines, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken) throw new RuleFileError(file, lines.linePos(broken.pos[0]).line, broken.message.split("\n")[0] ?? "");
  const lineOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const parsed = shape.safeParse(document.toJS());
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = (issue?.path ?? []).map((step) => (typeof step === "symbol" ? String(step) : step));
    const found = JSON.stringify(document.getIn(path));
    throw new RuleFileError(file, lineOf(path), `${path.join(".") || "(file)"}: ${issue?.message}, found ${found}`);
  }
  const refuse = (path: Path, problem: string): never => {
    throw new RuleFileError(file, lineOf(path), problem);
  };
  return { file, value: parsed.data, refuse };
}

/** The value of a rule file that needs no second look. @throws RuleFileError as `openRuleFile` does */
export function readRuleFile<T extends z.ZodType>(file: string, shape: T): z.infer<T> {
  return openRuleFile(file, shape).value;
}

/** A value of the right shape that says something wrong, refused at its line. The file was read before. */
export function refuseRuleFile(file: string, path: Path, expected: string, found: string): never {
  return openRuleFile(file, z.unknown()).refuse(path, `${path.join(".")}: expected ${expected}, found ${found}`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (problem) {
    throw new RuleFileError(file, 1, `expected a readable file, found ${problem instanceof Error ? problem.message : String(problem)}`);
  }
}
