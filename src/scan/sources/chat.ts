/**
 * 聊天记录格式 the shapes in which chats are exported: time and sender before the words, `[time] sender: words`, or a line of
 * `sender time` with the words on the lines below (QQ, WeChat and forensic exports).
 */
const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}";
const DATE = String.raw`(?:\d{4}(?:[-/.]\d{1,2}[-/.]\d{1,2}日?|年\d{1,2}月\d{1,2}日)|(?<![\d年])20\d{6}|(?<![\d年])\d{1,2}月\d{1,2}日|(?<![-/.\d])\d{1,2}(?<sign>[/.])\d{1,2}\k<sign>(?:\d{4}|\d{2})|(?<![-/.\d])\d{1,2}[-/]\d{1,2}|${MONTH} \d{1,2},? \d{4}|\d{1,2} ${MONTH} \d{4}|昨天|今天|前天|星期[一二三四五六日天]|周[一二三四五六日])`;
const CLOCK = String.raw`(?:上午|下午|晚上|凌晨|中午|早上)?\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6}|,\d{3}(?=[\s\]】)）]))?)?(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:Z|\s?[+-]\d{2}:?\d{2})?`;
const MOMENT = String.raw`${DATE}(?:[ T]?\s*|, ?(?:at )?| at )${CLOCK}`;
const SENDER = String.raw`[^\s:：,，|;"]{1,30}(?: [^\s:：,，|;"]{1,20})?`;
const WHO = "(?:发送[者人方]|发言人|发信人|昵称|用户名?|账号|姓名|sender|from)";
const STARTS: readonly RegExp[] = [
  new RegExp(
    String.raw`^[\s\u200e]*[[【(（]?${MOMENT}[\]】)）]?\s*[-—]?\s*(?<sender>${SENDER})\s*(?:(?:->|→|=>)\s*${SENDER}\s*)?(?:[(（<][^)）>\n]{1,40}[)）>])?\s*(?:[:：]|说|发送|$)`,
  ),
  new RegExp(
    String.raw`^\s*(?<sender>${SENDER})\s*(?:(?:->|→|=>)\s*${SENDER}\s*)?(?:[(（<][^)）>\n]{1,40}[)）>])?\s*(?:,\s*(?=\[))?[[【(（]?\s*${MOMENT}\s*[\]】)）]?\s*(?:[:：]|$)`,
  ),
  // Exports of one day give the clock alone; then the sender must be followed by a colon, or stand on a line of its own.
  new RegExp(String.raw`^\s*[[【(（]?${CLOCK}[\]】)）]?\s+(?<sender>${SENDER})\s*[:：]`),
  new RegExp(String.raw`^\s*[[【(（]${CLOCK}[\]】)）]\s*(?<sender>${SENDER})\s*[:：]`),
  new RegExp(String.raw`^\s*(?!\d{4}[-/.年])(?<sender>${SENDER})\s+[[【(（]?${CLOCK}[\]】)）]?\s*(?:[:：](?!\d\d)|$)`),
  // [12:30:11] <张三> words, and a line that names its fields: 时间：… 发送人：… 内容：…
  new RegExp(String.raw`^\s*[[【(（]?(?:${DATE}[ T]\s*)?${CLOCK}[\]】)）]?\s+<(?<sender>[^<>\n]{1,30})>\s`),
  new RegExp(String.raw`^\s*(?:发送|消息)?时间\s*[:：]\s*${MOMENT}\s*[,，;；|]?\s*${WHO}\s*[:：]\s*(?<sender>${SENDER})`),
  new RegExp(String.raw`^\s*${WHO}\s*[:：]\s*(?<sender>${SENDER})\s*[,，;；|]?\s*(?:发送|消息)?时间\s*[:：]\s*${MOMENT}`),
];
const AT_MOMENT = new RegExp(MOMENT);
const SAYS = /[:：>]|说|发送/;
const LOG_LEVEL = /\b(INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL|NOTICE|CRITICAL)\b/;

/** Whether a line begins a message of a chat. */
export function startsMessage(line: string): boolean {
  const head = line.length > 200 ? line.slice(0, 200) : line;
  return STARTS.some((pattern) => {
    const sender = pattern.exec(head)?.groups?.["sender"];
    return sender !== undefined && !LOG_LEVEL.test(sender);
  });
}

/** Whether a text is a chat: at least two messages begin in it, the first near its top, one for every few lines. */
export function isChat(beginning: string): boolean {
  const lines = beginning.split(/\r\n|\r|\n/, 400).filter((line) => line.trim() !== "");
  const starts = lines.flatMap((line, at) => (startsMessage(line) ? [at] : []));
  const first = starts[0] ?? 0;
  if (starts.length < 2 || first >= 30 || starts.length < lines.length * 0.15) return false;
  // Where nobody says a word, times stand beside something else: 时间 and 手机号 of a table.
  return starts.length < lines.length - first || starts.some((at) => SAYS.test((lines[at] ?? "").replace(AT_MOMENT, "")));
}

/** Cheap test on bytes: whether a line could begin a message at all, that is whether `d:dd` stands near its beginning. */
export function mightStartMessage(bytes: Uint8Array, from: number, to: number): boolean {
  const until = Math.min(to - 2, from + 160);
  for (let at = from + 1; at < until; at++)
    if (bytes[at] === 0x3a && isDigit(bytes[at - 1] ?? 0) && isDigit(bytes[at + 1] ?? 0) && isDigit(bytes[at + 2] ?? 0)) return true;
  return false;
}

/**
 * Whether the line at a place of UTF-8 is surely the beginning of a message: `2024-03-01 10:00` (perhaps with seconds), a space, a sender
 * without signs or capitals, a colon. What is written otherwise may be one too: `startsMessage` knows.
 */
export function surelyStartsMessage(bytes: Uint8Array, line: number): boolean {
  for (let place = 0; place < DATE_TIME.length; place++) {
    const byte = bytes[line + place] ?? 0;
    const wanted = DATE_TIME.charCodeAt(place);
    if (wanted === DIGIT_SIGN ? !isDigit(byte) : byte !== wanted) return false;
  }
  let at = line + DATE_TIME.length;
  if (bytes[at] === 0x3a && isDigit(bytes[at + 1] ?? 0) && isDigit(bytes[at + 2] ?? 0)) at += 3;
  if (bytes[at] !== 0x20) return false;
  const from = ++at;
  for (let signs = 0; signs < 20; signs++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x3a) return at > from;
    // Chinese characters (E4 to E9), small letters and digits: nothing that parts a sender from what follows, no log level.
    if (byte >= 0xe4 && byte <= 0xe9 && isTail(bytes[at + 1]) && isTail(bytes[at + 2])) at += 3;
    else if (isDigit(byte) || (byte >= 0x61 && byte <= 0x7a)) at++;
    else return at > from && byte === 0xef && bytes[at + 1] === 0xbc && bytes[at + 2] === 0x9a;
  }
  return false;
}

const DATE_TIME = "dddd-dd-dd dd:dd";
const DIGIT_SIGN = 0x64;

function isTail(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
