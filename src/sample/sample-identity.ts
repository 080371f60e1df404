import { createHash } from "node:crypto";
import type { Person } from "#offices/offices.contract.ts";
import type { Outcome } from "#refusals/refusal.ts";
import { samplePeople } from "#sample/people.data.ts";

export type SampleAccountName = (typeof samplePeople)[number]["account"];

/** A stable id for everything of the sample, the same at every start, so that each step is done once. */
export function sampleId(name: string): string {
  const hex = createHash("sha256").update(`tandem sample ${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The person of an account of the sample. */
export function samplePerson(account: SampleAccountName): Person {
  const person = samplePeople.find((one) => one.account === account);
  if (!person) throw new Error(`the sample has no account ${account}`);
  return { ...person, roles: [...person.roles], id: sampleId(`person ${account}`) };
}

/** The value of a step of the sample. @throws when it was refused, which is a fault of the sample */
export function taken<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`the sample was refused: ${outcome.kind} ${JSON.stringify(outcome.detail)}`);
  return outcome.value;
}
