import { parentPort, workerData } from 'node:worker_threads';
import WordExtractor from 'word-extractor';
import BufferReader from 'word-extractor/lib/buffer-reader.js';
import OleCompoundDoc from 'word-extractor/lib/ole-compound-doc.js';
import { readDocParagraphs, type DocParagraph } from '../doc-numbering.ts';

// Runs beside the command: see readDoc for the reason.
const bytes: unknown = workerData;
if (!(bytes instanceof Uint8Array)) throw new TypeError('doc-worker expects the bytes of a file');
const document = await new WordExtractor().extract(Buffer.from(bytes));
const options = { filterUnicode: false };
const parts = [
  document.getBody(options),
  document.getTextboxes({ ...options, includeHeadersAndFooters: false }),
  document.getFootnotes(options),
  document.getEndnotes(options),
];
parentPort?.postMessage({ parts, paragraphs: await readParagraphs(Buffer.from(bytes)) });

/** Undefined where the tables of lists and styles are not as the format says: the text is read all the same. */
async function readParagraphs(file: Buffer): Promise<DocParagraph[] | undefined> {
  const container = new OleCompoundDoc(new BufferReader(file));
  await container.read();
  const word = await readStream(container, 'WordDocument');
  const table = await readStream(
    container,
    (word.readUInt16LE(10) & 0x200) === 0 ? '0Table' : '1Table',
  );
  try {
    return readDocParagraphs(word, table);
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

async function readStream(container: OleCompoundDoc, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of container.stream(name)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
