/** The custom element of `TakeAlong.astro`: saves a table as a file with a name of its own. */
import type { TakenKind, TakenTable } from '../downloads/taken-table.ts';
import { groupDigits } from '../record/group-digits.ts';

export class TakeAlong extends HTMLElement {
  /** Gives what is saved, when a button is pressed. */
  table: (() => Promise<TakenTable>) | null = null;

  connectedCallback(): void {
    for (const button of this.querySelectorAll('button'))
      button.addEventListener('click', () => {
        void this.save(button.dataset['kind'] === 'csv' ? 'csv' : 'xlsx');
      });
  }

  /** Shows the buttons. @param count Of rows; 0 hides them. */
  offer(count: number): void {
    this.hidden = count === 0;
    for (const button of this.querySelectorAll('button'))
      button.textContent = `下载这 ${groupDigits(String(count))} ${this.dataset['unit'] ?? ''}（${button.dataset['label'] ?? ''}）`;
  }

  private async save(kind: TakenKind): Promise<void> {
    if (!this.table) return;
    this.say('正在生成……');
    try {
      // The writer of workbooks is large: it is fetched for whoever needs it.
      const [{ toTakenFile }, table] = await Promise.all([
        import('../downloads/taken-table.ts'),
        this.table(),
      ]);
      const { name, mediaType, bytes } = toTakenFile(table, kind);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
      link.download = name;
      link.click();
      // Some browsers read it after the click.
      setTimeout(() => {
        URL.revokeObjectURL(link.href);
      }, 60_000);
      this.say('');
    } catch {
      this.say('没有生成成功，请再试一次。');
    }
  }

  private say(text: string): void {
    const place = this.querySelector('[data-status]');
    if (place) place.textContent = text;
  }
}

customElements.define('take-along', TakeAlong);
