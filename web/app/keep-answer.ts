import type { QueryClient, QueryKey } from "@tanstack/react-query";

/**
 * Keeps the answer of a change as what is known of the thing. A read that was begun before the change is given up, or it would bring the old state
 * back; and where a later change was answered first, its newer version stays.
 */
export async function keepAnswer<Answer>(client: QueryClient, queryKey: QueryKey, answer: Answer): Promise<void> {
  await client.cancelQueries({ queryKey, exact: true });
  client.setQueryData<Answer>(queryKey, (known) => (versionOf(known) > versionOf(answer) ? known : answer));
}

function versionOf(thing: unknown): number {
  return typeof thing === "object" && thing !== null && "version" in thing && typeof thing.version === "number" ? thing.version : 0;
}
