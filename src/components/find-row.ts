/** Where a page was opened at a row or line that is on another page of its table, goes there. */
const answer = document.querySelector<HTMLElement>('[data-row-pages]');

async function findRow({ dataset }: HTMLElement, id: string): Promise<string | undefined> {
  for (const address of dataset['rowPages']?.split(' ') ?? []) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (page.getElementById(id)) return address;
  }
  return undefined;
}

function openRow(): void {
  const id = location.hash.slice(1);
  if (!answer || id === '' || document.getElementById(id)) return;
  const say = (words: string) => {
    answer.textContent = words;
    answer.hidden = false;
  };
  say('这一行在后面的页上，正在查找……');
  findRow(answer, id).then(
    (address) => {
      if (address === undefined) say('没有找到链接所指的这一行，可以按页查看。');
      else location.replace(`${address}#${id}`);
    },
    () => {
      say('后面的页没有读到，请按页查看。');
    },
  );
}

openRow();
addEventListener('hashchange', openRow);
