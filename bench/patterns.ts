/** The three patterns that the searching peers look for: an 18-character resident id, a mobile, a card of 16 to 19 digits. They only search. */
export const PATTERNS = [
  "\\b[1-9][0-9]{16}[0-9Xx]\\b", // 身份证号码
  "\\b1[3-9][0-9]{9}\\b", // 手机号码
  "\\b[1-9][0-9]{15,18}\\b", // 银行卡号
] as const;
