import fc from "fast-check";
import { expect, test } from "vitest";
import { ACTIONS_OF_STATUS, type ContactState, decideContact, evolve, fold, statusOn } from "#cross-checks/contact.ts";
import { type ContactAction, type ContactEvent, ContactSide, TraitKind } from "#cross-checks/cross-checks.contract.ts";
import { findTraits } from "#cross-checks/find-traits.ts";
import { openTraitFingerprint } from "#cross-checks/fingerprint-trait.ts";

const fingerprint = openTraitFingerprint(new Uint8Array(32).fill(7));
const WIDE = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const host = fc.stringMatching(/^[a-z][a-z0-9]{4,12}$/).map((name) => `${name}.top`);
/** 134 is left out: of 1349 only some segments are given out. */
const mobile = fc.stringMatching(/^13[0-35-9][0-9]{8}$/);

test("a value in another spelling (case, width, blanks, dashes) has the same fingerprint", () => {
  const prints = (text: string) => findTraits(text, "document").traits.map((trait) => fingerprint(trait).toString("hex"));
  fc.assert(
    fc.property(host, mobile, (name, number) => {
      const plain = `被告人使用手机${number}，登录${name}`;
      const spelled = `被告人使用手机 +86 ${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}，登录www.${name.toUpperCase()}`;
      expect(prints(plain)).toHaveLength(2);
      expect(prints(spelled).sort()).toEqual(prints(plain).sort());
      expect(prints(WIDE(plain)).sort()).toEqual(prints(plain).sort());
    }),
  );
});

test("the same value under two kinds, and two values of one kind, have nothing in common", () => {
  const kind = fc.constantFrom(...TraitKind.options);
  fc.assert(
    fc.property(kind, kind, fc.string(), fc.string(), (one, other, a, b) => {
      const same = fingerprint({ kind: one, value: a }).equals(fingerprint({ kind: other, value: b }));
      expect(same).toBe(one === other && a === b);
    }),
  );
});

test("another installation's key gives other fingerprints", () => {
  const other = openTraitFingerprint(new Uint8Array(32).fill(8));
  const trait = { kind: "mobile" as const, value: "13800138000" };
  expect(other(trait).equals(fingerprint(trait))).toBe(false);
  expect(fingerprint(trait).toString("hex")).not.toContain("13800138000");
});

const TODAY = "2026-11-24";
const day = fc.integer({ min: -400, max: 400 }).map((days) => new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10));
const disclosure = { contactId: "00000000-0000-4000-8000-000000000001", phone: "", title: false, caseNumber: false, summary: "" };
const action: fc.Arbitrary<ContactAction> = fc.oneof(
  day.map((until) => ({ type: "agree" as const, reason: "同意", until, disclosure })),
  fc.constant({ type: "decline" as const, code: "secrecy" as const, reason: "保密" }),
  fc.constant({ type: "withdraw" as const, reason: "误提" }),
  fc.constant({ type: "end" as const, reason: "办结" }),
);

test("whatever both sides do, the other side is open only after the answering side agreed, never longer than both allowed, and never again after the end", () => {
  fc.assert(
    fc.property(day, fc.array(fc.tuple(action, fc.constantFrom(...ContactSide.options)), { maxLength: 8 }), day, (until, acts, today) => {
      const asked: ContactEvent = { type: "asked", purpose: "joinder", traits: [{ kind: "domain", many: 1 }], level: "county", until };
      const events: ContactEvent[] = [asked];
      let state: ContactState = fold(events);
      for (const [act, side] of acts) {
        const decided = decideContact(act, state, { side, today: TODAY });
        if (!decided.ok) continue;
        events.push(decided.value);
        state = evolve(state, decided.value);
      }
      expect(fold(events)).toEqual(state);
      expect(state.until <= until).toBe(true);
      if (statusOn(state, today) === "agreed") {
        expect(events.some(({ type }) => type === "agreed")).toBe(true);
        expect(today <= until).toBe(true);
        expect(events.some(({ type }) => type === "ended" || type === "declined" || type === "withdrawn")).toBe(false);
      }
    }),
  );
});

test("each side acts for itself alone: nobody agrees to their own request", () => {
  const sides = ACTIONS_OF_STATUS.asked;
  expect(sides).toEqual([
    ["agree", "answering"],
    ["decline", "answering"],
    ["withdraw", "asking"],
  ]);
  const asked: ContactEvent = { type: "asked", purpose: "joinder", traits: [{ kind: "domain", many: 1 }], level: "county", until: TODAY };
  const agree = { type: "agree" as const, reason: "同意", until: TODAY, disclosure };
  expect(decideContact(agree, fold([asked]), { side: "asking", today: TODAY })).toMatchObject({ kind: "wrong-state" });
  expect(decideContact(agree, fold([asked]), { side: "answering", today: TODAY })).toMatchObject({ ok: true });
  expect(decideContact(agree, fold([asked]), { side: "answering", today: "2026-11-25" }), "it ran out").toMatchObject({
    kind: "wrong-state",
  });
  expect(decideContact({ ...agree, until: "2027-11-24" }, fold([asked]), { side: "answering", today: TODAY })).toMatchObject({
    kind: "invalid-input",
  });
});
