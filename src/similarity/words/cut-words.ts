import { createRequire } from "node:module";
import type { Jieba } from "@node-rs/jieba";

const require = createRequire(import.meta.url);
let segmenter: Jieba | null = null;

/**
 * 分词 cuts a text into words. The dictionary (some 60 MB, about 0.1 s) is loaded with the first text.
 * @throws when the platform's part of @node-rs/jieba is not installed
 */
export function cutWords(text: string): readonly string[] {
  segmenter ??= loadSegmenter();
  return segmenter.cut(text, true);
}

/** 词性 of a word that stands alone, as jieba names it: nr a person, ns a place, nt a body, t a time. */
export function tagOf(word: string): string {
  segmenter ??= loadSegmenter();
  return segmenter.tag(word, true)[0]?.tag ?? "";
}

function loadSegmenter(): Jieba {
  const library: typeof import("@node-rs/jieba") = require("@node-rs/jieba");
  const { dict }: typeof import("@node-rs/jieba/dict.js") = require("@node-rs/jieba/dict.js");
  return library.Jieba.withDict(dict);
}
