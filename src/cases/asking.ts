import type { Actor } from "#access/access.contract.ts";

/** Who asks, when, in which request: what every operation of a signed-in person is given. A route's request fits it. */
export type Asking = { readonly actor: Actor; readonly now: Date; readonly requestId: string };
