import { cardOf, mobileOf, nameOf, residentIdOf } from "./invented-persons.ts";
import { type Until, writeLines } from "./write-lines.ts";

/** The columns of every table of the bench. */
export const HEADER = ["姓名", "身份证号", "手机号", "银行卡号", "城市"] as const;

/** Writes (once) a CSV table of five columns; every eighth row repeats a person. Answers its path. */
export function writeTable(path: string, until: Until): string {
  return writeLines(path, until, (random, row) => `${tableRow(random, row).join(",")}\n`, `${HEADER.join(",")}\n`);
}

/** The cells of a row of the table: rows are the same whatever file they are written to, when they are asked for in order. */
export function tableRow(random: (below: number) => number, row: number): string[] {
  const person = row % 8 === 7 ? random(row) : row;
  return [nameOf(person), residentIdOf(person), mobileOf(person), cardOf(person), "临江市"];
}
