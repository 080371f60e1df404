import fc from "fast-check";
import { expect, test } from "vitest";
import { attributeOf, decodeXmlText, walkXml } from "#scan/sources/walk-xml.ts";

async function eventsOf(xml: string, piece = xml.length): Promise<string[]> {
  const events: string[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") events.push(`text ${decodeXmlText(text)}`);
    text = "";
  };
  await walkXml(
    (async function* () {
      const bytes = Buffer.from(xml);
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    })(),
    {
      open: (name, attributes, empty) => {
        flush();
        events.push(`${empty ? "empty" : "open"} ${name}${attributes}`);
      },
      close: (name) => {
        flush();
        events.push(`close ${name}`);
      },
      text: (raw) => (text += raw),
    },
  );
  return events;
}

const XML = `<?xml version="1.0"?><!-- <no> --><x:a b="1 > 0"><c/>文字 &amp; &#x4e2d;<![CDATA[<&amp;>]]></x:a >`;
const EVENTS = ['open a b="1 > 0"', "empty c", "text 文字 & 中<&amp;>", "close a"];

test("the walk is the same in whatever pieces the bytes come", async () => {
  expect(await eventsOf(XML)).toEqual(EVENTS);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (piece) => {
      expect(await eventsOf(XML, piece)).toEqual(EVENTS);
    }),
  );
});

test("entities that multiply or point outside are never resolved", async () => {
  const laughs = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><t>&b;&x;&lt;</t>`;
  expect(await eventsOf(laughs)).toEqual(["open t", "text &b;&x;<", "close t"]);
});

test("XML that ends inside a tag is said to be damaged", async () => {
  await expect(eventsOf("<a><b")).rejects.toThrow(/ends inside a tag/);
});

test("attributes are decoded and found by their local name", () => {
  expect(attributeOf(` name="客户 &lt;1&gt;" r:id='rId1'`, "name")).toBe("客户 <1>");
  expect(attributeOf(` name="客户" r:id='rId1'`, "id")).toBe("rId1");
  expect(attributeOf(` name="x"`, "id")).toBeUndefined();
});
