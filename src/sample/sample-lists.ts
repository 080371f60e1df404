import type { Chance } from "#sample/chance.ts";
import { digits, type InventedPerson, withWrongCheck } from "#sample/invent-person.ts";
import { UNALLOCATED } from "#sample/invented-people.data.ts";
import type { Planted, PlantedRecord } from "#sample/sample-book.ts";

/** A list of the sample: its rows as text, and beside each what was planted in it. */
export type PlantedTable = { readonly rows: readonly (readonly string[])[]; readonly records: readonly PlantedRecord[] };
type Row = { readonly cells: readonly string[]; readonly record: PlantedRecord };

const valid = (kind: string, value: string): Planted => ({ kind, value, state: "valid" });
const damaged = (kind: string, value: string): Planted => ({ kind, value, state: "damaged" });
const invalid = (kind: string, value: string): Planted => ({ kind, value, state: "invalid" });
const HIDDEN_MIDDLE = (mobile: string) => `${mobile.slice(0, 3)}****${mobile.slice(7)}`;
/** 谁都知道的测试号码: stands in every manual and belongs to nobody */
const DUMMY_MOBILE = "13800138000";

/** 酒店入住名单 tier B: every stay is an item of its own; `again` first rows stand twice. */
export function makeGuestList(source: string, guests: readonly InventedPerson[], chance: Chance, again: number): PlantedTable {
  const stays = guests.map((guest): Row => {
    const month = 1 + chance.below(11);
    const [day, nights] = [1 + chance.below(20), 1 + chance.below(5)];
    const date = (of: number) => `2023-${String(month).padStart(2, "0")}-${String(of).padStart(2, "0")}`;
    const [room, from, until] = [
      String(201 + chance.below(700)),
      `${date(day)} 14:${10 + chance.below(50)}`,
      `${date(day + nights)} 11:${10 + chance.below(50)}`,
    ];
    const cells = [guest.name, guest.residentId, guest.mobile, room, from, until];
    const stay = [room, from, until].map((value) => valid("accommodation", value));
    const findings = [valid("name", guest.name), valid("resident-id", guest.residentId), valid("mobile", guest.mobile), ...stay];
    return { cells, record: { source, tier: "B", findings, key: [guest.residentId, room, from, until].join(" "), becomes: "valid" } };
  });
  return table(["姓名", "身份证号", "手机号", "房号", "入住时间", "退房时间"], [...stays, ...stays.slice(0, again)]);
}

/** 营业厅客户资料 tier C, with everything that lists of this kind suffer from. */
export function makeCustomerList(source: string, customers: readonly InventedPerson[], chance: Chance): PlantedTable {
  const plan = ["超享套餐", "家庭套餐", "校园套餐", "畅聊套餐"] as const;
  const row = (name: string, id: string, mobile: string, findings: Planted[], key: string, becomes: PlantedRecord["becomes"]): Row => ({
    cells: [name, id, mobile, chance.pick(plan)],
    record: { source, tier: "C", findings: [valid("name", name), ...findings], key, becomes },
  });
  const rows = customers.map((customer, index): Row => {
    const { name, residentId, mobile } = customer;
    const number = valid("mobile", mobile);
    const kind = index % 20;
    if (kind === 3) return row(name, "", DUMMY_MOBILE, [valid("mobile", DUMMY_MOBILE)], DUMMY_MOBILE, "test-data");
    if (kind === 7) return row(name, withWrongCheck(residentId), "", [invalid("resident-id", residentId)], "", "invalid");
    if (kind === 9) return row(name, exponential(residentId), "", [damaged("resident-id", residentId)], "", "damaged");
    if (kind === 11)
      return row(
        name,
        `${residentId.slice(0, 6)}********${residentId.slice(14)}`,
        mobile,
        [damaged("resident-id", residentId), number],
        mobile,
        "valid",
      );
    if (kind === 13) return row(name, "无", mobile, [number], mobile, "valid");
    if (kind === 15) {
      const wrong = chance.pick(UNALLOCATED) + digits(chance, 8);
      return row(name, "-", wrong, [invalid("mobile", wrong)], "", "invalid");
    }
    if (kind === 17) return row(name, "", HIDDEN_MIDDLE(mobile), [damaged("mobile", mobile)], "", "damaged");
    return row(name, residentId, mobile, [valid("resident-id", residentId), number], residentId, "valid");
  });
  // The list was exported twice and pasted together: every eighth row comes again.
  return table(["姓名", "身份证号", "手机号码", "套餐"], [...rows, ...rows.filter((_, index) => index % 8 === 0)]);
}

/** 干净的客户备份 tier C: identity and number only. */
export function makeBackupList(source: string, customers: readonly InventedPerson[]): PlantedTable {
  const rows = customers.map(({ name, residentId, mobile }): Row => {
    const findings = [valid("name", name), valid("resident-id", residentId), valid("mobile", mobile)];
    return { cells: [name, residentId, mobile], record: { source, tier: "C", findings, key: residentId, becomes: "valid" } };
  });
  return table(["姓名", "身份证号", "手机号"], rows);
}

/** 快递面单 tier C: hidden or rounded numbers stay useful where an address stands beside the name. */
export function makeParcelList(
  source: string,
  receivers: readonly InventedPerson[],
  masked: readonly InventedPerson[],
  chance: Chance,
): PlantedTable {
  const row = (
    name: string,
    mobile: string,
    address: string,
    findings: Planted[],
    key: string,
    becomes: PlantedRecord["becomes"],
  ): Row => ({
    cells: [`YD${digits(chance, 9)}`, name, mobile, address],
    record: { source, tier: "C", findings: [valid("name", name), ...findings], key, becomes },
  });
  const known = receivers.map(
    ({ name, mobile, address }): Row => row(name, mobile, address, [valid("mobile", mobile), valid("address", address)], mobile, "valid"),
  );
  const hidden = masked.map(({ name, mobile, address }, index): Row => {
    const number = index % 3 === 0 ? exponential(mobile) : HIDDEN_MIDDLE(mobile);
    if (index % 4 === 1) return row(name, number, "-", [damaged("mobile", mobile)], "", "damaged");
    return row(name, number, address, [damaged("mobile", mobile), valid("address", address)], `${name} ${address}`, "valid");
  });
  return table(["运单号", "收件人", "收件电话", "收件地址"], [...known, ...hidden]);
}

/** 定位记录 tier A: every point of a person is an item of its own; the first three come twice. */
export function makeTrackList(source: string, followed: readonly InventedPerson[], chance: Chance): PlantedTable {
  const places = ["东湖区望江路路口", "临江客运站", "听泉广场停车场", "云溪路地铁站", "石桥市场北门"] as const;
  const points = followed.flatMap(({ name, mobile }) =>
    [1, 2, 3].map((day): Row => {
      const [time, place] = [
        `2024-02-0${day} ${8 + day * 3}:${10 + chance.below(50)}:${10 + chance.below(50)}`.replace(/ (\d):/, " 0$1:"),
        chance.pick(places),
      ];
      const findings = [valid("name", name), valid("mobile", mobile), valid("whereabouts", time), valid("whereabouts", place)];
      return {
        cells: [name, mobile, time, place],
        record: { source, tier: "A", findings, key: [mobile, time, place].join(" "), becomes: "valid" },
      };
    }),
  );
  return table(["姓名", "手机号", "定位时间", "定位地点"], [...points, ...points.slice(0, 3)]);
}

/** A number as a spreadsheet shows it when it is too wide: what is behind the first digits is lost. */
function exponential(number: string): string {
  const short = number.replace(/\D/g, "").slice(0, 6);
  return `${short.charAt(0)}.${short.slice(1)}E+${number.length - 1}`;
}

function table(head: readonly string[], rows: readonly Row[]): PlantedTable {
  return { rows: [head, ...rows.map((row) => row.cells)], records: rows.map((row) => row.record) };
}
