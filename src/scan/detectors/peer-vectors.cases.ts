const FOREIGN_PHONE =
  "A number of another country's plan: the contract's mobile is eleven digits of an allocated segment of China's plan, its landline one of China's area codes.";
const RUN_TOGETHER =
  "Without a label only UnionPay cards, or cards in their printed groups, are found in free text: thirteen to sixteen digits run together that pass Luhn may as well be an order (one in ten does).";

/** Vectors of peers that we answer otherwise, by their place in the peer's file, with the reason. One that we answer alike fails the test. */
export const ANSWERED_OTHERWISE: Readonly<Record<string, string>> = {
  ...each("presidio/credit_card/test_when_all_credit_cards_then_succeed/0", [1, 2, 3, 4, 5, 6], RUN_TOGETHER),
  ...each("presidio/phone/test_when_all_phones_then_succeed/0", [0, 1, 2, 3, 4], FOREIGN_PHONE),
  ...each("presidio/phone/test_when_phone_with_leniency_then_succeed/0", [0, 1, 2, 3], FOREIGN_PHONE),
  ...each("presidio/phone/test_when_phone_with_textual_explanation_then_succeed/0", [0, 1, 2, 3, 4], FOREIGN_PHONE),
  "presidio/ip/test_when_special_ip_variants_then_succeed/0/4":
    "0.0.0.0 stands for no address (RFC 1122 3.2.1.3): programs write it where there is none.",
  "jionlp/time_extractor/test_time_extractor/0/2":
    "The sentence holds no time, as the peer says, but a labelled resident id: that is our finding.",
  "jionlp/remove_email/test_remove_email/0/0":
    "The peer takes the label away with the address; a finding is the value alone. The same addresses are found.",
  "id_validator_isvalid/4":
    "The peer's strict mode refuses a birth before the region code was made; the contract asks that it was in force at any time since the birth.",
  "bankcardinfo/5":
    "Ten digits: shorter than any card (ISO/IEC 7812); the peer looks at the beginning only. In a column of cards it is damaged, cut.",
  "bankcardinfo/6":
    "Twenty digits: longer than any card (ISO/IEC 7812); the peer looks at the beginning only. In a column of cards it is invalid.",
};

function each(test: string, places: readonly number[], reason: string): Record<string, string> {
  return Object.fromEntries(places.map((at) => [`${test}/${at}`, reason]));
}
