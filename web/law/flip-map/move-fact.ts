import { LawFacts } from "#law/law.contract.ts";

/** The same facts with the one at a path of the flip map moved (`sets.s1.items`, elements of lists by their id or their number); as they were where it does not fit. */
export function moveFact(facts: LawFacts, path: string, value: number | string | boolean): LawFacts {
  const moved = LawFacts.safeParse(withValue(facts, path, value));
  return moved.success ? moved.data : facts;
}

function withValue(inner: object, path: string, value: unknown): object {
  if (Array.isArray(inner)) {
    // an id may hold dots of its own: the longest that fits is meant
    const at = inner
      .map((one: unknown, place) => ({ place, name: idOf(one) ?? String(place + 1) }))
      .filter(({ name }) => path.startsWith(`${name}.`))
      .toSorted((one, other) => other.name.length - one.name.length)[0];
    if (at === undefined) return inner;
    return inner.map((one: unknown, place) =>
      place === at.place && isObject(one) ? withValue(one, path.slice(at.name.length + 1), value) : one,
    );
  }
  const [step = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...inner, [step]: value };
  const next: unknown = Reflect.get(inner, step);
  return isObject(next) ? { ...inner, [step]: withValue(next, rest.join("."), value) } : inner;
}

function idOf(one: unknown): string | null {
  return isObject(one) && "id" in one && typeof one.id === "string" ? one.id : null;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
