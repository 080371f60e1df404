import { judgeAccountPassword } from "#scan/detectors/account-password/account-password.ts";
import { judgeAddress } from "#scan/detectors/address/address.ts";
import { judgeBankCard } from "#scan/detectors/bank-card/bank-card.ts";
import { judgeCategory } from "#scan/detectors/category/category.ts";
import { judgeCoordinates } from "#scan/detectors/coordinates/coordinates.ts";
import { judgeEmail } from "#scan/detectors/email/email.ts";
import { judgeForeignPermanentResidentId } from "#scan/detectors/foreign-permanent-resident-id/foreign-permanent-resident-id.ts";
import { judgeHkMacaoPermit } from "#scan/detectors/hk-macao-permit/hk-macao-permit.ts";
import { judgeIccid } from "#scan/detectors/iccid/iccid.ts";
import { judgeImei } from "#scan/detectors/imei/imei.ts";
import { judgeImsi } from "#scan/detectors/imsi/imsi.ts";
import { judgeIp } from "#scan/detectors/ip/ip.ts";
import { judgeLandline } from "#scan/detectors/landline/landline.ts";
import { judgeMac } from "#scan/detectors/mac/mac.ts";
import { judgeMilitaryId } from "#scan/detectors/military-id/military-id.ts";
import { judgeMobile } from "#scan/detectors/mobile/mobile.ts";
import { judgeName } from "#scan/detectors/name/name.ts";
import { judgePassport } from "#scan/detectors/passport/passport.ts";
import { judgePlate } from "#scan/detectors/plate/plate.ts";
import { judgeQq } from "#scan/detectors/qq/qq.ts";
import { judgeResidentId } from "#scan/detectors/resident-id/resident-id.ts";
import { judgeSocialSecurity } from "#scan/detectors/social-security/social-security.ts";
import { judgeTaiwanPermit } from "#scan/detectors/taiwan-permit/taiwan-permit.ts";
import type { Verdict } from "#scan/detectors/verdict.ts";
import { judgeWechat } from "#scan/detectors/wechat/wechat.ts";
import type { Kind } from "#scan/kinds.ts";
import { compactNumber } from "#scan/text/compact-number.ts";

/** Judges a folded value said to be of a kind; `today` (ISO date) bounds birth dates. null: no finding at all (a machine's number). */
export type Judge = (folded: string, today: string) => Verdict | null;

/** One judge for each kind. A kind without its judge does not compile. */
export const JUDGES = {
  "resident-id": (folded, today) => judgeResidentId(compactNumber(folded), today),
  mobile: (folded) => judgeMobile(compactNumber(folded)),
  landline: judgeLandline,
  "bank-card": (folded) => judgeBankCard(compactNumber(folded)),
  email: judgeEmail,
  passport: (folded) => judgePassport(compactNumber(folded)),
  "hk-macao-permit": (folded) => judgeHkMacaoPermit(compactNumber(folded)),
  "taiwan-permit": (folded) => judgeTaiwanPermit(compactNumber(folded)),
  "foreign-permanent-resident-id": (folded, today) => judgeForeignPermanentResidentId(compactNumber(folded), today),
  "military-id": (folded) => judgeMilitaryId(compactNumber(folded)),
  plate: judgePlate,
  imei: (folded) => judgeImei(compactNumber(folded)),
  imsi: (folded) => judgeImsi(compactNumber(folded)),
  iccid: (folded) => judgeIccid(compactNumber(folded)),
  mac: judgeMac,
  ip: judgeIp,
  qq: (folded) => judgeQq(compactNumber(folded)),
  wechat: judgeWechat,
  "account-password": judgeAccountPassword,
  name: judgeName,
  address: judgeAddress,
  coordinates: judgeCoordinates,
  whereabouts: judgeCategory,
  "communication-content": judgeCategory,
  "communication-record": judgeCategory,
  credit: judgeCategory,
  property: judgeCategory,
  accommodation: judgeCategory,
  health: judgeCategory,
  biometric: judgeCategory,
  transaction: judgeCategory,
  education: judgeCategory,
  employment: judgeCategory,
  religion: judgeCategory,
  "social-security": (folded) => judgeSocialSecurity(compactNumber(folded)),
} as const satisfies Record<Kind, Judge>;
