/** `npm run pack`: writes `jixiao-site.zip`, the built site with relative links: it opens from a folder, without a server. */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describeFailure } from '../src/build/publish/describe-failure.ts';
import { PackError, packSite } from '../src/build/publish/pack-site.ts';
import { contentFolder, outputFolder } from '../src/content/content-folder.ts';
import { readSiteIdentity } from '../src/content/site-identity.ts';
import { formatBytes } from '../src/display/format-bytes.ts';
import { baseOf } from '../src/identity/addresses-of.ts';
import { parseOptions } from './parse-options.ts';

const root = join(import.meta.dirname, '..');
const { values } = parseOptions({ options: { to: { type: 'string', default: 'jixiao-site.zip' } } });
const dist = outputFolder(root);
const archive = resolve(values.to);

try {
  if (!existsSync(join(dist, 'index.html')))
    throw new PackError(`${dist} 里没有网站；请先运行 npm run build`);
  if (archive.startsWith(join(dist, '/'))) throw new PackError(`压缩包不能写在网站的文件夹 ${dist} 里`);
  const { name, url } = readSiteIdentity(root, contentFolder(root)).identity;
  const { files, bytes } = packSite(dist, archive, { base: baseOf(url), name });
  console.log(
    `已写好 ${relative('', archive)}：${files} 个文件，${formatBytes(bytes)}。解压以后打开 index.html`,
  );
} catch (error) {
  console.error(error instanceof PackError ? error.message : describeFailure(error, '没有写成压缩包。'));
  process.exitCode = 1;
}
