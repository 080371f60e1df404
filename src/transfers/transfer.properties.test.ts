import fc from "fast-check";
import { expect, test } from "vitest";
import { evolve as evolveClue, fold as foldClue } from "#clues/clue.ts";
import { ClueContent, type ClueEvent } from "#clues/clues.contract.ts";
import { ACTIONS_OF_STATUS, clockOfNow, decideTransfer, evolve, fold, type TransferContext } from "#transfers/transfer.ts";
import { type TransferAction, type TransferEvent, TransferForm, type TransferTarget } from "#transfers/transfers.contract.ts";

const OFFICES = ["990102", "990103", "990100"];
const CLUE = "00000000-0000-4000-8000-000000000001";
const form = TransferForm.parse({ ground: "ordinary", foundOn: "2026-11-01", basis: "甲", content: "乙", evidence: [], opinion: "丙" });
const targets: [TransferTarget, "sideways" | "upward" | null][] = [
  [{ kind: "department", department: "pil" }, null],
  [{ kind: "procuratorate", officeCode: "990102" }, "sideways"],
  [{ kind: "procuratorate", officeCode: "990100" }, "upward"],
  [{ kind: "outside", organ: "police", name: "某公安局" }, null],
];
const wish = fc.oneof<fc.Arbitrary<TransferAction>[]>(
  fc.constantFrom({ type: "register" } as const, { type: "forward" } as const, { type: "withdraw", reason: "撤" } as const),
  fc.record({
    type: fc.constant("receive" as const),
    on: fc.constantFrom("2026-11-24", "2026-11-01"),
    receiver: fc.constant("收"),
    receipt: fc.constant(""),
  }),
  fc.constantFrom({ type: "accept", note: "" } as const, { type: "decline", code: "duplicate", reason: "" } as const),
  fc.constantFrom({ type: "report-up", reason: "报" } as const, { type: "feed-back", outcome: "filed", words: "立案" } as const),
  fc.record({ type: fc.constant("settle" as const), officeCode: fc.constantFrom(...OFFICES, "000000"), reason: fc.constant("定") }),
);

/** What the command records of the clue for each event, as act-on-transfer does. */
function clueEventOf(event: TransferEvent, toOffice: string | null): ClueEvent | null {
  const transferId = CLUE;
  if (event.type === "accepted") return toOffice === null ? null : { type: "received", transferId, officeCode: toOffice };
  return event.type === "withdrawn" || event.type === "declined" ? { type: "handed-back", transferId, reason: "退" } : null;
}

test("any sequence of wishes: one holder at any time, no bounce between equals, a receipt before each decision, one clock at most", () => {
  fc.assert(
    fc.property(fc.constantFrom(...targets), fc.array(wish, { maxLength: 40 }), ([target, direction], wishes) => {
      const context: TransferContext = {
        today: "2026-11-24",
        number: "移2026-0001",
        superior: "990100",
        mayHandle: (code) => OFFICES.includes(code),
        clockOf: (leg, from) => ({ leg, from, due: "2026-12-01", cite: null }),
      };
      const first: TransferEvent = {
        type: "handed-over",
        clueId: CLUE,
        title: "某",
        target,
        direction,
        from: { office: "990101", department: "criminal" },
        form,
        documentId: null,
        on: "2026-11-24",
        next: context.clockOf("register", "2026-11-24"),
      };
      let state = fold([first]);
      const content = ClueContent.parse({ title: "某", summary: "", field: "personal-information" });
      let clue = foldClue([
        { type: "registered", officeCode: "990101", origin: { kind: "hand", source: "举报" }, content, caseId: null, prompted: false },
        { type: "handed-over", transferId: CLUE, toOffice: state.toOffice },
      ]);
      for (const action of wishes) {
        const decided = decideTransfer(action, state, context);
        const allowed: readonly string[] = ACTIONS_OF_STATUS[state.status];
        if (!allowed.includes(action.type)) expect(decided).toMatchObject({ ok: false, kind: "wrong-state" });
        if (!decided.ok) continue;
        const event = decided.value;
        if (event.type === "accepted" || event.type === "declined" || event.type === "reported-up") expect(state.receipt).not.toBeNull();
        if (event.type === "declined") expect(direction).not.toBe("sideways");
        const moved = clueEventOf(event, state.toOffice);
        if (moved !== null) {
          expect(clue.status, "the clue is moved by one transfer only").toBe("transferred");
          clue = evolveClue(clue, moved);
        }
        state = evolve(state, event);
        const underWay = ["handed", "registered", "forwarded", "received", "reported"].includes(state.status);
        const gone = state.toOffice === null && (state.status === "accepted" || state.status === "closed");
        expect(clue.status === "transferred").toBe(underWay || gone);
        const holder = state.status === "accepted" || state.status === "closed" ? (state.toOffice ?? "990101") : "990101";
        expect(clue.officeCode).toBe(holder);
        expect(state.legs.filter(({ endedOn }) => endedOn === null).length).toBe(clockOfNow(state) === null ? 0 : 1);
        expect(clockOfNow(state) === null).toBe(ACTIONS_OF_STATUS[state.status].length === 0);
      }
    }),
    { numRuns: 400 },
  );
});
