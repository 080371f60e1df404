import { expect, test } from "vitest";
import { saysSame } from "#web/ledgers/says-same.ts";

test("a column that is called what its values are is not named twice", () => {
  expect([saysSame("姓名", "姓名"), saysSame("身份证号", "居民身份证号"), saysSame("手机号码（本人）", "手机号码")]).toEqual([
    true,
    true,
    true,
  ]);
});

test("a kind the column does not tell is named", () => {
  expect([saysSame("备注", "手机号码"), saysSame("姓名", "name"), saysSame("", "姓名")]).toEqual([false, false, false]);
});
