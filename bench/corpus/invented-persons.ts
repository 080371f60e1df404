/**
 * Invented persons for the bench, the same for the same number: resident ids with order codes 900-999 (practically never issued) and a
 * right check character, mobiles of allocated segments, cards with a right Luhn digit. 96 million resident ids before one comes again.
 */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = "10X98765432";
const REGIONS = (
  "110101 110102 110105 110106 110107 110108 110109 110111 110112 110113 110114 110115 " +
  "310101 310104 310105 310106 310107 310109 310110 310112 310113 310114 310115 310116 " +
  "330105 330106 330108 330109 440103 440104 440105 440106 440303 440304 440305 440306 " +
  "440307 420102 420103 420104 420105 420106 510104 510105 510106 510107 320102 350203"
).split(" ");
const SEGMENTS = ["130", "133", "135", "138", "139", "150", "158", "177", "186", "199"];
const FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
const GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红";
const DAYS = Array.from({ length: 20_000 }, (_, day) =>
  new Date(Date.UTC(1950, 0, 1) + day * 86_400_000).toISOString().slice(0, 10).replaceAll("-", ""),
);

export function nameOf(person: number): string {
  return `${FAMILY[person % FAMILY.length]}${GIVEN[(person >> 3) % GIVEN.length]}${GIVEN[(person >> 7) % GIVEN.length]}`;
}

export function residentIdOf(person: number): string {
  const inRegion = Math.floor(person / REGIONS.length);
  const order = 900 + (Math.floor(inRegion / DAYS.length) % 100);
  const body = `${REGIONS[person % REGIONS.length]}${DAYS[inRegion % DAYS.length]}${order}`;
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += (body.charCodeAt(at) - 48) * (WEIGHTS[at] ?? 0);
  return body + CHECK[sum % 11];
}

export function mobileOf(person: number): string {
  return `${SEGMENTS[person % SEGMENTS.length]}${String((person * 104_729) % 100_000_000).padStart(8, "0")}`;
}

export function cardOf(person: number): string {
  const body = `622202${String((person * 15_485_863) % 1_000_000_000_000).padStart(12, "0")}`;
  let sum = 0;
  for (let at = body.length - 1, double = true; at >= 0; at--, double = !double) {
    const digit = (body.charCodeAt(at) - 48) * (double ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return body + ((10 - (sum % 10)) % 10);
}

/** A seeded generator: the same numbers below a bound in the same order on every machine. */
export function seededRandom(): (below: number) => number {
  let seed = 20_261_124;
  return (below) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return below > 0 ? (seed >>> 4) % below : 0;
  };
}
