import { hashPassword } from "#access/password.ts";
import type { Tx } from "#database/database.ts";
import { Person } from "#offices/offices.contract.ts";
import { insertPerson } from "#offices/offices.store.ts";
import { done, type Outcome, refuse } from "#refusals/refusal.ts";

/** 录入人员 adds a person who can sign in; accounts are kept in lower case. For set-up and the sample; no route leads here. */
export async function addPerson(tx: Tx, person: Person & { readonly password: string }): Promise<Outcome<Person>> {
  const parsed = Person.parse({ ...person, account: person.account.trim().toLowerCase() });
  const added = await insertPerson(tx, parsed, await hashPassword(person.password));
  return added ? done(parsed) : refuse("already-exists", { what: `账号${parsed.account}` });
}
