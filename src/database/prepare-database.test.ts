import { expect, test } from "vitest";
import { requireVersion } from "#database/prepare-database.ts";

test("PostgreSQL 15 and newer are taken, 14 and older are refused with both versions in the sentence", () => {
  expect(() => requireVersion(150_000, "15.0")).not.toThrow();
  expect(() => requireVersion(180_004, "18.4")).not.toThrow();
  expect(() => requireVersion(149_999, "14.99")).toThrow("PostgreSQL is 14.99; 15 or newer is needed");
});
