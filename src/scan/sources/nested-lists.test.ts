import fc from "fast-check";
import { expect, test } from "vitest";
import { buildMobile, buildResidentId, countBytes } from "#scan/count.builder.ts";
import type { CountResult } from "#scan/scan.contract.ts";
import { expandRow, flattenJson, type ListRole, splitObject } from "#scan/sources/nested-lists.ts";

const show = ({ sources }: CountResult) =>
  sources.map(({ path, status, problem, records }) => `${path} ${status} ${problem?.kind ?? "-"} ${records}`);
const person = (at: number) => ({ name: "张三", phone: buildMobile(at) });

test("persons in a list inside of a row are rows of their own", async () => {
  const shops = [
    { shop: "甲店", customers: [person(1), person(2)] },
    { shop: "乙店", customers: [person(3)], open: true },
  ];
  const xml = `<shops>${shops.map(({ shop, customers }) => `<shop><title>${shop}</title>${customers.map(({ name, phone }) => `<customer><name>${name}</name><phone>${phone}</phone></customer>`).join("")}</shop>`).join("")}</shops>`;
  const result = await countBytes({
    "a.json": JSON.stringify(shops),
    "b.jsonl": shops.map((shop) => JSON.stringify(shop)).join("\n"),
    "c.json": JSON.stringify({ data: { groups: [{ id: 1, teams: [{ t: "x", members: [person(1), person(2), person(3)] }] }] } }),
    "d.xml": `<?xml version="1.0"?>${xml}`,
  });
  expect(show(result)).toEqual(["a.json scanned - 3", "b.jsonl scanned - 3", "c.json scanned - 3", "d.xml scanned - 3"]);
  expect(result.ledger.total).toMatchObject({ seized: 12, valid: 12, distinct: 3 });
  expect(result.sources[0]?.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "shop null",
    "open null",
    "name name",
    "phone mobile",
  ]);
}, 120_000);

test("facts of tier A and B in a list are a row each, with the person around them; without facts the person is one row", async () => {
  const stay = (day: number) => ({ 入住时间: `2024-03-0${day} 12:00:00`, 房号: `80${day}` });
  const guests = [
    { 姓名: "张三", 身份证号: buildResidentId(901), stays: [stay(1), stay(2)] },
    { 姓名: "李四", 身份证号: buildResidentId(902), stays: [] },
  ];
  const result = await countBytes({ "a.json": JSON.stringify(guests) });
  expect(result.ledger.tiers.B).toMatchObject({ seized: 2, valid: 2, distinct: 2 });
  expect(result.ledger.tiers.C).toMatchObject({ seized: 1, valid: 1 });
}, 120_000);

test("where a fact and the person around it have a field of one name, both are kept", async () => {
  const guests = [
    { id: buildResidentId(901), name: "张三", stays: [{ id: 1, name: "若水酒店", 入住时间: "2024-03-01 12:00:00", 房号: "801" }] },
  ];
  const result = await countBytes({ "a.json": JSON.stringify(guests) });
  expect(result.ledger.tiers.B).toMatchObject({ seized: 1, valid: 1 });
  expect(result.kinds.find(({ kind }) => kind === "resident-id")).toMatchObject({ found: 1, valid: 1 });
}, 120_000);

test("a list that tells of nobody stays in the row around it", async () => {
  const people = [{ ...person(1), tags: [{ id: 1, label: "老客户" }, { id: 2 }], addresses: [{ city: "北京" }, { city: "上海" }] }];
  const result = await countBytes({ "a.json": JSON.stringify(people) });
  expect(show(result)).toEqual(["a.json scanned - 1"]);
  expect(result.sources[0]?.columns.map(({ name }) => name)).toEqual(["name", "phone", "tags.id", "tags.label", "addresses.city"]);
}, 120_000);

const leaf = fc.oneof(fc.string({ maxLength: 3 }), fc.integer(), fc.constant(null));
const tree = fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, leaf, tie("object"), fc.array(fc.oneof(leaf, tie("object")), { maxLength: 3 })),
  object: fc.dictionary(fc.string({ minLength: 1, maxLength: 2, unit: fc.constantFrom("a", "b", "c") }), tie("value"), { maxKeys: 3 }),
})).object;
const roles = fc.constantFrom<ListRole>("rows", "facts", "cells");

test("whatever the lists are, no value of an object is lost, and rows alone hold each value once", () => {
  fc.assert(
    fc.property(tree, roles, (value, role) => {
      const rows: Map<string, string>[] = [];
      expandRow(
        "t",
        value,
        () => role,
        (_, cells) => void rows.push(cells),
      );
      const said = rows.flatMap((cells) => [...cells.values()].flatMap((cell) => cell.split(", ").filter((part) => part !== "")));
      const held = valuesOf(value);
      expect(new Set(said)).toEqual(new Set(held));
      if (role !== "facts") expect(said.sort()).toEqual(held.sort());
    }),
    {
      examples: [
        [{ a: 0, b: [{ a: -1 }] }, "facts"],
        [{ a: [{ a: null }, " "] }, "facts"],
        [{ a: " ", b: [{ a: "x", c: [{ a: "y" }] }] }, "facts"],
      ],
    },
  );
}, 120_000);

test("a JSON inside a field of a JSON is read as what it holds, packed as a HAR packs it too", async () => {
  const body = JSON.stringify({ result: [person(1), person(2), { ...person(3), id: "900719925474099312" }] });
  const entry = (content: object) => ({ request: { url: "/list" }, response: { content } });
  const har = (entries: object[]) => JSON.stringify({ log: { version: "1.2", entries } });
  const plain = entry({ mimeType: "application/json", text: body });
  const packed = entry({ mimeType: "application/json", encoding: "base64", text: Buffer.from(body).toString("base64") });
  const picture = entry({ mimeType: "image/png", encoding: "base64", text: Buffer.from(body).toString("base64") });
  const result = await countBytes({ "a.har": har([plain, picture]), "b.har": har([packed, picture]), "c.har": har([picture]) });
  expect(show(result)).toEqual(["a.har scanned - 3", "b.har scanned - 3", "c.har scanned - 0"]);
  expect(result.ledger.total).toMatchObject({ seized: 6, valid: 6, distinct: 3 });
}, 120_000);

test.each(["{", '{"a": 1', "[张三] 在吗", '[{"a":1}, x]', "[1,2]"])("text that only begins as a JSON stays text: %s", (text) => {
  expect(splitObject({ a: text })).toEqual({ cells: new Map([["a", text]]), lists: new Map() });
});

test("the parts of a Telegram message are one text, and its list of entities is not that text again", () => {
  const text = ["张三 ", { type: "phone", text: buildMobile(1) }, " 可用"];
  const message = {
    text,
    text_entities: [
      { type: "plain", text: "张三 " },
      { type: "phone", text: buildMobile(1) },
    ],
  };
  expect(splitObject(message)).toEqual({ cells: new Map([["text", `张三 ${buildMobile(1)} 可用`]]), lists: new Map() });
  const contacts = [1, 2].map((at) => ({ type: "手机", text: buildMobile(at) }));
  expect(splitObject({ contacts }).lists).toEqual(new Map([["contacts", contacts]]));
});

test("flattening is what expanding gives where every list is cells", () => {
  fc.assert(
    fc.property(tree, (value) => {
      const rows: Map<string, string>[] = [];
      expandRow(
        "t",
        value,
        () => "cells",
        (_, cells) => void rows.push(cells),
      );
      expect(rows).toEqual([flattenJson(value)]);
      expect(splitObject({ a: { b: [1, "x", { c: 2 }] } })).toEqual({
        cells: new Map([["a.b", "1, x"]]),
        lists: new Map([["a.b", [{ c: 2 }]]]),
      });
    }),
  );
}, 120_000);

/** Every value that says something, as cells join them. */
function valuesOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value === "object") return Object.values(value).flatMap(valuesOf);
  return String(value)
    .split(", ")
    .filter((part) => part !== "");
}
