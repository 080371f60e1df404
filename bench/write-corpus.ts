import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Invented evidence for the bench, the same bytes each time: a seeded generator, resident ids with order codes 900-999 (practically
 * never issued), mobiles of allocated segments, cards with a right Luhn digit.
 */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = "10X98765432";
const REGIONS = ["110101", "310115", "330106", "440305", "510104", "420106", "320102", "350203"];
const SEGMENTS = ["130", "133", "135", "138", "139", "150", "158", "177", "186", "199"];
const FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
const GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红";
const CHATTER = [
  "今天发货了吗",
  "那批数据还在不在",
  "价格好商量，老客户优惠",
  "晚点再说，先开会",
  "收到，谢谢老板",
  "物流单子发我一下",
  "周末一起吃饭吧",
  "这个月的账对一下",
  "群里别说这些",
  "好的，没问题",
];

/** Writes (once) a chat of about `bytes` bytes: one line in 25 carries an identifier. Answers the path. */
export function writeChat(path: string, bytes: number): string {
  return writeOnce(path, bytes, (random, line) => {
    const minute = String(line % 60).padStart(2, "0");
    const head = `2026-03-${String(1 + (line % 28)).padStart(2, "0")} ${String(9 + (line % 12)).padStart(2, "0")}:${minute} 用户${line % 97}: `;
    if (line % 25 !== 0) return `${head}${CHATTER[random(CHATTER.length)]}，${CHATTER[random(CHATTER.length)]}\n`;
    const person = random(4_000_000);
    return `${head}${[`客户身份证${residentId(person)}`, `加我手机${mobile(person)}`, `打到卡号${card(person)}`][line % 3]}，收到回我\n`;
  });
}

/** Writes (once) a table of about `bytes` bytes: name, resident id, mobile, card, city; every eighth row repeats a person. */
export function writeTable(path: string, bytes: number): string {
  return writeOnce(
    path,
    bytes,
    (random, line) => {
      const person = line % 8 === 7 ? random(line) : line;
      const name = `${FAMILY[person % FAMILY.length]}${GIVEN[(person >> 3) % GIVEN.length]}${GIVEN[(person >> 7) % GIVEN.length]}`;
      return `${name},${residentId(person)},${mobile(person)},${card(person)},临江市\n`;
    },
    "姓名,身份证号,手机号,银行卡号,城市\n",
  );
}

function residentId(person: number): string {
  const region = REGIONS[person % REGIONS.length] ?? "110101";
  const day = new Date(Date.UTC(1950, 0, 1) + (Math.floor(person / REGIONS.length) % 20_000) * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .replaceAll("-", "");
  const body = `${region}${day}${900 + (Math.floor(person / 160_000) % 100)}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (WEIGHTS[index] ?? 0), 0);
  return body + CHECK[sum % 11];
}

function mobile(person: number): string {
  return `${SEGMENTS[person % SEGMENTS.length]}${String((person * 104_729) % 100_000_000).padStart(8, "0")}`;
}

function card(person: number): string {
  const body = `622202${String((person * 15_485_863) % 1_000_000_000_000).padStart(12, "0")}`;
  let sum = 0;
  for (let index = body.length - 1, double = true; index >= 0; index--, double = !double) {
    const digit = Number(body[index]) * (double ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return body + ((10 - (sum % 10)) % 10);
}

function writeOnce(path: string, bytes: number, line: (random: (below: number) => number, index: number) => string, header = ""): string {
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.part`, "w");
  let seed = 20_261_124;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return below > 0 ? (seed >>> 4) % below : 0;
  };
  let written = writeSync(file, header);
  for (let index = 0, block = ""; written < bytes; index++) {
    block += line(random, index);
    if (block.length > 1_000_000) {
      written += writeSync(file, block);
      block = "";
    }
  }
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}
