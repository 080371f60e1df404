import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { z } from "zod";
import { type CommandIo, WrongRequest } from "#cli/command.ts";
import { refuseShape } from "#cli/refuse-shape.ts";
import { Corrections } from "#scan/corrections/corrections.contract.ts";
import { findCorrectionFault } from "#scan/corrections/find-correction-fault.ts";
import { Decisions } from "#scan/decisions/decisions.contract.ts";
import type { CountOptions, CountResult } from "#scan/scan.contract.ts";

/** The options of `tandem count` by which persons have their say. */
export type PersonValues = { definitions?: boolean; corrections?: string; decisions?: string };

/** Reads what persons decided. @throws WrongRequest that names the place in the document, what was expected there and what stood there */
export async function readPersons(
  { definitions, corrections, decisions }: PersonValues,
  io: CommandIo,
): Promise<Pick<CountOptions, "definitions" | "corrections" | "decisions">> {
  return {
    ...(definitions ? { definitions: true } : {}),
    ...(corrections === undefined ? {} : { corrections: (await readDocument("--corrections", corrections, Corrections, io)).corrections }),
    ...(decisions === undefined ? {} : { decisions: await readDocument("--decisions", decisions, Decisions, io) }),
  };
}

/** A correction of a shape, source or column that the evidence does not hold was meant for something else: no figure is given. */
export function refuseUnmatched(result: CountResult, io: CommandIo): void {
  for (const [at, correction] of (result.options.corrections ?? []).entries()) {
    const fault = findCorrectionFault(correction, result);
    if (fault !== null) throw new WrongRequest(`--corrections corrections[${at}].${fault.place}`, fault.expected, fault.found, io.language);
  }
}

async function readDocument<T>(argument: string, file: string, shape: z.ZodType<T>, io: CommandIo): Promise<T> {
  const expected = { zh: "可读的 JSON 文件", en: "a readable JSON file" };
  let content: unknown;
  try {
    content = JSON.parse(await readFile(resolve(io.workingFolder, file), "utf8"));
  } catch (problem) {
    if (problem instanceof SyntaxError) throw new WrongRequest(argument, expected, `${file} (JSON)`, io.language);
    if (!(problem instanceof Error && "code" in problem)) throw problem;
    throw new WrongRequest(argument, expected, `${file} (${String(problem.code)})`, io.language);
  }
  const parsed = shape.safeParse(content);
  if (parsed.success) return parsed.data;
  const refused = refuseShape(content, parsed.error);
  throw new WrongRequest(`${argument} ${refused.argument}`, refused.expected, refused.found, io.language);
}
