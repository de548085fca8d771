/**
 * In: `site.json` of a content folder.
 * Out: who runs the site, and what is wrong with the file.
 */
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';
import type { Notice } from '../record/disclosure-schema.ts';
import { Notices, type Report } from '../record/notices.ts';
import { shownText } from '../record/shown-text.ts';
import { checkFields } from './check-fields.ts';
import { contentPart } from './content-folder.ts';
import { decodeSource } from './decode-source.ts';
import { endOf } from './end-of.ts';
import { findJsonError } from './find-json-error.ts';

const webAddress = (what: string) =>
  z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(what);

/** Of a site, or of all sites of a domain. Nothing in it has a meaning in rules of servers. */
const ORIGIN = /^https?:\/\/(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*(?::\d{1,5})?$/i;

/** Who runs this site: `content/site.json`. Only the name is required; pages leave out what is missing. */
const SiteIdentitySchema = z.strictObject({
  /** Name of the site, in the masthead and in titles. */
  name: shownText().min(1).describe('网站的名称'),
  /** One phrase next to the name. */
  tagline: shownText().optional().describe('一句话，写在名称旁边'),
  /** Address of the published site; its path is the folder that the site is in. Canonical links need it. */
  url: z
    .url({ protocol: /^https?$/ })
    .regex(/^[a-z]+:\/\/[^/?#@]+(?:\/[a-z\d][\w-]*)*\/?$/i)
    .optional()
    .describe(
      '网站的网址，如 https://example.gov.cn；放在子文件夹里的，如 https://example.gov.cn/jixiao，路径用字母、数字、- 和 _',
    ),
  /** The office that runs the site (主办单位). */
  publisher: shownText().optional().describe('主办单位的名称'),
  /** How to reach it: telephone, e-mail or address, as text. */
  contact: shownText().optional().describe('联系方式，写成文字'),
  /** ICP 备案号. */
  icp: shownText().optional().describe('ICP 备案号'),
  /** 公安联网备案号. */
  police: shownText().min(1).optional().describe('公安联网备案号，如 粤公网安备 44000000000000号'),
  /** The page that certifies the site's 党政机关网站标识. */
  agencyMark: webAddress('党政机关网站标识的查询网址'),
  /** Where the national platform takes reports of errors on government sites (政府网站找错). */
  findErrors: webAddress('政府网站找错的网址'),
  /** Where readers report an error in a figure: an address of e-mail, or the URL of a form. */
  reportTo: z
    .union([z.email(), z.url({ protocol: /^https?$/ })])
    .optional()
    .describe('报告错误的邮箱，或网上表单的网址'),
  /** The sites that may show a project in a frame: `*` for all, or origins such as `https://*.example.gov.cn`. */
  embed: z
    .union([z.literal('*'), z.array(z.string().regex(ORIGIN)).min(1)])
    .optional()
    .describe('可以嵌入本站项目的网站：["https://www.example.gov.cn"] 这样的列表，不写路径；都可以的写 "*"'),
  /** 政府网站标识码. */
  siteCode: shownText().optional().describe('政府网站标识码，写成文字'),
  /** Licence of the published content, as text. */
  licence: shownText().optional().describe('内容的许可，写成文字'),
});
export type SiteIdentity = z.infer<typeof SiteIdentitySchema>;

/** Published nowhere: content with errors isn't, but `npm run dev` goes on. */
const STAND_IN: SiteIdentity = { name: 'site.json 有误' };

/** Reads `site.json` of the content folder, or the project's where the folder has none. Paths of errors are relative to the folder. */
export function readSiteIdentity(
  root: string,
  folder: string,
): { identity: SiteIdentity; notices: readonly Notice[] } {
  const file = contentPart(root, folder, 'site.json');
  const { all: notices, report } = new Notices(relative(folder, file).replaceAll('\\', '/'));
  const identity = existsSync(file) ? parseIdentity(readFileSync(file), report) : null;
  return { identity: identity ?? STAND_IN, notices };
}

function parseIdentity(bytes: Buffer, report: Report): SiteIdentity | null {
  const text = decodeSource(bytes);
  if (typeof text !== 'string') {
    report(text, text.rule, text.message);
    return null;
  }
  const wrong = findJsonError(text);
  if (wrong !== null) {
    report(
      endOf(text.slice(0, wrong)),
      'site/unreadable',
      '从这里起不是有效的 JSON，请看前后的逗号、引号和括号',
    );
    return null;
  }
  const { value, problems } = checkFields(text, SiteIdentitySchema, 'json');
  for (const { kind, message, ...position } of problems)
    report(position, kind === 'syntax' ? 'site/unreadable' : `site/${kind}`, message);
  return value;
}
