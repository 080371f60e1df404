import { z } from "zod";
import { Office, Person } from "#offices/offices.contract.ts";

export const SignInRequest = z.object({ account: z.string().min(1).max(64), password: z.string().min(1).max(256) });
export type SignInRequest = z.infer<typeof SignInRequest>;

/** Who is signed in. The session itself lives in an HttpOnly cookie; `csrfToken` goes into the header `x-csrf-token` of every change. */
export const Session = z.object({
  person: Person,
  office: Office,
  csrfToken: z.string(),
  expiresAt: z.iso.datetime(),
});
export type Session = z.infer<typeof Session>;

/** The acting person as policies see them: made once per request from the session, never from what the client says. */
export const Actor = z.object({
  personId: z.uuid(),
  name: z.string(),
  officeCode: z.string(),
  /** codes of every office below the actor's own, itself included: what a leader may look into */
  department: Person.shape.department,
  roles: Person.shape.roles,
});
export type Actor = z.infer<typeof Actor>;
