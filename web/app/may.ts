import type { Session } from "#access/access.contract.ts";

/** Which doors the navigation offers. Only convenience: the server decides. */
export function mayWorkOnCases(session: Session): boolean {
  return session.person.roles.some((role) => role !== "auditor" && role !== "administrator");
}

export function mayReadAudit(session: Session): boolean {
  return session.person.roles.includes("auditor");
}

export function mayOpenCases(session: Session): boolean {
  return session.person.roles.some((role) => ["case-manager", "criminal-prosecutor", "pil-prosecutor", "leader"].includes(role));
}
