import type { Actor } from "#access/access.contract.ts";
import type { Person } from "#offices/offices.contract.ts";

/** The acting person as policies see them. */
export function actorOf(person: Person): Actor {
  return { personId: person.id, name: person.name, officeCode: person.officeCode, department: person.department, roles: person.roles };
}

/** Stands for nobody in routes that need no session: no person has this id, and it holds no role. */
export const NOBODY: Actor = {
  personId: "00000000-0000-0000-0000-000000000000",
  name: "",
  officeCode: "",
  department: "criminal",
  roles: [],
};
