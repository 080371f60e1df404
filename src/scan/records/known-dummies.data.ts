/**
 * 测试数据 values that stand in manuals, forms and test systems and belong to nobody: when they are all the valid identifying values
 * of a record, the record is test data. As normalised by the detectors. Only values that are famous as placeholders stand here: one
 * that a living person could have been given must not be taken out of a count. Sources: GB 11643-1999 (its printed examples), the
 * placeholder numbers of developers' manuals and payment sandboxes.
 */
export const KNOWN_DUMMIES: ReadonlySet<string> = new Set([
  // mobiles
  "13800138000", "13888888888", "13999999999", "13666666666", "13333333333", "15888888888", "15999999999", "18666666666",
  "18888888888", "18999999999", "19999999999",
  // resident ids: the two printed in GB 11643
  "11010519491231002X", "440524188001010014",
  // bank cards of sandboxes
  "4111111111111111", "4242424242424242", "5555555555554444", "5105105105105100", "378282246310005", "371449635398431",
  "6011111111111117",
  // e-mail
  "test@test.com", "test@example.com", "user@example.com", "example@example.com", "admin@example.com",
  // accounts
  "123456", "12345678", "123456789", "10000",
  // plates
  "京A12345", "京A00000", "京A88888",
]);
