import type { LibraryKnowledge } from "#library/read-library-text.ts";
import { loadKnowledge } from "#reading/load-knowledge.query.ts";
import { loadModel } from "#similarity/model/load-model.query.ts";

/** The model and the lexicon as they ship, read once. */
export function loadLibraryKnowledge(): LibraryKnowledge {
  return { model: loadModel(), knowledge: loadKnowledge() };
}
