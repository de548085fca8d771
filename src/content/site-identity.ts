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

/** What staff read of a field, in the guide, in editors and in errors. */
interface FieldHelp {
  /** What is written there. Completes the sentence `name 应为…`. */
  description: string;
  example: unknown;
  /** Where it appears. */
  effect: string;
}

const help = ({ description, example, effect }: FieldHelp) => ({ description, examples: [example], effect });
const webAddress = () => z.url({ protocol: /^https?$/ });

/** Of a site, or of all sites of a domain. Nothing in it has a meaning in rules of servers. */
const ORIGIN = /^https?:\/\/(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*(?::\d{1,5})?$/i;

/** Who runs this site: `content/site.json`. Only the name is required; pages leave out what is missing. */
const SiteIdentitySchema = z.strictObject({
  /** The schema of this file, for editors. */
  $schema: z
    .string()
    .optional()
    .meta(
      help({
        description: '本文件的 JSON Schema，编辑器用它提示和核对',
        example: './site.schema.json',
        effect: '编辑器',
      }),
    ),
  name: shownText()
    .min(1)
    .meta(help({ description: '网站的名称', example: '云岭市绩效目标公开', effect: '每页左上角、标题' })),
  /** One phrase next to the name. */
  tagline: shownText()
    .optional()
    .meta(
      help({
        description: '一句话，写在名称旁边',
        example: '预算绩效目标公开',
        effect: '首页的标题、打印的页首',
      }),
    ),
  /** Its path is the folder that the site is in. */
  url: webAddress()
    .regex(/^[a-z]+:\/\/[^/?#@]+(?:\/[a-z\d][\w-]*)*\/?$/i)
    .optional()
    .meta(
      help({
        description:
          '网站的网址，如 https://example.gov.cn；放在子文件夹里的，如 https://example.gov.cn/jixiao，路径用字母、数字、- 和 _',
        example: 'https://example.gov.cn/jixiao',
        effect: '引用、二维码、数据里的网址、站点地图、订阅；路径写在每个链接前面',
      }),
    ),
  /** The office that runs the site (主办单位). */
  publisher: shownText()
    .optional()
    .meta(help({ description: '主办单位的名称', example: '云岭市财政局', effect: '每页最下面' })),
  /** How to reach it, as text. */
  contact: shownText()
    .optional()
    .meta(
      help({
        description: '联系方式，写成文字',
        example: '云岭市人民路 1 号，周一至周五',
        effect: '每页最下面',
      }),
    ),
  /** ICP 备案号. */
  icp: shownText()
    .optional()
    .meta(
      help({ description: 'ICP 备案号', example: '某ICP备00000000号', effect: '每页最下面，连到备案系统' }),
    ),
  /** 公安联网备案号. */
  police: shownText()
    .min(1)
    .optional()
    .meta(
      help({
        description: '公安联网备案号，如 粤公网安备 44000000000000号',
        example: '粤公网安备 44000000000000号',
        effect: '每页最下面，连到备案系统',
      }),
    ),
  /** The page that certifies the site's 党政机关网站标识. */
  agencyMark: webAddress()
    .optional()
    .meta(
      help({
        description: '党政机关网站标识的查询网址',
        example: 'https://bszs.conac.cn/sitename?method=show&id=000000000000000',
        effect: '每页最下面',
      }),
    ),
  /** Where the national platform takes reports of errors on government sites (政府网站找错). */
  findErrors: webAddress()
    .optional()
    .meta(
      help({
        description: '政府网站找错的网址',
        example: 'https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=4400000000',
        effect: '每页最下面',
      }),
    ),
  /** Where readers report an error in a figure: an address of e-mail, or the URL of a form. */
  reportTo: z
    .union([z.email(), webAddress()])
    .optional()
    .meta(
      help({
        description: '报告错误的邮箱，或网上表单的网址',
        example: 'jixiao@example.gov.cn',
        effect: '项目页的预算金额和每项指标后面',
      }),
    ),
  /** The sites that may show a project in a frame. */
  embed: z
    .union([z.literal('*'), z.array(z.string().regex(ORIGIN)).min(1)])
    .optional()
    .meta(
      help({
        description:
          '可以嵌入本站项目的网站：["https://www.example.gov.cn"] 这样的列表，不写路径；都可以的写 "*"',
        example: ['https://www.example.gov.cn', 'https://*.example.cn'],
        effect: '项目页的“复制嵌入代码”',
      }),
    ),
  /** Whether each project has a share image of its own. */
  shareImages: z
    .boolean()
    .optional()
    .meta(
      help({
        description:
          '开关：true 给每个项目画一张分享图，写上名称、单位、年度、金额、指标数，false 不画；不写的，全站不超过 2,000 个项目就画',
        example: false,
        effect: '把项目页的链接发到聊天、社交软件里显示的图片；没有写 url 的，不画',
      }),
    ),
  /** The last day of the next year on which results (自评表) are published in time. */
  resultsDue: z
    .string()
    .regex(
      /^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|[12]\d))$/,
    )
    .optional()
    .meta(
      help({
        description:
          '自评表公布的期限，写下一年的月和日，如 06-30：2025 年的自评应在 2026 年 6 月 30 日以前公布',
        example: '06-30',
        effect: '单位页、年度的自评页：写明期限，数出晚于期限公布的；不写的，不说哪个晚',
      }),
    ),
  /** 政府网站标识码. */
  siteCode: shownText()
    .optional()
    .meta(
      help({
        description: '政府网站标识码，写成文字',
        example: '4400000000',
        effect: '每页最下面、网页的元数据',
      }),
    ),
  /** Licence of the published content, as text. */
  licence: shownText()
    .optional()
    .meta(
      help({ description: '内容的许可，写成文字', example: 'CC BY 4.0', effect: '每页最下面、数据文件' }),
    ),
});

/** The fields of the file, as the guide shows them. */
export const siteFields = Object.entries(SiteIdentitySchema.shape).map(([name, type]) => {
  const meta: Record<string, unknown> = type.meta() ?? {};
  const [example] = [meta['examples']].flat();
  return { name, description: String(meta['description']), example, effect: String(meta['effect']) };
});

/** The JSON Schema of the file, with which editors complete and check it. */
export function siteSchema(): object {
  return z.toJSONSchema(SiteIdentitySchema, {
    override: ({ jsonSchema }) => {
      if ('effect' in jsonSchema) {
        jsonSchema.description = `${jsonSchema.description ?? ''}。出现在：${String(jsonSchema['effect'])}`;
        delete jsonSchema['effect'];
      }
    },
  });
}

export type SiteIdentity = Omit<z.infer<typeof SiteIdentitySchema>, '$schema'>;

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
  if (value === null) return null;
  const { $schema: _, ...identity } = value;
  return identity;
}
