import { expect, test } from "vitest";
import { readValues } from "#scan/contract-cases/case-file.builder.ts";

const values = readValues();
const WRONG_CHECK = new Set(["idbad", "idbad2", "idrounded", "idroundednodate"]);

test("resident ids of the cases carry order codes 900 to 999 and the check digit their name says", () => {
  const ids = Object.entries(values).filter(([name, value]) => /^(id|g\d)/.test(name) && value.length === 18);
  expect(ids.length).toBeGreaterThan(20);
  for (const [name, value] of ids) {
    expect(value.slice(14, 15), name).toBe("9");
    expect(value.endsWith(checkDigitOf(value.slice(0, 17))), name).toBe(!WRONG_CHECK.has(name));
  }
});

test("cards of the cases pass Luhn unless their name says otherwise", () => {
  for (const [name, value] of Object.entries(values).filter(([key]) => /^c\d|^cbad|^imei/.test(key)))
    expect(luhnHolds(value), name).toBe(name !== "cbad");
});

test("the 15-digit forms are the 18-digit ones without century and check digit", () => {
  for (const name of ["id1", "id2"]) expect(values[`${name}short`]).toBe(values[name]?.replace(/^(.{6})19(.{9}).$/, "$1$2"));
});

function checkDigitOf(first17: string): string {
  const sum = [...first17].reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0);
  const check = (12 - (sum % 11)) % 11;
  return check === 10 ? "X" : String(check);
}

function luhnHolds(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
