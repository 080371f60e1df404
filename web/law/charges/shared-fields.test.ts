import { expect, test } from "vitest";
import { sharedFields } from "#web/law/charges/shared-fields.ts";

test("gains are asked in common where two offences ask for them, and the days always stand first", () => {
  const names = sharedFields(["infringing-personal-information", "illegal-use-of-networks"], []).map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(["accused", "actDate", "decisionDate"]);
  expect(names).toContain("gains");
  expect(names).not.toContain("groupsSetUp");
});

test("nothing is asked in common that the rules say is not shared", () => {
  const offences = ["fraud", "extortion", "money-laundering", "concealing-proceeds"];
  expect(sharedFields(offences, []).map(({ name }) => name)).toContain("amount");
  expect(sharedFields(offences, ["amount"]).map(({ name }) => name)).not.toContain("amount");
});
