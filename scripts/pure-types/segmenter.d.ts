/**
 * The pure parts are checked without the types of Node, so that none of them reaches an effect. The one thing they take from it is the
 * dictionary of the segmenter, a file of the package that is loaded when the first candidate for a name comes.
 */
declare module "node:module" {
  export function createRequire(path: string): (name: string) => never;
}
interface ImportMeta {
  readonly url: string;
}
