import type { OutlineBooks, OutlineColumn, OutlineElement, OutlineTrack } from "#outlines/outline-elements.contract.ts";
import type { ColumnView, ElementStanding, ElementView, LinkState } from "#outlines/outlines.contract.ts";
import type { Ground } from "#statutes/statutes.contract.ts";

export type Link = { readonly id: string; readonly state: LinkState };
/** What the last assessment leaves open; null where there is none: then nothing is said of limbs and facts. */
export type OpenPoints = { readonly grounds: readonly Ground[]; readonly missing: readonly string[] } | null;

/** 双轨要件 every track with the standing of each element by the links that hold. Pure: a removed link counts nowhere. */
export function judgeElements({ columns }: OutlineBooks, links: readonly Link[], open: OpenPoints): ColumnView[] {
  return columns.map((column) => judgeColumn(column, links, open));
}

function judgeColumn({ track, name, elements }: OutlineColumn, links: readonly Link[], open: OpenPoints): ColumnView {
  const standings = new Map(elements.map((element) => [element.id, standingOf(track, element.id, links)]));
  const views = elements.map((element): ElementView => {
    const { id, cite, meaning, unconfirmed, burden, group } = element;
    const standing = standings.get(id) ?? "nothing";
    const spared =
      standing !== "proved" && group !== null && elements.some((other) => other.group === group && standings.get(other.id) === "proved");
    const points = track === "criminal" ? openPointsOf(element, open) : { openLimbs: [], missingFacts: [] };
    const served = linksOf(track, id, links).map((link) => link.id);
    return { track, element: id, cite, meaning: { ...meaning }, unconfirmed, burden, group, standing, spared, links: served, ...points };
  });
  const count = (standing: ElementStanding) => views.filter((view) => view.standing === standing).length;
  return {
    track,
    name: { ...name },
    elements: views,
    proved: count("proved"),
    indicated: count("indicated"),
    nothing: count("nothing"),
    gaps: views.filter(isGap).length,
  };
}

/** 缺口 an element that nobody says is proved and that no proved alternative spares. */
export function isGap({ standing, spared }: Pick<ElementView, "standing" | "spared">): boolean {
  return standing !== "proved" && !spared;
}

function linksOf(track: OutlineTrack, element: string, links: readonly Link[]): Link[] {
  return links.filter(({ state }) => !state.removed && state.elements.some((key) => key.track === track && key.element === element));
}

function standingOf(track: OutlineTrack, element: string, links: readonly Link[]): ElementStanding {
  const served = linksOf(track, element, links);
  if (served.some(({ state }) => state.strength === "proves")) return "proved";
  return served.length > 0 ? "indicated" : "nothing";
}

function openPointsOf({ limbs, facts }: OutlineElement, open: OpenPoints): Pick<ElementView, "openLimbs" | "missingFacts"> {
  if (open === null) return { openLimbs: [], missingFacts: [] };
  return {
    openLimbs: open.grounds.flatMap(({ limb, outcome, meaning, have, need }) =>
      limbs.includes(limb) && outcome !== "met" ? [{ id: limb, outcome, meaning, have, need }] : [],
    ),
    // `sets.1.items` is missing where `items` is asked for; an index or an id of a set is no fact.
    missingFacts: open.missing.filter((path) => path.split(/[.[\]]/).some((segment) => facts.includes(segment))),
  };
}
