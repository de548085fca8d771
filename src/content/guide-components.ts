import { z } from 'zod';
import { glossary, type GlossaryPart } from '../display/glossary.ts';

/** Pairs of texts. */
const PairsSchema = z.array(z.tuple([z.string(), z.string()]));

/** The tables of the downloads. */
const TABLES = ['projects', 'indicators', 'results', 'result-indicators'] as const;

/** What there are English lines for: columns by their table or sheet, words by their part of the glossary, rules by severity. */
const ENGLISH_LISTS = [
  ...TABLES,
  ...(['notices', 'explanations'] as const),
  ...(Object.keys(glossary) as GlossaryPart[]),
  ...(['error', 'warning', 'info'] as const),
] as const;
export type EnglishList = (typeof ENGLISH_LISTS)[number];

/** Components that a page of the guide can use, by name, with their attributes. */
export const guideComponents = {
  Columns: z.strictObject({
    table: z.enum(TABLES).describe(`${TABLES.map((name) => `"${name}"`).join('、')}之一`),
  }),
  English: z.strictObject({
    of: z.enum(ENGLISH_LISTS).describe(`${ENGLISH_LISTS.map((name) => `"${name}"`).join('、')}之一`),
  }),
  FormExample: z.strictObject({
    label: z.string().describe('"表式的名称"'),
    above: z.array(z.string()).describe("{['表上面的一行', …]}"),
    rows: z.array(z.array(z.string())).describe("{[['栏目', '内容，← 和 ↑ 是合并的格'], …]}"),
  }),
  Glossary: z.strictObject({
    part: z.literal(Object.keys(glossary)).describe(`${Object.keys(glossary).join('、')}之一`),
  }),
  Rules: z.strictObject({
    severity: z.enum(['error', 'warning', 'info']).describe('"error"、"warning" 或 "info"'),
  }),
  SiteFields: z.strictObject({}),
  Terms: z.strictObject({ terms: PairsSchema.describe("{[['词', '意思'], …]}") }),
  Writing: z.strictObject({ writings: PairsSchema.describe("{[['写法', '意思'], …]}") }),
};

export function isGuideComponent(name: string): name is keyof typeof guideComponents {
  return Object.hasOwn(guideComponents, name);
}
