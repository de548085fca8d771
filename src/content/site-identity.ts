import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { contentPart } from './content-folder.ts';

/** Who runs this site: `content/site.json`. Everything but the name may be missing, and is then left out of the pages. */
const SiteIdentitySchema = z.strictObject({
  /** Name of the site, in the masthead and in titles. */
  name: z.string().min(1),
  /** One phrase beside the name. */
  tagline: z.string().optional(),
  /** Address of the published site, without a path: `https://example.gov.cn`. Canonical links need it. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** The office that runs the site (主办单位). */
  publisher: z.string().optional(),
  /** How to reach it: telephone, e-mail or address, as text. */
  contact: z.string().optional(),
  /** ICP 备案号. */
  icp: z.string().optional(),
  /** 政府网站标识码. */
  siteCode: z.string().optional(),
  /** Licence of the published content, as text. */
  licence: z.string().optional(),
});
export type SiteIdentity = z.infer<typeof SiteIdentitySchema>;

/** The identity of the site that is being built. Throws with file and field where `site.json` is wrong. */
export function readSiteIdentity(root: string): SiteIdentity {
  const path = contentPart(root, 'site.json');
  const result = SiteIdentitySchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!result.success) throw new Error(`${path} 有误：\n${z.prettifyError(result.error)}`);
  return result.data;
}

export const siteIdentity = readSiteIdentity(process.cwd());
