import { makeChance } from "#sample/chance.ts";
import { encodeGb18030 } from "#sample/encode-gb18030.ts";
import { makePeople } from "#sample/invent-person.ts";
import { addUp, type ExpectedFigures } from "#sample/sample-book.ts";
import { CHAT_GAINS, makeChat } from "#sample/sample-chat.ts";
import { makeBackupList, makeCustomerList, makeGuestList, makeParcelList, makeTrackList } from "#sample/sample-lists.ts";
import { writeArchive } from "#sample/write-archive.ts";
import { writeWorkbook } from "#sample/write-workbook.ts";

/** Ages of the expected figures are reckoned on this day: count with `--as-of` the same. */
export const SAMPLE_AS_OF = "2026-11-22";
const SAMPLE_SEED = 20241018;

export type Sample = {
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** from the generator's own book-keeping: it knows what it planted and never counts the files */
  readonly expected: ExpectedFigures;
  /** 违法所得 what the three buyers paid according to the chat, in yuan */
  readonly gains: number;
};

const HOTEL = "酒店/云栖连锁入住名单.xlsx";
const TELECOM = "营业厅/客户资料.csv";
const PARCELS = "快递/面单导出.tsv";
const TRACKS = "定位/定位记录.csv";
const CHAT = "聊天/老猫聊天记录.txt";
const PACK = "资料打包.zip";
const README = `本目录是虚构的示例案件。\n\n其中的姓名、号码、地址、聊天和行踪全部由程序编造，不对应任何真实的人：身份证号的顺序码都在九百以上，实际几乎不发放；号段真实，号码随机。\n请勿用于示例、测试和演示以外的目的。\n\nThis folder is an invented sample case. Every person, number, address, message and place in it is made up by a program.\n`;

/** 示例案件 the invented sample case, the same bytes for the same seed. Pure. */
export function makeSample(seed: number = SAMPLE_SEED): Sample {
  const chance = makeChance(seed);
  const people = makePeople(chance, 3700);
  const guests = people.slice(0, 1400);
  const harbour = makeGuestList(`${HOTEL}#临江店`, guests.slice(0, 850), chance, 60);
  const lake = makeGuestList(`${HOTEL}#东湖店`, guests.slice(800), chance, 25);
  const hidden = makeGuestList(`${HOTEL}#内部备份`, guests.slice(0, 120), chance, 0);
  const customers = people.slice(1200, 2900);
  const telecom = makeCustomerList(TELECOM, customers, chance);
  const parcels = makeParcelList(PARCELS, people.slice(2700, 3500), people.slice(3500, 3600), chance);
  const tracks = makeTrackList(TRACKS, people.slice(0, 12), chance);
  const backup = makeBackupList(`${PACK}!二手/客户备份.zip!客户备份.csv`, [...people.slice(2000, 2200), ...people.slice(3600, 3700)]);
  // Rows 0, 20, 40 and 60 of the customer list are whole ones.
  const chat = makeChat(CHAT, customers.filter((_, index) => index % 20 === 0).slice(0, 4));
  const inner = writeArchive([
    { path: "客户备份.csv", bytes: utf8(`\uFEFF${separated(backup.rows, ",")}`) },
    { path: "说明.txt", bytes: utf8("上半年整理，去年的不要。\n") },
  ]);
  const files = [
    { path: "README.txt", bytes: utf8(README) },
    {
      path: HOTEL,
      bytes: writeWorkbook([
        { name: "临江店", hidden: false, rows: harbour.rows },
        { name: "东湖店", hidden: false, rows: lake.rows },
        { name: "内部备份", hidden: true, rows: hidden.rows },
      ]),
    },
    { path: TELECOM, bytes: encodeGb18030(separated(telecom.rows, ",")) },
    { path: PARCELS, bytes: utf8(separated(parcels.rows, "\t")) },
    { path: TRACKS, bytes: utf8(separated(tracks.rows, ",")) },
    { path: CHAT, bytes: utf8(chat.text) },
    {
      path: PACK,
      bytes: writeArchive([
        { path: "二手/客户备份.zip", bytes: inner },
        { path: "打包说明.txt", bytes: utf8("三家通用，一次给清。\n") },
      ]),
    },
  ];
  const records = [harbour, lake, hidden, telecom, parcels, tracks, backup, chat].flatMap((list) => list.records);
  return {
    files,
    expected: addUp(records, ["README.txt", `${PACK}!打包说明.txt`, `${PACK}!二手/客户备份.zip!说明.txt`], SAMPLE_AS_OF),
    gains: CHAT_GAINS,
  };
}

function separated(rows: readonly (readonly string[])[], separator: string): string {
  return `${rows.map((cells) => cells.join(separator)).join("\r\n")}\r\n`;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
