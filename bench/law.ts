import { assess } from "#statutes/assess.ts";
import { loadProvisions } from "#statutes/load-provisions.query.ts";
import { parseFacts } from "#statutes/parse-facts.ts";
import { print } from "./bench.ts";

/** `npm run bench:law`: assessments a second of processor time, warm, on one core (others may share it); the goal of the law engine is 100,000. */
const GOAL = 100_000;
const dates = { accused: "natural-person", actDate: "2024-03-01", decisionDate: "2026-11-22" };
const REQUESTS = {
  "253-1, one set sold by an insider": {
    offence: "infringing-personal-information",
    ...dates,
    sets: [{ id: "s1", tier: "A", items: 60, conducts: [{ kind: "obtain" }, { kind: "sell", recipient: "r1", insider: true }] }],
    gains: 4000,
    lawfulBusinessPurchase: false,
    priorCriminalPunishment: false,
    priorAdministrativePenalty: null,
    trackUsedForCrime: false,
    knewRecipientCommitsCrimes: false,
    consequences: [],
  },
  "287-2, two acts": {
    offence: "aiding-network-crime",
    ...dates,
    knewOfNetworkCrime: true,
    helpedPersonsReachCrimeLevel: null,
    objectsHelped: 2,
    settlementAmount: null,
    bankCardsOwn: 3,
    bankCardsOwnInflow: 250_000,
    acts: [
      { date: "2024-01-01", settlementAmount: 120_000, dealtWith: false },
      { date: "2024-02-01", settlementAmount: 90_000, dealtWith: false },
    ],
  },
  "225, paid deletion": { offence: "paid-deletion", ...dates, forProfit: true, service: "deletion", turnover: 60_000, gains: 0 },
};

const provisions = loadProvisions();
for (const [name, request] of Object.entries(REQUESTS)) {
  const parsed = parseFacts(request);
  if (!parsed.ok) throw new Error(`${name}: ${parsed.argument}`);
  const rates = [measure(20_000), measure(100_000), measure(100_000), measure(100_000)].slice(1).sort((a, b) => a - b);
  print(
    `${name}: ${Math.round(rates[1] ?? 0).toLocaleString("en")} assessments/s (goal ${GOAL.toLocaleString("en")}, median of 3, ${rates.map(Math.round).join(" ")})`,
  );

  function measure(times: number): number {
    const facts = parsed.ok ? parsed.facts : undefined;
    if (facts === undefined) return 0;
    const start = process.cpuUsage();
    let seen = 0;
    for (let at = 0; at < times; at++) seen += assess(facts, provisions).grounds.length;
    if (seen === 0) throw new Error("nothing was assessed");
    const { user, system } = process.cpuUsage(start);
    return (times * 1e6) / (user + system);
  }
}
