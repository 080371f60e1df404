import { hash, verify } from "@node-rs/argon2";

/** argon2id (the library's default algorithm) with 19 MiB and two passes: the least that OWASP recommends, about 40 ms of one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash of a password that nobody knows, of the same cost: an unknown account takes as long as a known one. */
const NOBODYS_HASH = "$argon2id$v=19$m=19456,t=2,p=1$DHfsrr/gDupIhuslujJMxg$FtJlgyy3utPKQWkyebVt4lUjzU8gFGsDnqNHHa2kpVM";

/** The PHC string that is stored for a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether the password fits; `kept` null (no such account) costs the same time and is never true. */
export async function isPassword(kept: string | null, password: string): Promise<boolean> {
  const fits = await verify(kept ?? NOBODYS_HASH, password);
  return kept !== null && fits;
}
