import { expect, test } from "vitest";
import { parseFailure } from "#web/app/failure.ts";

test("a refusal of the server keeps its kind, its sentence in both languages and the request number", () => {
  const body = JSON.stringify({
    error: { kind: "stale-version", message: { zh: "已更新", en: "changed" }, detail: { current: 4 }, requestId: "r-1" },
  });
  expect(parseFailure(409, body, null)).toEqual({ kind: "stale-version", sentence: { zh: "已更新", en: "changed" }, requestId: "r-1" });
});

test("an answer that is not ours becomes a sentence and never breaks the page", () => {
  const failure = parseFailure(502, "<html>Bad gateway</html>", "r-2");
  expect(failure.kind).toBe("unexpected-answer");
  expect(failure.sentence.zh).toContain("502");
  expect(failure.requestId).toBe("r-2");
});
