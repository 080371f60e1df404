import type { Column } from "#scan/columns/infer-columns.ts";
import { CATEGORIES } from "#scan/columns/judge-column.ts";
import { fitOf } from "#scan/columns/sample-column.ts";
import { findInText } from "#scan/detectors/find-in-text.ts";
import type { ColumnMeaning } from "#scan/finding.ts";
import { isKind, KINDS, type Kind } from "#scan/kinds.ts";

const CALLERS = /主叫|被叫|对方号码|对端号码|caller|callee|calling|called/;
const CALL_FACT = /时长|duration|时间|time/;
const GUEST = /入住|退房|离店|住店|酒店|宾馆|旅馆|住宿|客人|旅客|check-?in|hotel|^(?:lg|jd)mc$|^(?:rz|tf|ld)(?:sj|rq)$/;
const USER_NAME = /^(?:用户名称?|会员名称?|username|customer|guest)$/;
const FEW_NAMES = 0.2;
const QUANTITY = /^(?:数量|单价|规格|规格型号|库存|件数|重量)$/;
/** Numbers of goods are numbers of no order. */
const GOODS = /^(?:批|货|款|物料|sku)/;
const AMOUNT = /金额|价格|amount|price/;
/** Times of the bookkeeping and of the person, not of what a record says. */
const NO_FACT = /出生|生日|创建|更新|导出|录入|注册|birth|created|updated/;
/** The file a photograph stands in says nothing: the same face under another name is the same item. */
const PHOTOGRAPH = /照片|相片|头像|photo/;
/** Share of a column's addresses that must hold a number of a person before all of them are searched for more. */
const MIXED = 0.1;
/** Categories of tier C: what they say is no part of a record's key. */
const TIER_C: ReadonlySet<string> = new Set(["education", "employment", "religion"]);

/** Decides what a column can mean only beside its neighbours, and which columns are details of what a record says. */
export function resolveTable(columns: readonly Column[], isOtherParty: (word: string) => boolean): ColumnMeaning[] {
  const resolved = resolveCalls(resolveCoordinates(resolveAmounts(resolveRooms(resolveHomonyms(resolveUserNames(columns))))));
  const holdsFacts = resolved.some(({ kind }) => kind !== null && CATEGORIES.has(kind) && !TIER_C.has(kind));
  // Another order of the same goods at the same price is another transaction.
  const trades = resolved.some(({ kind }) => kind === "transaction");
  return resolved.map((column) => ({
    name: column.name,
    kind: column.kind,
    share: shareOf(column),
    evidence: column.evidence,
    otherParty: isOtherSide(column, resolved, isOtherParty),
    detail: holdsFacts && (isDetail(column) || (trades && column.header === "order-number")),
    ...(isMixed(column) ? { mixed: true as const } : {}),
  }));
}

/**
 * The other side is one only beside this side: 收件人 of a courier list is its person, 收款人 beside 付款人 is not. A column is the other
 * side's when this side has one of the same kind, or when both sides have names.
 */
function isOtherSide(column: Column, columns: readonly Column[], isOtherParty: (word: string) => boolean): boolean {
  if (column.kind === null || !isKind(column.kind) || !isOtherParty(column.word)) return false;
  const ours = columns.filter(({ word }) => !isOtherParty(word));
  if (ours.some(({ kind }) => kind === column.kind)) return true;
  const named = ours.some(({ kind }) => kind === "name") && columns.some(({ kind, word }) => kind === "name" && isOtherParty(word));
  return named && column.kind !== "name" && column.kind !== "address" && !CATEGORIES.has(column.kind);
}

/** Whether numbers of persons stand inside the addresses of a column: 收货信息 holds all that is known of somebody. */
function isMixed({ kind, sample }: Column): boolean {
  if (kind !== "address" || sample.values.length === 0) return false;
  const holding = sample.values.filter(
    (value) =>
      /\d{7}|@/.test(value.replace(/[\s-]/g, "")) && findInText(value).some((found) => found.state === "valid" && identifies(found.kind)),
  );
  return holding.length >= sample.values.length * MIXED;
}

function identifies(kind: Kind): boolean {
  return KINDS[kind].identifies === "alone";
}

function isDetail({ kind, header, word }: Column): boolean {
  if (kind !== null && CATEGORIES.has(kind)) return !TIER_C.has(kind) && !PHOTOGRAPH.test(word);
  return ((header === "time" || header === "detail") && !NO_FACT.test(word)) || kind === "coordinates";
}

/** 房号 is a hotel's only beside a guest's dates or a hotel; in a property listing it is a part of the address. */
function resolveRooms(columns: readonly Column[]): readonly Column[] {
  if (columns.some(({ kind, word }) => kind === "accommodation" && GUEST.test(word)) || columns.some(({ word }) => GUEST.test(word)))
    return columns;
  return columns.map((column) =>
    column.kind === "accommodation" && /^房(?:间)?号$|^room|^fjh$/.test(column.word) ? retold(column, null, "beside:no-guest") : column,
  );
}

/** 用户名 may be a person's name or what one signs in with: where hardly a value reads as a name, it is an account's. */
function resolveUserNames(columns: readonly Column[]): readonly Column[] {
  return columns.map((column) =>
    column.kind === "name" && USER_NAME.test(column.word) && column.sample.values.length > 0 && column.sample.shareOf("name") < FEW_NAMES
      ? retold(column, null, "content:accounts")
      : column,
  );
}

/** 科室 is where one was treated only beside an illness or a visit, else where one works; 单位 beside quantities measures goods. */
function resolveHomonyms(columns: readonly Column[]): readonly Column[] {
  const treated = columns.some(({ kind, word }) => kind === "health" && word !== "科室");
  const measured = columns.some(({ word }) => QUANTITY.test(word));
  return columns.map((column) => {
    if (column.word === "科室" && column.kind === "health" && !treated) return retold(column, "employment", "beside:no-illness");
    return column.word === "单位" && column.kind === "employment" && measured ? retold(column, null, "beside:quantities") : column;
  });
}

/** A lone 金额 is a transaction's beside orders, property beside balances. */
function resolveAmounts(columns: readonly Column[]): readonly Column[] {
  const orders = columns.some(({ kind, header, word }) => (kind === "order-number" && !GOODS.test(word)) || header === "transaction");
  const balances = columns.some(({ kind }) => kind === "property");
  return columns.map((column) => {
    if (column.kind !== null || column.header !== "detail" || !AMOUNT.test(column.word)) return column;
    if (orders) return retold(column, "transaction", "beside:orders");
    return balances ? retold(column, "property", "beside:balances") : column;
  });
}

/** Coordinates with a time or a track beside them are where a person was. */
function resolveCoordinates(columns: readonly Column[]): readonly Column[] {
  const track = columns.some(
    ({ kind, header, word }) => kind === "whereabouts" || ((header === "time" || /时间|time/.test(word)) && !NO_FACT.test(word)),
  );
  return track ? columns.map((column) => (column.kind === "coordinates" ? retold(column, "whereabouts", "beside:time") : column)) : columns;
}

/** Numbers that call each other are a call record: the time or duration says so, where there is none the called number itself. */
function resolveCalls(columns: readonly Column[]): readonly Column[] {
  if (
    !columns.some(({ word }) => CALLERS.test(word)) ||
    columns.some(({ kind }) => kind === "communication-record" || kind === "communication-content")
  )
    return columns;
  if (columns.some(({ word }) => /收款|付款|转账|交易/.test(word))) return columns;
  const fact = columns.find(({ kind, word }) => (kind === null || kind === "timestamp") && CALL_FACT.test(word) && !NO_FACT.test(word));
  const called = columns.find(({ word }) => /被叫|对方|对端|callee|called/.test(word)) ?? columns.find(({ word }) => CALLERS.test(word));
  return columns.map((column) => (column === (fact ?? called) ? retold(column, "communication-record", "beside:callers") : column));
}

function retold(column: Column, kind: Kind | null, because: string): Column {
  return column.fixed ? column : { ...column, kind, evidence: [...column.evidence, because] };
}

function shareOf({ kind, sample }: Column): number {
  if (kind === null || sample.values.length === 0) return 0;
  return isKind(kind) ? fitOf(sample, kind) : 1;
}
