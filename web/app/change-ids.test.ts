import { describe, expect, test } from "vitest";
import { createChangeIds } from "#web/app/change-ids.ts";

const begin = () => {
  let made = 0;
  return createChangeIds(() => `fresh-${++made}`);
};

describe("the id of a change", () => {
  test("stays while the same content is sent again, whatever version it expects by then", () => {
    const settle = begin();
    const body = { requestId: "one", expectedVersion: 3, reason: "甲" };
    expect(settle("/cases/1/actions", body)).toEqual(body);
    expect(settle("/cases/1/actions", { ...body, expectedVersion: 4 })).toEqual({ ...body, expectedVersion: 4 });
    expect(settle("/lexicon", { requestId: "two", expectedRevision: 1, term: "料" })).toMatchObject({ requestId: "two" });
    expect(settle("/lexicon", { requestId: "two", expectedRevision: 2, term: "料" })).toMatchObject({ requestId: "two" });
  });

  test("is another one where the text was changed after the answer was lost, and stays with that text", () => {
    const settle = begin();
    settle("/cases/1/actions", { requestId: "one", reason: "甲" });
    expect(settle("/cases/1/actions", { requestId: "one", reason: "乙" })).toEqual({ requestId: "fresh-1", reason: "乙" });
    expect(settle("/cases/1/actions", { requestId: "one", reason: "乙" })).toEqual({ requestId: "fresh-1", reason: "乙" });
    expect(settle("/cases/1/actions", { requestId: "one", reason: "丙" })).toEqual({ requestId: "fresh-2", reason: "丙" });
    expect(settle("/cases/1/actions", { requestId: "one", reason: "甲" })).toEqual({ requestId: "one", reason: "甲" });
  });

  test("is another one where the same words go to another thing", () => {
    const settle = begin();
    settle("/counts/1/retry", { requestId: "one" });
    expect(settle("/counts/2/retry", { requestId: "one" })).toEqual({ requestId: "fresh-1" });
  });

  test("is left alone where there is none", () => {
    const settle = begin();
    expect(settle("/law/charges", { facts: [] })).toEqual({ facts: [] });
    expect(settle("/session", undefined)).toBeUndefined();
  });
});
