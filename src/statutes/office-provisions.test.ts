import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { assess } from "#statutes/assess.ts";
import { loadProvisions, PROVISIONS_FOLDER } from "#statutes/load-provisions.query.ts";
import { OffenceFacts } from "#statutes/offence-facts.contract.ts";
import { writeOffice, writeStandard } from "#statutes/office-provisions.builder.ts";

/** 地方规定 an office's own files fix what the national ones leave to each place, by place and by the day of the act; no code is touched. */
const national = loadProvisions();
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
const folderOf = (files: Readonly<Record<string, string>>) => {
  const folder = writeOffice(files);
  folders.push(folder);
  return folder;
};
const withOffice = (files: Readonly<Record<string, string>>) => loadProvisions(PROVISIONS_FOLDER, folderOf(files));
const fraud = (facts: object) =>
  OffenceFacts.parse({
    offence: "fraud",
    actDate: "2025-03-01",
    decisionDate: "2026-11-22",
    deceivedToPossessUnlawfully: true,
    byTelecommunications: false,
    amount: 0,
    fraudMessagesSent: 0,
    fraudCallsMade: 0,
    daysAtOverseasFraudSitesWithinOneYear: 0,
    otherSeriousCircumstances: false,
    otherEspeciallySeriousCircumstances: false,
    ...facts,
  });
const extortion = (facts: object) =>
  OffenceFacts.parse({
    offence: "extortion",
    actDate: "2025-03-01",
    decisionDate: "2026-11-22",
    byThreatOrCoercion: true,
    byPostingOrDeletingInformationOnline: false,
    amount: 0,
    timesWithinTwoYears: 1,
    victimMinorElderlyOrDisabled: false,
    actedAsOfficialOrReporter: false,
    priorExtortionRecord: false,
    inNameOfGang: false,
    otherSeriousCircumstances: false,
    otherEspeciallySeriousCircumstances: false,
    ...facts,
  });
const old = writeStandard({
  id: "jia-fraud-2015",
  offence: "fraud",
  from: "2015-01-01",
  until: "2019-12-31",
  standards: { "266-large": 4000, "266-huge": 40_000 },
});
const now = writeStandard({
  id: "jia-fraud-2020",
  offence: "fraud",
  from: "2020-01-01",
  standards: { "266-large": 6000, "266-huge": 60_000 },
});
const jia = withOffice({ "old.yaml": old, "now.yaml": now });

describe("a local standard closes the national range", () => {
  test.each([
    [5999, "not-met"],
    [6000, "met"],
    [6001, "met"],
  ])("entry: %i yuan is %s", (amount, established) => {
    expect(assess(fraud({ amount }), national).established).toBe("unknown");
    const answer = assess(fraud({ amount }), jia);
    expect(answer.established).toBe(established);
    expect(answer.missing).toEqual([]);
  });
  test.each([
    [59_999, "none"],
    [60_000, "serious"],
    [60_001, "serious"],
  ])("huge: %i yuan is %s, and the answer cites the standard and says that it is local", (amount, band) => {
    expect(assess(fraud({ amount }), national)).toMatchObject({ band: "none", bandAtMost: "serious", missing: ["localStandard"] });
    const answer = assess(fraud({ amount }), jia);
    expect([answer.band, answer.bandAtMost]).toEqual([band, undefined]);
    const ground = answer.grounds.find(({ limb }) => limb === "266-huge");
    expect(ground).toMatchObject({
      provision: "法释〔2011〕7号 第一条；某甲省高法〔2020〕1号",
      need: "≥ 60000",
      local: { id: "jia-fraud-2020" },
    });
    expect(answer.remarks.find(({ id }) => id === "local-standard-jia-fraud-2020")?.zh).toContain("不是全国统一标准");
  });
  test("half of it and 80 % of it follow", () => {
    const file = writeStandard({
      id: "jia-extortion",
      offence: "extortion",
      from: "2015-01-01",
      standards: { "274-large": 3000, "274-huge": 50_000, "274-especially-huge": 400_000 },
    });
    const own = withOffice({ "a.yaml": file });
    const established = (facts: object) => assess(extortion(facts), own).established;
    expect([established({ amount: 2999 }), established({ amount: 3000 })]).toEqual(["not-met", "met"]);
    const elderly = { victimMinorElderlyOrDisabled: true };
    expect([established({ ...elderly, amount: 1499 }), established({ ...elderly, amount: 1500 })]).toEqual(["not-met", "met"]);
    const gang = (amount: number) => assess(extortion({ amount, inNameOfGang: true }), own).band;
    expect([gang(39_999), gang(40_000), gang(319_999), gang(320_000)]).toEqual(["none", "serious", "serious", "especially-serious"]);
  });
});

describe("a replaced standard stays, and the day of the act picks", () => {
  test.each([
    ["2014-12-31", "none", "serious", null],
    ["2015-01-01", "serious", undefined, "某甲省高法〔2015〕1号"],
    ["2019-12-31", "serious", undefined, "某甲省高法〔2015〕1号"],
    ["2020-01-01", "none", undefined, "某甲省高法〔2020〕1号"],
  ])("an act of %s: %s", (actDate, band, atMost, cite) => {
    const answer = assess(fraud({ actDate, amount: 50_000 }), jia);
    expect([answer.band, answer.bandAtMost]).toEqual([band, atMost]);
    const provision = answer.grounds.find(({ limb }) => limb === "266-huge")?.provision ?? "";
    expect(provision).toBe(cite === null ? "法释〔2011〕7号 第一条" : `法释〔2011〕7号 第一条；${cite}`);
  });
  test("without the day of the act the standard is open, and the day is what is missing", () => {
    const answer = assess(fraud({ actDate: null, amount: 60_000 }), jia);
    expect([answer.band, answer.bandAtMost]).toEqual(["none", "serious"]);
    expect(answer.missing).toEqual(["actDate"]);
  });
});

describe("an installation with the standards of two places", () => {
  const yi = writeStandard({ id: "yi-fraud", offence: "fraud", place: "某乙省", from: "2020-01-01", standards: { "266-huge": 100_000 } });
  const both = withOffice({ "jia.yaml": now, "yi.yaml": yi });
  test("takes that of the place of the case", () => {
    expect(assess(fraud({ amount: 60_000, region: "某甲省" }), both).band).toBe("serious");
    expect(assess(fraud({ amount: 60_000, region: "某乙省" }), both).band).toBe("none");
    expect(assess(fraud({ amount: 100_000, region: "某乙省" }), both).band).toBe("serious");
  });
  test("leaves the range open where the place is untold or has none, and says which it is", () => {
    expect(assess(fraud({ amount: 60_000 }), both)).toMatchObject({ band: "none", bandAtMost: "serious", missing: ["region"] });
    expect(assess(fraud({ amount: 60_000, region: "某丙省" }), both)).toMatchObject({
      band: "none",
      bandAtMost: "serious",
      missing: ["localStandard"],
    });
  });
});

test("an office's limb takes the place of the national one of that id, another is added, and both cite their source", () => {
  const file = `id: jia-deletion
offence: paid-deletion
region: { zh: 某甲省, en: Jia }
issuer: { zh: 某甲省高级人民法院, en: High Court of Jia }
cite: 某甲省高法〔2024〕9号
inForce: { from: "2024-01-01", until: null }
limbs:
  - id: 7-turnover
    cite: 某甲省高法〔2024〕9号 第一条
    band: serious
    test: { kind: at-least, fact: turnover, atLeast: 80000 }
    meaning: { zh: 非法经营数额八万元以上。, en: "Turnover of 80,000 yuan or more." }
`;
  const own = withOffice({ "a.yaml": file });
  const facts = (told: object) =>
    OffenceFacts.parse({
      offence: "paid-deletion",
      accused: "natural-person",
      actDate: "2024-03-01",
      decisionDate: "2026-11-22",
      forProfit: true,
      service: "deletion",
      turnover: 60_000,
      gains: 0,
      ...told,
    });
  expect([assess(facts({}), national).band, assess(facts({}), own).band]).toEqual(["serious", "none"]);
  expect(assess(facts({ turnover: 80_000 }), own).grounds.find(({ limb }) => limb === "7-turnover")).toMatchObject({
    provision: "某甲省高法〔2024〕9号 第一条",
    outcome: "met",
    local: { id: "jia-deletion" },
  });
  expect(assess(facts({ actDate: "2023-12-31" }), own).band).toBe("serious");
  const untold = assess(facts({ actDate: null }), own);
  expect([untold.band, untold.bandAtMost]).toEqual(["none", "serious"]);
  expect(own.offences.get("paid-deletion")?.interpretations).toEqual(national.offences.get("paid-deletion")?.interpretations);
});

describe("a wrong file of an office is refused with file, line, expectation and finding", () => {
  const refusal = (...files: string[]) => {
    const folder = folderOf(Object.fromEntries(files.map((text, at) => [`${at + 1}.yaml`, text])));
    return () => loadProvisions(PROVISIONS_FOLDER, folder);
  };
  test.each([
    [
      "an amount outside the national range",
      now.replace("60000", "600000"),
      /1\.yaml:9: standards\.1\.amount: expected 30000 to 100000.*found 600000/,
    ],
    [
      "a standard nobody asks for",
      now.replace("266-huge", "266-hugh"),
      /1\.yaml:9: standards\.1\.standard: expected 266-large, .*266-huge.*found 266-hugh/,
    ],
    [
      "an offence nobody knows",
      now.replace("offence: fraud", "offence: theft"),
      /1\.yaml:2: offence: expected one of .*fraud.*found theft/,
    ],
    ["a misspelt key", now.replace("issuer:", "isuer:"), /1\.yaml:\d+: .*issuer/],
    ["a day that does not exist", now.replace("2020-01-01", "2020-02-30"), /1\.yaml:6: inForce\.from/],
    [
      "an end before the beginning",
      now.replace("until: null", 'until: "2019-01-01"'),
      /1\.yaml:6: inForce\.until.*expected.*found "2019-01-01"/,
    ],
    ["no amount and no limb", now.slice(0, now.indexOf("standards:")), /1\.yaml:1: .*expected standards or limbs/],
    ["broken YAML", `${now}  - [`, /1\.yaml:\d+:/],
  ])("%s", (_, text, message) => {
    expect(refusal(text)).toThrow(message);
  });
  test("two versions of one standard on one day", () => {
    expect(refusal(old.replace("2019-12-31", "2020-01-01"), now)).toThrow(
      /2\.yaml:6: inForce: expected days that do not overlap with .*1\.yaml.*found 2020-01-01/,
    );
  });
  test("two files of one id, and a folder that is not there", () => {
    expect(refusal(old, now.replace("jia-fraud-2020", "jia-fraud-2015"))).toThrow(/2\.yaml:1: id: expected an id that no other file has/);
    expect(() => loadProvisions(PROVISIONS_FOLDER, join("/tmp", "no-such-folder-of-provisions"))).toThrow(/expected a folder.*ENOENT/);
  });
});
