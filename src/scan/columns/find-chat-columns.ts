import { normaliseHeader } from "#scan/columns/normalise-header.ts";

const TIME = /时间|日期|^(?:date|time|timestamp|createtime|sendtime|msgtime)$/i;
const SENDER =
  /^(?:发送[者人方]?|发件人|发信人|发言人|发送方|昵称|用户昵称|说话人|from|sender|talker|fromuser|fromusername|sendername|author|nickname)(?:姓名|名称|昵称|账号|id)?$/i;
const WORDS = /^(?:消息|消息内容|聊天内容|聊天记录|发言内容|内容|文本|正文|text|content|message|msg|body|strcontent|messagecontent)$/i;

/**
 * The column of the words in a table of messages, or -1: a table whose header names a time, a sender and the words is an exported chat
 * (CSV, spreadsheets, JSON of messengers).
 */
export function findWordsOfChat(header: readonly string[]): number {
  const names = header.map(normaliseHeader);
  const isNamed = (pattern: RegExp) => names.some((name) => pattern.test(name));
  return isNamed(TIME) && isNamed(SENDER) ? names.findIndex((name) => WORDS.test(name)) : -1;
}
