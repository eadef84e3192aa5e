declare module 'word-extractor' {
  interface TextOptions {
    /** False leaves characters as they are; true turns quotes into ASCII. */
    readonly filterUnicode?: boolean;
    readonly includeHeadersAndFooters?: boolean;
  }

  interface WordDocument {
    getBody(options?: TextOptions): string;
    getFootnotes(options?: TextOptions): string;
    getEndnotes(options?: TextOptions): string;
    getTextboxes(options?: TextOptions): string;
  }

  export default class WordExtractor {
    extract(source: string | Buffer): Promise<WordDocument>;
  }
}
