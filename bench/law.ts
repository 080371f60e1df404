import { join } from "node:path";
import { assess } from "#statutes/assess.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";
import type { OffenceFacts } from "#statutes/offence-facts.contract.ts";
import type { InfringingFacts } from "#statutes/statutes.contract.ts";
import { print } from "./bench.ts";
import { readFactsOfCases } from "./law/facts-of-cases.ts";
import { ROOT } from "./peers/peer.ts";
import { medianOf } from "./results.ts";

/**
 * `npm run bench:law`: assessments a second of processor time, warm, on one core (others may share it), for every offence of the provisions over the
 * facts of its case tables; the goal of the law engine is 100,000 for the slowest.
 */
const GOAL = 100_000;
const ROUNDS = 5;
const ROUND_MICROSECONDS = 200_000;

const provisions = loadProvisions();
const cases = readFactsOfCases(join(ROOT, "src", "statutes"));
const offences = ["infringing-personal-information", ...provisions.offences.keys()];
const rates = offences.map((offence) => {
  const facts = cases.get(offence);
  if (facts === undefined) throw new Error(`${offence} has no row in the case tables`);
  for (let warm = 0; warm < 5; warm++) measure(facts);
  const rounds = Array.from({ length: ROUNDS }, () => measure(facts));
  const rate = medianOf(rounds);
  print(
    `${offence.padEnd(34)} ${String(facts.length).padStart(4)} cases ${show(rate)} assessments/s  (${show(Math.min(...rounds))} to ${show(Math.max(...rounds))})`,
  );
  return { offence, rate };
});
const slowest = rates.reduce((least, one) => (one.rate < least.rate ? one : least));
print(
  `slowest: ${slowest.offence}, ${show(slowest.rate).trim()} assessments/s: ${slowest.rate >= GOAL ? "above" : "BELOW"} the goal of ${show(GOAL).trim()}`,
);

function measure(facts: readonly (InfringingFacts | OffenceFacts)[]): number {
  const start = process.cpuUsage();
  let [times, grounds, spent] = [0, 0, 0];
  while (spent < ROUND_MICROSECONDS) {
    for (const one of facts) grounds += assess(one, provisions).grounds.length;
    times += facts.length;
    const { user, system } = process.cpuUsage(start);
    spent = user + system;
  }
  if (grounds === 0) throw new Error("nothing was assessed");
  return (times * 1e6) / spent;
}

function show(rate: number): string {
  return Math.round(rate).toLocaleString("en").padStart(9);
}
