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

declare module 'word-extractor/lib/buffer-reader.js' {
  export default class BufferReader {
    constructor(buffer: Buffer);
  }
}

declare module 'word-extractor/lib/ole-compound-doc.js' {
  import type BufferReader from 'word-extractor/lib/buffer-reader.js';

  export default class OleCompoundDoc {
    constructor(reader: BufferReader);
    read(): Promise<this>;
    stream(name: string): AsyncIterable<Buffer>;
  }
}
