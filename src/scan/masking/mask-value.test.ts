import fc from "fast-check";
import { expect, test } from "vitest";
import { fragments } from "#scan/detectors/text.builder.ts";
import { KIND_NAMES } from "#scan/kinds.ts";
import { maskValue } from "#scan/masking/mask-value.ts";

test.each([
  ["name", "张三丰", "张**"],
  ["name", "张三", "张*"],
  ["name", "张", "*"],
  ["mobile", "13812345678", "138****5678"],
  ["mobile", "138-1234-567", "1******"],
  ["mobile", "1381", "1***"],
  ["resident-id", "11010119900307002X", "110101********002X"],
  ["resident-id", "１１０１０１199003074610", "110101********4610"],
  ["bank-card", "6222021234567890128", "622202*********0128"],
  ["email", "zhangsan@example.com", "z***@example.com"],
  ["address", "浙江省杭州市西湖区文三路100号", "浙江省杭州市西湖区***"],
  ["address", "文三路100号", "文******"],
  ["address", "北京市海淀区中关村大街1号", "北京市海淀区***"],
  ["address", "西湖区世纪超市楼上", "西湖区***"],
  ["mac", "aa:bb:cc:dd:ee:ff", "aa:bb:cc*********"],
  ["plate", "京A12345", "京A***45"],
  ["ip", "192.168.1.10", "192.168.*.*"],
  ["account-password", "hunter2", "******"],
  ["health", "高血压三级", "高****"],
  [null, "张三 手机13812345678，好", "张三 手机138****5678，好"],
  [null, "订单 110101199003074610", "订单 11************"],
] as const)("a %s %s is shown as %s", (kind, value, shown) => {
  expect(maskValue(kind, value)).toBe(shown);
});

test("a masked value never shows the whole, nor as many characters as it hides where it names a person", () => {
  const hidden = (
    ["name", "resident-id", "mobile", "bank-card", "passport", "qq", "wechat", "plate", "imei", "health", "address"] as const
  ).map((kind) => kind);
  fc.assert(
    fc.property(fc.constantFrom(...hidden), fc.stringMatching(/^[A-Za-z0-9]{2,24}$/), (kind, value) => {
      const shown = maskValue(kind, value);
      const kept = Array.from(shown).filter((character) => character !== "*").length;
      expect(shown).not.toContain(value);
      expect(kept).toBeLessThanOrEqual(Math.max(1, Math.floor((value.length * 2) / 3)));
    }),
  );
});

test("no kind's mask ever contains a long number of the value whole", () => {
  fc.assert(
    fc.property(fc.constantFrom(null, ...KIND_NAMES), fc.array(fc.constantFrom(...fragments), { maxLength: 6 }), (kind, pieces) => {
      const shown = maskValue(kind, pieces.join(" "));
      for (const number of ["13812345678", "110101199003074610", "6222021234567890128", "110101199003074611"])
        expect(shown, pieces.join(" ")).not.toContain(number);
    }),
  );
});
