/**
 * Reads every download back and finds the same records, cell by cell, as the pages show and as the source holds.
 *
 * The source is split here, without the parser, so that a fault of it shows.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { read as readWorkbook, utils } from '@e965/xlsx';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';
import { parse as parseHtml, type HTMLElement } from 'node-html-parser';
import { describe, expect, inject, test } from 'vitest';
import { formatBytes } from '../../src/display/format-bytes.ts';
import { groupDigits } from '../../src/record/group-digits.ts';
import { unguardFormula } from '../../src/downloads/guard-formula.ts';
import type { Disclosure, Project } from '../../src/record/disclosure-schema.ts';

const dist = inject('dist');
const body = '2026/dongguan-zhishu-jiguan-gongwei';
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
);
const bytesOf = (path: string) => readFileSync(join(dist, path));
const json = (path: string): unknown => JSON.parse(bytesOf(path).toString('utf8'));
const csv = (path: string) =>
  parseCsv<Record<string, string>>(bytesOf(path), { bom: true, columns: true, cast: unguardFormula });
const parsed = new Map<string, HTMLElement>();
const pageOf = (path: string) => {
  const page = parsed.get(path) ?? parseHtml(bytesOf(`${path}index.html`).toString('utf8'));
  parsed.set(path, page);
  return page;
};

/** Data sets of several projects, by the paths of their pages. */
const sets = ['', '2026/', `${body}/`];
const projectPaths = files
  .filter((path) => /^\d{4}\/.*\/project\.json$/.test(path))
  .map((path) => path.replace(/project\.json$/, ''));
const source = readFileSync('content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md', 'utf8').split('\n');
const cellsOf = (line = '') => line.split('\t').map((cell) => cell.trim());
const filledOf = (line = '') => cellsOf(line).filter((cell) => cell !== '');

test('seven projects have downloads', () => {
  expect(projectPaths).toHaveLength(7);
});

test('the totals of projects.csv are the total of the home page: 1,359,014.00', () => {
  const sum = csv('projects.csv').reduce(
    (total, row) => total.plus(row['budget_yuan'] ?? ''),
    new Decimal(0),
  );
  const shown = pageOf('').querySelector('data.total')?.getAttribute('value');
  expect(groupDigits(sum.toFixed(2))).toBe('1,359,014.00');
  expect(shown).toBe(sum.toFixed(2));
});

describe.each([...sets, ...projectPaths])('/%s', (path) => {
  test('lists its downloads, each with its true size', () => {
    const page = pageOf(path);
    const names =
      path.split('/').length > 3
        ? ['project.json', 'projects.csv', 'indicators.csv']
        : ['disclosure.xlsx', 'projects.csv', 'indicators.csv', 'disclosure.json', 'datapackage.json'];
    for (const name of names) {
      const link = page.querySelector(`.downloads a[href="/${path}${name}"]`);
      const size = link?.parentNode?.querySelector('.figures')?.text;
      expect([name, size]).toEqual([name, formatBytes(statSync(join(dist, path + name)).size)]);
    }
    expect(page.outerHTML).not.toContain('blob:');
  });

  test('projects.csv holds the cells of the source, each at its line', () => {
    for (const row of csv(`${path}projects.csv`)) {
      const lines = source.slice(Number(row['source_line']) - 1, Number(row['source_end_line']));
      const valueOf = (label: string) => {
        const line = lines.map(filledOf).find(([first = '']) => first.startsWith(label));
        return line?.slice(1) ?? [];
      };
      const goalAfter = (label: RegExp) =>
        filledOf(lines[lines.findIndex((line) => filledOf(line).some((cell) => label.test(cell))) + 1])[0];
      expect([row['name']]).toEqual(valueOf('项目名称'));
      expect([row['type']]).toEqual(valueOf('项目类型'));
      expect([row['level']]).toEqual(valueOf('项目等级'));
      expect([row['department']]).toEqual(valueOf('主管部门'));
      expect([row['spending_unit']]).toEqual(valueOf('用款单位'));
      expect(['起始年度', row['period_start'], '到期年度', row['period_end']]).toEqual(valueOf('实施周期'));
      expect([row['budget_text']]).toEqual(valueOf('2026年预算金额(元)'));
      expect(row['budget_yuan']).toBe(row['budget_text']?.replaceAll(',', ''));
      expect(source[Number(row['budget_line']) - 1]).toContain(row['budget_text']);
      expect(row['period_goal']).toBe(goalAfter(/^实施周期总目标$/));
      expect(row['annual_goal']).toBe(goalAfter(/^2026年度目标$/));
      expect(row['other_fields']).toBe('');
    }
  });

  test('indicators.csv holds every indicator row of the source, and each cell of it', () => {
    const rows = csv(`${path}indicators.csv`);
    const projects = csv(`${path}projects.csv`);
    const expected = projects.flatMap((project) => {
      const end = Number(project['source_end_line']);
      const lines = source.slice(Number(project['source_line']) - 1, end);
      const first = end - lines.length + lines.findIndex((line) => line.startsWith('绩效指标\t')) + 2;
      return Array.from({ length: end - first + 1 }, (_, index) => first + index);
    });
    expect(rows.map((row) => Number(row['source_line']))).toEqual(expected);
    for (const row of rows) {
      const cells = filledOf(source[Number(row['source_line']) - 1]);
      const three = [row['name'], row['period_target'], row['annual_target']];
      expect(three).toEqual(cells.slice(-3));
      expect([row['category'], row['subcategory'], ...three]).toEqual(expect.arrayContaining(cells));
    }
  });

  test('the page shows the rows of the files', () => {
    if (!path.startsWith(`${body}/`) || path === `${body}/`) return;
    const page = pageOf(path);
    const [project] = csv(`${path}projects.csv`);
    const [record] = [json(`${path}project.json`) as Project];
    expect(page.querySelector('h1')?.text).toBe(project?.['name']);
    expect(page.querySelector('data.total')?.getAttribute('value')).toBe(project?.['budget_yuan']);
    const rows = page.querySelectorAll('tr[data-indicator]');
    const indicators = csv(`${path}indicators.csv`);
    expect(rows).toHaveLength(indicators.length);
    indicators.forEach((indicator, index) => {
      const row = rows[index];
      expect(`${record.id}#${row?.getAttribute('id')}`).toBe(indicator['id']);
      expect(row?.querySelector('th > a')?.text).toBe(indicator['name']);
      const shown = new Set(row?.querySelectorAll('.target').map((figure) => figure.text.trim()));
      expect(shown).toEqual(new Set([indicator['annual_target'], indicator['period_target']]));
      // One link a row leads to its line.
      const places = row?.querySelectorAll('a.to-line') ?? [];
      expect(places.map((place) => place.getAttribute('href'))).toEqual([`#L${indicator['source_line']}`]);
      const line = page.getElementById(`L${indicator['source_line']}`)?.textContent;
      for (const text of [indicator['name'], ...shown]) expect(line).toContain(text);
    });
  });
});

test('every figure that a page quotes leads to a line that holds it', () => {
  const paths = files
    .filter((path) => path.endsWith('index.html'))
    .map((path) => path.replace(/index\.html$/, ''));
  const counts = paths.map((path) => {
    const links = pageOf(path).querySelectorAll('a.to-line:not(.place)');
    for (const link of links) {
      const { pathname, hash } = new URL(link.getAttribute('href') ?? '', `http://site/${path}`);
      const line = pageOf(pathname.slice(1)).getElementById(hash.slice(1))?.textContent ?? '';
      const figures = link.text.replaceAll(/\s/g, '').split('至');
      for (const figure of figures)
        expect([path, line.replaceAll(/\s/g, '')]).toEqual([path, expect.stringContaining(figure)]);
    }
    return [path, links.length] as const;
  });
  const quoting = new Map(counts);
  for (const path of projectPaths) expect(quoting.get(path)).toBeGreaterThan(4);
  expect(quoting.get('indicators/')).toBe(45);
  expect(quoting.get(`${body}/`)).toBe(7);
});

test('the source view holds the whole file, every line at its anchor', () => {
  const page = pageOf(`${body}/source/`);
  const lines = page.querySelectorAll('#source li');
  const expected = source.at(-1) === '' ? source.slice(0, -1) : source;
  expect(lines.map((line) => line.querySelector('code')?.textContent)).toEqual(expected);
  expect(lines.map((line) => line.getAttribute('id'))).toEqual(expected.map((_, index) => `L${index + 1}`));
});

describe.each(sets)('/%sdisclosure', (path) => {
  test('.json holds the projects of their own files, and the notices', () => {
    const { projects, notices } = json(`${path}disclosure.json`) as Disclosure;
    expect(projects).toEqual(projects.map(({ id }) => json(`${id}/project.json`)));
    expect(projects).toHaveLength(7);
    expect(notices.filter(({ severity }) => severity === 'warning')).toHaveLength(7);
  });

  test.each(['projects', 'indicators'])('.xlsx holds the cells of %s.csv', (name) => {
    const book = readWorkbook(bytesOf(`${path}disclosure.xlsx`));
    const sheet = book.Sheets[name === 'projects' ? '项目' : '指标'] ?? {};
    const rows = utils.sheet_to_json<(string | number | boolean)[]>(sheet, {
      header: 1,
      defval: '',
      blankrows: true,
    });
    const expected = csv(`${path}${name}.csv`);
    const { resources } = json(`${path}datapackage.json`) as Descriptor;
    const inFile = resources.find((resource) => resource.name === name)?.schema.fields ?? [];
    // The sheet is for people: its columns are in another order.
    const fields = (rows[0] ?? []).flatMap((header) => inFile.filter(({ title }) => title === header));
    expect(rows[0]).toHaveLength(inFile.length);
    expect(fields.map(({ name: field }) => field).sort()).toEqual(
      inFile.map(({ name: field }) => field).sort(),
    );
    expect(rows).toHaveLength(expected.length + 1);
    expected.forEach((record, index) => {
      fields.forEach((field, at) => {
        const cell = rows[index + 1]?.[at] ?? '';
        const text = record[field.name] ?? '';
        const isFigure = ['number', 'integer', 'year'].includes(field.type) && text !== '';
        expect([field.name, cell]).toEqual([
          field.name,
          isFigure ? Number(text) : field.type === 'boolean' && text !== '' ? text === 'true' : text,
        ]);
      });
    });
  });
});

test('a comparison downloads as the table of its rows, as CSV and as a workbook', () => {
  const page = pageOf('indicators/shu-liang-zhi-biao/');
  const shown = page
    .querySelectorAll('.compare tr[id] th a')
    .map((link) => (link.getAttribute('href') ?? '').slice(1).replace('/#', '#'));
  const rows = csv('indicators/shu-liang-zhi-biao/indicators.csv');
  expect(rows.map((row) => row['id'])).toEqual(shown);
  const whole = new Map(csv('indicators.csv').map((row) => [row['id'], row]));
  for (const row of rows) expect(row).toEqual(whole.get(row['id']));
  const book = readWorkbook(bytesOf('indicators/shu-liang-zhi-biao/indicators.xlsx'));
  expect(book.SheetNames).toEqual(['指标', '说明']);
  const cells = utils.sheet_to_json<string[]>(book.Sheets['指标'] ?? {}, { header: 1 });
  expect(cells.slice(1).map((row) => row[5])).toEqual(rows.map((row) => row['name']));
  expect(page.querySelectorAll('.downloads a').map((link) => link.getAttribute('download'))).toEqual([
    '数量指标.xlsx',
    '数量指标.csv',
  ]);
});

test('the columns of money hold 元 alone: they agree with the texts next to them', () => {
  for (const row of csv('indicators.csv')) {
    for (const prefix of ['annual', 'period']) {
      const text = row[`${prefix}_target`] ?? '';
      const wan = /^([\d.]+)万元$/.exec(text)?.[1];
      expect([text, row[`${prefix}_yuan`]]).toEqual([
        text,
        wan === undefined ? '' : new Decimal(wan).times(10_000).toFixed(),
      ]);
      expect(row[`${prefix}_unit`]).not.toMatch(/[千万亿]元/);
    }
  }
});

test('JSON Schemas validate every JSON of records', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  const project = ajv.compile(json('schemas/project.json') as object);
  const disclosure = ajv.compile(json('schemas/disclosure.json') as object);
  for (const path of projectPaths)
    expect([project(json(`${path}project.json`)), project.errors]).toEqual([true, null]);
  for (const path of sets)
    expect([disclosure(json(`${path}disclosure.json`)), disclosure.errors]).toEqual([true, null]);
  expect(project({ ...(json(`${projectPaths[0]}project.json`) as object), year: '2026' })).toBe(false);
});

test('SHA256SUMS names every download with its hash', () => {
  const lines = bytesOf('SHA256SUMS').toString('utf8').trimEnd().split('\n');
  const listed = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  const downloads = files.filter(
    (path) => /\.(?:csv|json|xlsx|txt|xml)$/.test(path) && !path.startsWith('pagefind/'),
  );
  expect([...listed.keys()]).toEqual(downloads.sort());
  for (const [path, hash] of listed)
    expect([path, createHash('sha256').update(bytesOf(path)).digest('hex')]).toEqual([path, hash]);
});

test('every page and download of the site is on record as a permalink', () => {
  const { urls } = JSON.parse(readFileSync('content/permalinks.json', 'utf8')) as { urls: string[] };
  const made = files
    .filter((path) => /(?:\.(?:html|csv|json|xlsx|txt|xml)|SHA256SUMS)$/.test(path))
    .filter((path) => !path.startsWith('pagefind/') && path !== '404.html')
    .map((path) => `/${path.replace(/(^|\/)index\.html$/, '$1')}`);
  expect(made.sort()).toEqual(urls);
});

describe('the API', () => {
  const lists = ['years', 'bodies', 'projects', 'indicators'] as const;
  interface Entry {
    page: string;
    json: string;
  }

  test.each(lists)('has a page and a JSON for each of its %s', (name) => {
    const entries = json(`api/${name}.json`) as Entry[];
    const index = json('api/index.json') as { lists: Record<string, { url: string; count: number }> };
    expect(index.lists[name]).toEqual({ url: `/api/${name}.json`, count: entries.length });
    expect(entries).toHaveLength({ years: 1, bodies: 1, projects: 7, indicators: 45 }[name]);
    for (const entry of entries) {
      const page = new URL(entry.page, 'http://site');
      expect(existsSync(join(dist, page.pathname, 'index.html'))).toBe(true);
      if (page.hash) expect(pageOf(page.pathname.slice(1)).getElementById(page.hash.slice(1))).not.toBeNull();
      expect(json(new URL(entry.json, 'http://site').pathname.slice(1))).toBeTruthy();
    }
  });

  test('points at the very indicator with a JSON Pointer', () => {
    const entries = json('api/indicators.json') as { name: string; annualTarget: string; json: string }[];
    for (const entry of entries) {
      const { pathname, hash } = new URL(entry.json, 'http://site');
      const project = json(pathname.slice(1)) as Project;
      const indicator = project.indicators[Number(hash.split('/')[2])];
      expect([indicator?.name, indicator?.annualTarget?.text]).toEqual([entry.name, entry.annualTarget]);
    }
  });

  test('says which content the site was made from', () => {
    const { contentCommit } = json('api/index.json') as { contentCommit: string };
    expect(contentCommit).toMatch(/^[\da-f]{40}$/);
    expect(bytesOf('index.html').toString('utf8')).toContain(contentCommit.slice(0, 12));
  });
});

interface Descriptor {
  resources: {
    name: string;
    schema: { fields: { name: string; title: string; type: string }[] };
  }[];
}
