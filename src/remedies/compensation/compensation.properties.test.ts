import fc from "fast-check";
import { expect, test } from "vitest";
import type { CompensationAction, CompensationContent, CompensationEvent } from "#remedies/compensation/compensation.contract.ts";
import { foldCompensation } from "#remedies/compensation/compensation-record.ts";
import { decideCompensation } from "#remedies/compensation/decide-compensation.ts";
import type { Recorded } from "#remedies/record.contract.ts";

const TODAY = "2026-11-24";
const account = fc.constantFrom(...["甲", "乙", "丙"].map((name) => ({ kind: "fund", name })));
const amount = fc.integer({ min: 1, max: 700 });
const common = { on: fc.constant("2026-11-20"), amount, document: fc.constant("凭证") };
const days = fc.constantFrom("2026-11-01", "2026-11-24", "2027-03-01");
const action: fc.Arbitrary<CompensationAction> = fc.oneof(
  fc.record({ type: fc.constant("pay" as const), ...common, account, overReason: fc.constantFrom(null, null, "自愿多缴") }),
  fc.record({ type: fc.constant("spend" as const), ...common, account, purpose: fc.constantFrom("宣传", "救助") }),
  fc.record({ type: fc.constant("hand-over" as const), ...common, account, to: account }),
  fc.record({ type: fc.constant("enforce" as const), ...common, court: fc.constant("法院") }),
  fc.record({ due: fc.integer({ min: 0, max: 1500 }), on: days }).map(({ due, on }) => ({
    ...{ type: "reschedule" as const, due, instalments: [{ on, amount: due }], document: "裁定", reason: "变更" },
  })),
  fc.record({ type: fc.constant("reverse" as const), entry: fc.integer({ min: 2, max: 20 }), reason: fc.constant("误录") }),
);
const content: CompensationContent = {
  ...{ title: "赔偿款", debtor: "毛山遥", instrument: "判决", due: 1000, payee: "财政", localRule: null },
  instalments: [
    { on: "2026-11-10", amount: 400 },
    { on: "2026-12-10", amount: 600 },
  ],
};

test("after any sequence of entries the money trail balances and nobody holds less than nothing", () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 18 }), (actions) => {
      const events: Recorded<CompensationEvent>[] = [{ version: 1, by: "", at: "", event: { type: "begin", content } }];
      for (const one of actions) {
        const decided = decideCompensation(one, foldCompensation(events, TODAY), { events, today: TODAY, accounts: ["fund"] });
        if (decided.ok) events.push({ version: events.length + 1, by: "", at: "", event: decided.value });
      }
      const { trail, paid, spent, held, unpaid, over, overdue, inExecution, content: now, entries } = foldCompensation(events, TODAY);
      const into = (id: string) => trail.links.reduce((sum, link) => sum + (link.to === id ? link.amount : 0), 0);
      const outOf = (id: string) => trail.links.reduce((sum, link) => sum + (link.from === id ? link.amount : 0), 0);
      expect(trail.links.every((link) => Number.isSafeInteger(link.amount) && link.amount > 0)).toBe(true);
      for (const { id, kind } of trail.nodes) if (kind === "account") expect(into(id)).toBe(outOf(id));
      expect(outOf("debtor")).toBe(paid + unpaid);
      expect(paid + unpaid - over).toBe(now.due);
      expect(held.reduce((sum, one) => sum + one.amount, 0) + spent).toBe(paid);
      expect(held.every((one) => one.amount > 0)).toBe(true);
      expect(overdue.amount).toBeLessThanOrEqual(unpaid);
      expect(inExecution).toBeLessThanOrEqual(unpaid);
      // Paid is more than due only where somebody said why or what is owed was changed since.
      const said = events.some(({ event }) => event.type === "reschedule" || (event.type === "pay" && event.overReason !== null));
      if (!said) expect(paid).toBeLessThanOrEqual(now.due);
      expect(entries).toHaveLength(events.length - 1);
    }),
    { numRuns: 600 },
  );
});
