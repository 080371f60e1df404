import fc from "fast-check";
import { expect, test } from "vitest";
import { isGap, judgeElements } from "#outlines/judge-elements.ts";
import { BOOKS, buildLink } from "#outlines/outlines.builder.ts";
import type { LinkView } from "#outlines/outlines.contract.ts";
import { suggestLines } from "#outlines/suggest-lines.ts";

const keys = BOOKS.columns.flatMap(({ track, elements }) => elements.map(({ id }) => `${track}/${id}`));
const links = fc
  .array(
    fc.record({
      strength: fc.constantFrom("proves" as const, "indicates" as const),
      keys: fc.uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: 6 }),
      removed: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map(({ strength, keys: of, removed }, at) => buildLink(String(at), strength, of, removed)));
const gapsOf = (list: readonly LinkView[]) =>
  judgeElements(BOOKS, list, null).flatMap(({ elements }) => elements.filter(isGap).map(({ track, element }) => `${track}/${element}`));
const remove = (link: LinkView): LinkView => ({ ...link, state: { ...link.state, removed: true } });

test("an element without a link that holds is not proved, and a gap unless an alternative of it is proved", () => {
  fc.assert(
    fc.property(links, (list) => {
      for (const { elements } of judgeElements(BOOKS, list, null))
        for (const view of elements) {
          if (view.links.length > 0) continue;
          expect(view.standing).toBe("nothing");
          const saved = elements.some((other) => view.group !== null && other.group === view.group && other.standing === "proved");
          expect(isGap(view)).toBe(!saved);
        }
    }),
  );
});

test("removing a link never closes a gap", () => {
  fc.assert(
    fc.property(links, fc.nat(), (list, pick) => {
      const at = list.length === 0 ? -1 : pick % list.length;
      const after = new Set(gapsOf(list.map((link, index) => (index === at ? remove(link) : link))));
      expect(gapsOf(list).filter((gap) => !after.has(gap))).toEqual([]);
    }),
  );
});

test("a suggested outline has one line for each element that is not proved, none for one that is, and no empty part", () => {
  fc.assert(
    fc.property(links, fc.constantFrom("supplementary" as const, "investigation" as const), (list, kind) => {
      const columns = judgeElements(BOOKS, list, null);
      const track = kind === "supplementary" ? "criminal" : "administrative";
      const open = columns
        .filter((column) => column.track === track)
        .flatMap(({ elements }) => elements.filter(({ standing }) => standing !== "proved"));
      const lines = suggestLines(BOOKS, { kind, track: "administrative", columns, links: list, answers: [] });
      expect(lines.map(({ key }) => key.element).sort()).toEqual(open.map(({ element }) => element).sort());
      for (const { matter, reason, direction, evidence, proves, cite } of lines)
        for (const part of [matter, reason, direction, evidence, proves].flatMap(({ zh, en }) => [zh, en]).concat(cite))
          expect(part.trim().length).toBeGreaterThan(2);
    }),
  );
});
