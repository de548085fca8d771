/**
 * In: what a dropped file says of its body and year, and what staff answered.
 * Out: where it goes, and where that was read. What nobody wrote is asked, and never guessed.
 */
import { sharedBody, type OfBody } from '../collection/to-disclosure-entry.ts';
import { RESERVED_FILES } from '../identity/reserved.ts';
import { toSlug } from '../identity/to-slug.ts';
import { maskNumbers } from '../record/mask-numbers.ts';
import type { Answers } from './drafts.ts';
import type { SiteBody } from './site-bodies.ts';

/** The body that a file is of. */
interface DraftBody {
  slug: string;
  name: string;
  /** Whether it has not published yet. */
  isNew: boolean;
  /** Whether staff wrote the name: then the source has to say it. */
  isNamed: boolean;
}

export interface Place {
  /** Four digits. Null: it must be asked. */
  year: string | null;
  /** A sentence: where it is written. */
  yearFrom: string;
  /** Null: it must be asked. */
  body: DraftBody | null;
  bodyFrom: string;
  /** Why the address can't be used, a sentence. Null: it can. */
  problem: string | null;
}

interface Said {
  /** The file's name. */
  file: string;
  /** The projects, or the results of a file without projects. */
  tables: readonly OfBody[];
  /** The year that the tables, the file's name or the text name. */
  year: string | null;
}

export function placeDraft(said: Said, answers: Answers, bodies: readonly SiteBody[]): Place {
  const found = findBody(said, bodies);
  const body = answered(answers, found.body, bodies) ?? found.body;
  const year = answers.year ?? said.year;
  const isChosen = body?.name !== found.body?.name;
  return {
    year,
    yearFrom:
      answers.year !== undefined && answers.year !== said.year
        ? '您选的。'
        : said.year === null
          ? '表里没有写年份，请您选。'
          : said.file.includes(said.year)
            ? '文件名里写的。'
            : '表里写的。',
    body,
    bodyFrom: isChosen ? '您选的。' : found.from,
    problem: body && problemOf(body, bodies),
  };
}

/** The unit that all tables name; else a body of the site that the file's name names. */
function findBody(
  { file, tables }: Said,
  bodies: readonly SiteBody[],
): { body: DraftBody | null; from: string } {
  const unit = sharedBody(tables);
  // Some forms ask for the department with its code: `310_云州市水务局`.
  const name = unit?.replace(/^\d+[\s_—-]+/, '') ?? null;
  const listed = bodies.find((body) => body.name === unit || body.name === name);
  if (listed) return { body: toDraftBody(listed), from: '表里写的。' };
  if (name !== null) {
    const body = { slug: toSlug(name), name, isNew: true, isNamed: name !== unit };
    return { body, from: '表里写的，第一次公开。' };
  }
  const [named, ...others] = bodies.filter(({ name }) => file.includes(name));
  if (named && others.length === 0) return { body: toDraftBody(named), from: '文件名里写的。' };
  return { body: null, from: '表里没有写单位，请您选。' };
}

/** Null: staff chose nothing else. */
function answered(
  { slug, publisher }: Answers,
  found: DraftBody | null,
  bodies: readonly SiteBody[],
): DraftBody | null {
  if (publisher !== undefined)
    return { slug: slug ?? toSlug(publisher), name: publisher, isNew: true, isNamed: true };
  if (slug === undefined || slug === found?.slug) return null;
  const chosen = bodies.find((body) => body.slug === slug);
  if (chosen) return toDraftBody(chosen);
  // The same body, with another address.
  return found?.isNew ? { ...found, slug } : null;
}

function toDraftBody({ slug, name }: SiteBody): DraftBody {
  return { slug, name, isNew: false, isNamed: false };
}

function problemOf({ slug, isNew, name }: DraftBody, bodies: readonly SiteBody[]): string | null {
  if (!/^[\da-z]+(?:-[\da-z]+)*$/.test(slug) || slug.length > 120)
    return '网址里的名称只能用小写字母、数字和连字符，如 shui-wu-ju。';
  if (maskNumbers(slug) !== slug || maskNumbers(name) !== name)
    return '名称会成为网址，里面不能有电话或证件号码。';
  if (RESERVED_FILES.includes(slug)) return `“${slug}”留给网站自己的页面，请改一个。`;
  const other = isNew && bodies.find((body) => body.slug === slug);
  return other ? `“${slug}”是${other.name}的网址，请改一个。` : null;
}
