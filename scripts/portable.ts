/**
 * `npm run portable [-- --platform win32-x64 --to FOLDER --zip]`: writes a folder with the desk, Node and all packages, for a
 * computer without Node or network.
 */
import { statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describeFailure } from '../src/build/publish/describe-failure.ts';
import { filesUnder } from '../src/cache/files-under.ts';
import { formatBytes } from '../src/display/format-bytes.ts';
import { parseOptions } from './parse-options.ts';
import { PLATFORMS } from './portable/platforms.ts';
import { PortableError } from './portable/portable-error.ts';
import { writeArchive } from './portable/write-archive.ts';
import { writePortable } from './portable/write-portable.ts';

const { values } = parseOptions({
  options: {
    platform: { type: 'string', default: `${process.platform}-${process.arch}` },
    to: { type: 'string' },
    zip: { type: 'boolean', default: false },
  },
});
const root = join(import.meta.dirname, '..');
const folder = resolve(values.to ?? join(root, `jixiao-portable-${values.platform}`));
const platform = PLATFORMS[values.platform];

try {
  if (!platform)
    throw new PortableError(
      `不能给“${values.platform}”做；--platform 可以是 ${Object.keys(PLATFORMS).join('、')}`,
    );
  console.log(`给 ${values.platform} 装软件包，要等一两分钟……`);
  writePortable(root, folder, values.platform, platform);
  const files = filesUnder(folder);
  const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  console.log(
    `已写好 ${relative('', folder)}：${files.length} 个文件，${formatBytes(bytes)}。打开里面的 ${platform.launcher.to}`,
  );
  if (values.zip) {
    const archive = `${folder}.zip`;
    console.log(`已写好 ${relative('', archive)}：${formatBytes(writeArchive(folder, archive))}`);
  }
} catch (error) {
  console.error(
    error instanceof PortableError ? error.message : describeFailure(error, '没有写成便携的文件夹。'),
  );
  process.exitCode = 1;
}
