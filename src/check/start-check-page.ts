/**
 * The page `/check/`: reads what is pasted, typed, chosen or dropped, in a worker, and shows what the site makes of it. Nothing is sent.
 *
 * It fills `[data-check-status]` and adds sections, `[data-result]`, to the page; `aria-busy` of the page's `main` says whether it reads.
 */
import { formatBytes } from '../display/format-bytes.ts';
import { ask, warmUp } from './ask-worker.ts';
import { EXAMPLE } from './example.ts';
import type { CheckInput } from './read-input.ts';

/** As `npm run import` has it. */
const LARGEST_FILE = 20 * 1024 * 1024;
/** As a source may have: UTF-16 units, each a byte or more. */
const LARGEST_TEXT = 2 * 1024 * 1024;
/** UTF-16 units that are put into the box at once: browsers take seconds to insert more as if it were typed. */
const LONG_TEXT = 20_000;
/** Milliseconds after the last key. */
const PAUSE = 400;
/** How long a button says what came of it, milliseconds. */
const SAID = 2_000;

/** The text of the last result, and the name that a file of it gets. */
let stored = { text: '', name: '' };
let timer: ReturnType<typeof setTimeout> | undefined;

export function startCheckPage(): void {
  const main = find('main');
  const box = textBox();
  const file = element('[data-check-file]', HTMLInputElement);
  find('[data-check]').hidden = false;
  warmUp();

  box.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length > LARGEST_TEXT) {
      event.preventDefault();
      say(describeLarge(text.length, '2 MB，请按单位分几次核对'), true);
      return;
    }
    if (text.length > LONG_TEXT) {
      event.preventDefault();
      box.value = text;
    }
    setTimeout(() => {
      readBox(true);
    });
  });
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      readBox(false);
    }, PAUSE);
  });
  file.addEventListener('change', () => {
    if (file.files) void readFiles(file.files);
    // The same file can be chosen again, after it was changed.
    file.value = '';
  });
  find('[data-check-choose]').addEventListener('click', () => {
    file.click();
  });
  find('[data-check-example]').addEventListener('click', () => {
    box.value = EXAMPLE;
    readBox(true);
  });
  find('[data-check-clear]').addEventListener('click', () => {
    box.value = '';
    show('');
    say('', false);
    box.focus();
  });
  main.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button?.dataset['copySource'] !== undefined) copy(button);
    if (button?.dataset['saveSource'] !== undefined) save();
  });
  acceptDrops();
}

function acceptDrops(): void {
  const area = find('[data-check]');
  const isOver = (is: boolean) => {
    area.classList.toggle('over', is);
  };
  addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    isOver(true);
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) isOver(false);
  });
  addEventListener('drop', (event) => {
    isOver(false);
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    void readFiles(event.dataTransfer.files);
  });
}

/** @param isDone Whether the text is all there, so that the page goes to the result. */
function readBox(isDone: boolean): void {
  clearTimeout(timer);
  const { value } = textBox();
  if (value.trim() === '') {
    show('');
    say('', false);
  } else if (value.length > LARGEST_TEXT) say(describeLarge(value.length, '2 MB，请按单位分几次核对'), true);
  else void read({ kind: 'text', text: value }, isDone);
}

async function readFiles(files: FileList): Promise<void> {
  const [file, ...others] = files;
  if (!file) return;
  if (others.length > 0) say('一次核对一个文件；请只放一个', true);
  else if (file.size > LARGEST_FILE)
    say(`${file.name}：${describeLarge(file.size, '20 MB；请把要公开的表另存为一个新文件')}`, true);
  else {
    textBox().value = '';
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes) await read({ kind: 'file', name: file.name, bytes: new Uint8Array(bytes) }, true);
    else say(`${file.name}：打不开；如果是文件夹，请放里面的文件`, true);
  }
}

function describeLarge(bytes: number, limit: string): string {
  return `有 ${formatBytes(bytes)}，上限是 ${limit}`;
}

async function read(input: CheckInput, isDone: boolean): Promise<void> {
  const main = find('main');
  const about = input.kind === 'file' ? `${input.name}：` : '';
  main.setAttribute('aria-busy', 'true');
  say(`${about}正在读……`, false);
  const rules = document.querySelector('[data-check-rules]')?.getAttribute('href') ?? null;
  const answer = await ask({ input, rules, year: new Date().getFullYear() }, (part) => {
    say(`${about}正在读${part}……`, false);
  });
  if (answer.kind === 'replaced') return;
  main.setAttribute('aria-busy', 'false');
  if (answer.kind === 'refused') {
    show('');
    say(`${about}${answer.message}`, true);
    return;
  }
  const { html, summary, text } = answer.result;
  stored = { text, name: nameOf(input) };
  show(html);
  say(`${about}${summary}`, false);
  // It is at the top of the result, too: here it is for those who hear the page.
  find('[data-check-status]').classList.add('visually-hidden');
  if (!isDone) return;
  const heading = document.getElementById('verdict');
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView();
}

function nameOf(input: CheckInput): string {
  return input.kind === 'file' ? `${input.name.replace(/\.[^.]*$/, '')}.md` : '绩效目标表.md';
}

/** @param html Sections of the page, whose texts are escaped. */
function show(html: string): void {
  const main = find('main');
  for (const old of main.querySelectorAll('[data-result]')) old.remove();
  const template = document.createElement('template');
  template.innerHTML = html;
  find('[data-check-row]').after(template.content);
}

function say(text: string, isWrong: boolean): void {
  if (isWrong) find('main').setAttribute('aria-busy', 'false');
  const status = find('[data-check-status]');
  status.textContent = text === '' || /[。……]$/.test(text) ? text : `${text}。`;
  status.classList.toggle('notice', isWrong);
  status.classList.remove('visually-hidden');
  find('[data-check-clear]').hidden = text === '';
}

function copy(button: HTMLButtonElement): void {
  const label = button.textContent;
  const said = (words: string) => {
    button.textContent = words;
    setTimeout(() => (button.textContent = label), SAID);
  };
  const failed = () => {
    said('没有复制成，请下载');
  };
  // The clipboard is there on secure pages only.
  if (!('clipboard' in navigator)) failed();
  else
    navigator.clipboard.writeText(stored.text).then(() => {
      said('已复制');
    }, failed);
}

function save(): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([stored.text], { type: 'text/markdown' }));
  link.download = stored.name;
  link.click();
  // Some browsers read it after the click.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}

function find(selector: string): HTMLElement {
  return element(selector, HTMLElement);
}

function textBox(): HTMLTextAreaElement {
  return element('[data-check-text]', HTMLTextAreaElement);
}

function element<Found extends Element>(selector: string, kind: new () => Found): Found {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`Expected ${selector} on the page`);
  return found;
}
