import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../../content/open-content.ts';
import type { Desk } from '../desk.ts';
import { listBodies } from '../list-bodies.ts';
import { keepState, listKept } from './kept-states.ts';

/** A site that was built by hand before the desk published is a state to go back to, too, if it has all of the content. */
export function keepFirst({ state, out }: Desk, content: Content): void {
  const list = join(out, 'SHA256SUMS');
  if (listKept(state).length > 0 || content.errors.length > 0 || !existsSync(list)) return;
  const bodies = listBodies(content, out, null).flatMap((year) => year.bodies);
  if (bodies.length === 0 || bodies.some((body) => body.state !== 'open')) return;
  const at = statSync(list).mtime.toISOString();
  keepState(state, content, { at, did: '用工作台以前的网站', isPublished: true });
}
