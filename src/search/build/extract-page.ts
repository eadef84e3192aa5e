import { Parser } from 'htmlparser2';
import { NAMES_NEXT, TAG_EDGE } from '../block-signs.ts';
import type { SearchPage, SearchSection } from '../types.ts';

/** Elements whose content nobody sees as text. */
const UNSEEN = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'iframe',
  'object',
  'head',
  'datalist',
]);
/** Elements without an end tag. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Elements that stand inside a line of text; every other one parts blocks. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark output q rp ruby rt s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
/** Inline elements that are tags where they have a class: shown apart from the text around them. */
const TAGS = new Set(['span', 'small', 'label']);
const SECTION_HEADINGS = new Set(['h1', 'h2', 'h3', 'h4']);

/**
 * Read what a built page shows, as sections: one for the head of the page, one from every h1–h4 with an id, and one for
 * every element with `data-section` and an id. Text in links and in elements with `data-search="aside"` is told elsewhere;
 * a section that is mostly such text is marked, unless it is a `data-section`.
 *
 * @param html - The whole page.
 * @param url - Address below the base, without a leading `/`.
 * @returns `undefined` for pages without `<main data-kind>` or with `data-search="off"` on it.
 * @example
 * extractPage('<main id="main" data-kind="term" data-title="三会一课"><h1>三会一课</h1>…</main>', 'terms/shyk/');
 */
export function extractPage(html: string, url: string): SearchPage | undefined {
  const page = new PageReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      onclosetag: (name) => page.close(name),
      ontext: (text) => page.text(text),
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  );
  parser.end(html);
  return page.result(url);
}

type Attributes = Readonly<Record<string, string>>;

interface Draft {
  readonly id: string;
  readonly label: string;
  readonly heading: string[];
  readonly body: string[];
  readonly headingVisible: boolean;
  /** Code units of text, and of those inside links or what is marked as aside. */
  units: number;
  linked: number;
}

/** Share of link text above which a section is a list of links. */
const MOSTLY_LINKS = 0.4;

/** Follows the open elements of one page; one object per page. */
class PageReader {
  readonly #sections: Draft[] = [];
  /** Open elements below main, with what their end must restore. */
  readonly #open: {
    name: string;
    skip: boolean;
    back: Draft | undefined;
    heading: boolean;
    aside: boolean;
    tag: boolean;
  }[] = [];
  #main: Attributes | undefined;
  #inside = false;
  #skipping = 0;
  #inHeading = 0;
  #inAside = 0;
  #current: Draft | undefined;

  open(name: string, attributes: Attributes): void {
    if (!this.#inside) {
      if (name !== 'main' || attributes['data-kind'] === undefined || this.#main !== undefined)
        return;
      this.#main = attributes;
      this.#inside = true;
      this.#current = this.#start('', '', true);
      return;
    }
    if (VOID.has(name)) {
      if (name === 'br' || name === 'hr') this.#put('\n');
      return;
    }
    const skip =
      UNSEEN.has(name) ||
      attributes['data-search'] === 'skip' ||
      attributes['hidden'] !== undefined;
    const entry = {
      name,
      skip,
      back: undefined as Draft | undefined,
      heading: false,
      aside: false,
      tag: false,
    };
    this.#open.push(entry);
    if (skip) this.#skipping += 1;
    if (this.#skipping > 0) return;
    entry.aside = name === 'a' || attributes['data-search'] === 'aside';
    if (entry.aside) this.#inAside += 1;
    entry.tag = TAGS.has(name) && attributes['class'] !== undefined;
    if (!INLINE.has(name)) this.#put('\n');
    else if (entry.tag) this.#sign(TAG_EDGE);
    const id = attributes['id'] ?? '';
    const label = attributes['data-section'];
    if (label !== undefined && id !== '') {
      entry.back = this.#current;
      this.#current = this.#start(id, label, false);
    } else if (SECTION_HEADINGS.has(name)) {
      const head = this.#sections[0];
      const opensPage = name === 'h1' && head !== undefined && head.heading.length === 0;
      if (opensPage) this.#current = head;
      else if (id !== '') this.#current = this.#start(id, '', true);
      if (opensPage || id !== '') {
        entry.heading = true;
        this.#inHeading += 1;
      }
    }
  }

  close(name: string): void {
    if (!this.#inside || VOID.has(name)) return;
    const entry = this.#open.pop();
    if (entry === undefined) {
      this.#inside = false;
      return;
    }
    if (entry.skip) this.#skipping -= 1;
    if (this.#skipping > 0 || entry.skip) return;
    if (entry.heading) this.#inHeading -= 1;
    if (entry.aside) this.#inAside -= 1;
    if (entry.tag) this.#sign(TAG_EDGE);
    if (entry.name === 'dt') this.#sign(NAMES_NEXT);
    if (!INLINE.has(entry.name)) this.#put('\n');
    if (entry.back !== undefined) this.#current = entry.back;
  }

  text(text: string): void {
    // A line break in the source is a blank to the reader.
    if (this.#inside && this.#skipping === 0) this.#put(text.replace(/[\s\u00a0]+/g, ' '));
  }

  #put(text: string): void {
    const current = this.#current;
    if (current === undefined) return;
    if (this.#inHeading > 0) current.heading.push(text === '\n' ? ' ' : text);
    else {
      current.body.push(text);
      const units = text.trim().length;
      current.units += units;
      if (this.#inAside > 0) current.linked += units;
    }
  }

  /** An invisible sign of the text's make-up; headings need none. */
  #sign(sign: string): void {
    if (this.#inHeading === 0) this.#current?.body.push(sign);
  }

  #start(id: string, label: string, headingVisible: boolean): Draft {
    const section: Draft = {
      id,
      label,
      heading: [],
      body: [],
      headingVisible,
      units: 0,
      linked: 0,
    };
    this.#sections.push(section);
    return section;
  }

  result(url: string): SearchPage | undefined {
    const main = this.#main;
    if (main === undefined || main['data-search'] === 'off') return undefined;
    const title = main['data-title']?.trim() ?? '';
    const sections = this.#sections.map((draft, i) => finish(draft, i === 0 ? title : undefined));
    const year = Number(main['data-year']);
    return {
      url,
      title: title === '' ? (sections[0]?.heading ?? url) : title,
      kind: main['data-kind'] ?? '',
      audience: list(main['data-audience']),
      year: Number.isInteger(year) && year > 0 ? year : undefined,
      wuhua: list(main['data-wuhua']),
      sources: list(main['data-source']),
      validity: (main['data-validity'] ?? '').replace(/\s/g, ''),
      aliases: list(main['data-aliases']),
      sections: sections.filter(
        ({ id, heading, body }, i) => i === 0 || id + heading + body !== '',
      ),
    };
  }
}

/** `title` is given for the head of the page, which is never a mere list. */
function finish(draft: Draft, title: string | undefined): SearchSection {
  const visible = tidy(draft.heading.join(''));
  const body = tidy(draft.body.join(''));
  const named = draft.headingVisible && visible !== '';
  // An entry of a list (`data-section`) states something itself, however many links follow it.
  const isAside =
    title === undefined && draft.headingVisible && draft.linked > draft.units * MOSTLY_LINKS;
  return {
    id: draft.id,
    heading: named ? visible : draft.label || (title ?? ''),
    headingVisible: named,
    body,
    ...(isAside ? { aside: true } : {}),
  };
}

/** One blank between words, one line break between blocks, one sign at the edge of a tag, none at the ends. */
function tidy(text: string): string {
  return text
    .replace(/[ \u200b]*\n[ \n\u200b]*/g, '\n')
    .replace(/ {2,}/g, ' ')
    .replace(/\u200b{2,}/g, TAG_EDGE)
    .replace(/^[\s\u200b]+|[\s\u200b]+$/g, '');
}

function list(value: string | undefined): string[] {
  return (value ?? '')
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
