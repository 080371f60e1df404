import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type ChargeBooks, ConcurrenceRule, Phenomenon, Sharing } from "#charges/charge-books.contract.ts";
import { readRuleFile } from "#rule-files/read-rule-file.query.ts";

/**
 * Reads `phenomena/*.yaml`, `concurrence/*.yaml` and `sharing.yaml`; loaded once and passed on.
 * @throws an Error naming file, place and what is wrong: no answer is given by half a table
 */
export function loadChargeBooks(folder: string = import.meta.dirname): ChargeBooks {
  const phenomena = new Map<string, Phenomenon>();
  for (const file of list(join(folder, "phenomena"))) {
    const phenomenon = readRuleFile(file, Phenomenon);
    if (!file.endsWith(`/${phenomenon.id}.yaml`)) throw new Error(`${file}: expected the id of the file name, found ${phenomenon.id}`);
    phenomena.set(phenomenon.id, phenomenon);
  }
  const concurrence = list(join(folder, "concurrence")).flatMap((file) => readRuleFile(file, z.array(ConcurrenceRule).min(1)));
  const ids = new Set(concurrence.map(({ id }) => id));
  if (ids.size !== concurrence.length) throw new Error(`${folder}/concurrence: two rules have the same id`);
  for (const { id, yieldsTo } of concurrence)
    for (const other of yieldsTo)
      if (!ids.has(other)) throw new Error(`${folder}/concurrence: ${id} yields to ${other}, which is not there`);
  const { notCarried } = readRuleFile(join(folder, "sharing.yaml"), Sharing);
  return { phenomena, concurrence, notCarried: new Set(notCarried.map(({ fact }) => fact)) };
}

function list(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml") && !file.endsWith(".cases.yaml"))
    .sort()
    .map((file) => join(folder, file));
}
