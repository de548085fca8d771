import { NodeType, parse, type HTMLElement } from 'node-html-parser';
import { goalWord, headWord } from './form-words.ts';
import type { PublishedProject, PublishedRow } from './published-project.ts';

/** Reads a project from its page, as a reader sees it. Undefined: the page is not that of a project. */
export function readPage(html: string, where: string): PublishedProject | undefined {
  if (!html.includes('data-project-id')) return undefined;
  const page = parse(html);
  const main = page.querySelector('main[data-project-id]');
  if (!main) return undefined;
  dropOwnWords(main);
  const one = (selector: string) => main.querySelector(selector);
  return {
    where,
    name: textOf(one('h1')),
    yuan: one('data.total')?.getAttribute('value') ?? '',
    fields: readFields(page, textOf(one('h1'))),
    rows: main.querySelectorAll('table.indicators tbody').flatMap((body) => readRows(body)),
    isGrouped: true,
    lines: readLines(main),
  };
}

/** The lines of the whole source, as its own page shows them. */
export function readSourcePage(html: string): Map<number, string> {
  return readLines(parse(html));
}

function readLines(page: HTMLElement): Map<number, string> {
  return new Map(
    page.querySelectorAll('#source li').map((line) => {
      const number = Number(line.getAttribute('value'));
      return [number, (line.querySelector('code')?.textContent ?? '').trimEnd()];
    }),
  );
}

/**
 * What a word means, and which line a figure leads to, are the page's own words. In the table of indicators the word itself is
 * what opens its meaning. How a target reads stands beside its cell.
 */
function dropOwnWords(main: HTMLElement): void {
  for (const explanation of main.querySelectorAll('details.term')) {
    if (isInSubcategory(explanation))
      explanation.replaceWith(explanation.querySelector('summary')?.innerHTML ?? '');
    else explanation.remove();
  }
  for (const reading of main.querySelectorAll('.indicators .reading')) reading.remove();
  for (const link of main.querySelectorAll('a.to-line')) {
    if (link.classList.contains('place')) link.remove();
    else link.replaceWith(link.innerHTML);
  }
}

/** Its own walk up: the library's compiles a selector for each question. */
function isInSubcategory(element: HTMLElement): boolean {
  for (let part: HTMLElement | null = element; part; part = part.parentNode)
    if (part.tagName === 'TD') return part.classList.contains('sub');
  return false;
}

function readFields(page: HTMLElement, name: string): Map<string, string[]> {
  const fields = new Map<string, string[]>([['name', [name]]]);
  const add = (key: string, text: string) => fields.set(key, [...(fields.get(key) ?? []), text]);
  for (const label of page.querySelectorAll('#fields dt')) {
    const value = label.nextElementSibling;
    if (value?.tagName !== 'DD') continue;
    const years = /原文写 (\d+) 至 (\d+)/.exec(value.textContent);
    const key = headWord(label.textContent) ?? textOf(label);
    if (key === 'period' && years) {
      add('start', years[1] ?? '');
      add('end', years[2] ?? '');
      add('period', `${years[1] ?? ''}-${years[2] ?? ''}`);
    } else add(key, ownText(value));
  }
  for (const heading of page.querySelectorAll('#goals h3')) {
    // 实施周期总目标和2026年度目标: one text for both.
    const keys = textOf(heading)
      .split('和')
      .map((word) => goalWord(word) ?? word);
    for (
      let part = heading.nextElementSibling;
      part?.classList.contains('goal');
      part = part.nextElementSibling
    )
      for (const key of keys) add(key, textOf(part));
  }
  return fields;
}

function readRows(body: HTMLElement): PublishedRow[] {
  const heading = textOf(body.querySelector('tr.category th'));
  return body.querySelectorAll('tr[data-indicator]').map((row) => {
    const [subcategory, , annual, period = annual] = row.querySelectorAll('th, td');
    const details = row.querySelectorAll('th .promise').map((detail) => {
      const text = textOf(detail);
      const colon = text.indexOf('：');
      return { label: text.slice(0, colon), value: text.slice(colon + 1) };
    });
    return {
      category: heading === '未写一级指标' ? '' : heading,
      subcategory: textOf(subcategory),
      name: textOf(row.querySelector('th a')),
      annualTarget: valueOf(annual),
      periodTarget: valueOf(period),
      details,
    };
  });
}

/** The page's own 未写, in a grey of its own, says that the cell is empty. */
function valueOf(cell: HTMLElement | undefined): string {
  return cell?.querySelector('span.soft') ? '' : textOf(cell);
}

/** The text of an element without that of the elements in it. */
function ownText(element: HTMLElement): string {
  return element.childNodes
    .filter((node) => node.nodeType === NodeType.TEXT_NODE)
    .map((node) => node.textContent)
    .join('')
    .trim();
}

function textOf(element: HTMLElement | null | undefined): string {
  return (element?.textContent ?? '').trim();
}
