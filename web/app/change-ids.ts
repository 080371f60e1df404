import { z } from "zod";

/** How many ids are remembered: far more than one window has forms on their way. */
const REMEMBERED = 200;
const Change = z.looseObject({ requestId: z.string() });

/**
 * Sees to it that a request id stands for one content. The server answers an id it knows with what it answered first; so where an answer was lost
 * and the form was changed before pressing again, the id of the lost change would let the new one vanish without a word. The same content keeps its
 * id (pressing again repeats it), another content gets an id of its own and keeps that. The version a change expects is no part of its content: it
 * is read anew after a lost answer.
 * @param fresh makes an id
 * @returns what turns the body of a change into the body to send; a body without a request id is left as it is
 */
export function createChangeIds(fresh: () => string): (path: string, body: unknown) => unknown {
  const contents = new Map<string, string>();
  const others = new Map<string, string>();
  const remember = (known: Map<string, string>, key: string, value: string): string => {
    known.set(key, value);
    for (const oldest of known.keys()) {
      if (known.size <= REMEMBERED) break;
      known.delete(oldest);
    }
    return value;
  };
  return (path, body) => {
    const change = Change.safeParse(body);
    if (!change.success) return body;
    const { requestId, expectedVersion: _version, expectedRevision: _revision, ...said } = change.data;
    const content = `${path} ${JSON.stringify(said)}`;
    const first = contents.get(requestId) ?? remember(contents, requestId, content);
    if (first === content) return body;
    const key = `${requestId} ${content}`;
    return { ...change.data, requestId: others.get(key) ?? remember(others, key, fresh()) };
  };
}
