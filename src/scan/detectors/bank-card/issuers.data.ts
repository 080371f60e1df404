/**
 * Issuer prefixes of payment cards and the lengths they come in: ISO/IEC 7812 (2017), the networks' published ranges, and the local
 * cards that Chinese banks issued before 62. Deliberately coarse: it tells a card from another number, not one bank from another.
 */
export const ISSUERS: readonly { readonly prefix: string; readonly lengths: readonly number[]; readonly network: string }[] = [
  { prefix: "62", lengths: [16, 17, 18, 19], network: "UnionPay" },
  { prefix: "81", lengths: [16, 17, 18, 19], network: "UnionPay" },
  { prefix: "4", lengths: [13, 16, 17, 18, 19], network: "Visa" },
  { prefix: "5[1-5]", lengths: [16, 18], network: "Mastercard" },
  { prefix: "2(?:22[1-9]|2[3-9]\\d|[3-6]\\d\\d|7[01]\\d|720)", lengths: [16], network: "Mastercard" },
  { prefix: "3[47]", lengths: [15], network: "American Express" },
  { prefix: "35(?:2[89]|[3-8]\\d)", lengths: [16], network: "JCB" },
  { prefix: "3(?:0[0-5]|[689])", lengths: [14, 16], network: "Diners Club" },
  { prefix: "6(?:011|4[4-9]|5)", lengths: [16, 19], network: "Discover" },
  { prefix: "(?:50|5[6-9]|67|63)", lengths: [16, 17, 18, 19], network: "Maestro" },
  { prefix: "6(?:0|1|8|9)", lengths: [15, 16, 17, 18, 19], network: "local" },
  { prefix: "9(?:0|1|2|4|5|6|8|9)", lengths: [15, 16, 17, 18, 19], network: "local" },
  { prefix: "8(?:4|7|8)", lengths: [16], network: "local" },
  { prefix: "103", lengths: [19], network: "local" },
];
