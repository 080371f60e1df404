import { createRequire } from "node:module";
import type { Jieba, TaggedWord } from "@node-rs/jieba";

/** A word of a text with its part of speech as jieba's dictionary names it: nr a person, ns a place, x unknown to the dictionary. */
export type Word = { readonly text: string; readonly tag: string };

const require = createRequire(import.meta.url);
let segmenter: Jieba | null = null;
/** Names come again and again: what was cut before is kept. */
const known = new Map<string, readonly Word[]>();
const MOST_KNOWN = 4096;
const LONGEST_KNOWN = 12;

/**
 * 分词 cuts Chinese text into words. The dictionary (some 60 MB in memory, about 0.1 s) is loaded with the first text asked for, so a count without
 * a candidate for a name or an address never pays for it. @throws when the platform's part of @node-rs/jieba is not installed
 */
export function segmentWords(text: string): readonly Word[] {
  segmenter ??= loadSegmenter();
  let words = known.get(text);
  if (words === undefined) {
    words = segmenter.tag(text, true).map(({ word, tag }: TaggedWord) => ({ text: word, tag }));
    if (known.size >= MOST_KNOWN) known.clear();
    if (text.length <= LONGEST_KNOWN) known.set(text, words);
  }
  return words;
}

function loadSegmenter(): Jieba {
  const library: typeof import("@node-rs/jieba") = require("@node-rs/jieba");
  const { dict }: typeof import("@node-rs/jieba/dict.js") = require("@node-rs/jieba/dict.js");
  return library.Jieba.withDict(dict);
}
