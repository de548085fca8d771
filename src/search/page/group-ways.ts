import type { Way } from '../query.ts';

/** Other searches of one kind, under one title. */
interface WayGroup {
  id: 'near' | 'apart';
  title: string;
  note: string;
  ways: readonly Way[];
}

/** Other searches: for what sounds or looks alike, and for parts of what was typed. */
export function groupWays(ways: readonly Way[]): WayGroup[] {
  const groups: WayGroup[] = [
    {
      ...{ id: 'near', title: '是不是要找', note: '读音相同，或者只差一个字。' },
      ways: ways.filter(({ kind }) => kind === 'sound' || kind === 'near'),
    },
    {
      ...{ id: 'apart', title: '拆开找', note: '您输入的字里，这几段找得到。' },
      ways: ways.filter(({ kind }) => kind === 'parts' || kind === 'part'),
    },
  ];
  return groups.filter((group) => group.ways.length > 0);
}
