import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { guard, refusalOf, type Asked } from '../../../src/desk/guard.ts';

const gate = { origin: 'http://127.0.0.1:4322', token: 'abc123' };
const page: Asked = {
  method: 'GET',
  path: '/abc123/',
  host: '127.0.0.1:4322',
  origin: undefined,
  site: 'none',
};
const form: Asked = { ...page, method: 'POST', origin: gate.origin, site: 'same-origin' };

describe('a request is answered', () => {
  test.each<[string, Asked]>([
    ['that opens a page', page],
    ['of a browser that says nothing of sites', { ...page, site: undefined }],
    ['that a form of the desk sends', form],
  ])('%s', (_, asked) => {
    expect(refusalOf(asked, gate)).toBeNull();
  });
});

test('the site may be linked to from the desk, whose port is another', () => {
  expect(refusalOf({ ...page, site: 'same-site' }, { ...gate, isLinked: true })).toBeNull();
  expect(refusalOf({ ...page, site: 'cross-site' }, { ...gate, isLinked: true })).toBe(403);
});

describe('a request is refused', () => {
  test.each<[string, number, Asked]>([
    ['without a token', 404, { ...page, path: '/' }],
    ['with another token', 404, { ...page, path: '/abc124/' }],
    ['with a longer token', 404, { ...page, path: '/abc1234/' }],
    ['for another host', 403, { ...page, host: 'desk.example:4322' }],
    ['for another port', 403, { ...page, host: '127.0.0.1:80' }],
    ['without a host', 403, { ...page, host: undefined }],
    ['of another origin', 403, { ...form, origin: 'https://evil.example' }],
    ['of no origin at all', 403, { ...form, origin: undefined }],
    ['of a page in a sandbox', 403, { ...form, origin: 'null' }],
    ['that another site makes', 403, { ...page, site: 'cross-site' }],
    ['that another port of this computer makes', 403, { ...page, site: 'same-site' }],
    ['with another method', 405, { ...form, method: 'PUT' }],
    ['that asks what is allowed', 405, { ...form, method: 'OPTIONS' }],
  ])('%s', (_, status, asked) => {
    expect(refusalOf(asked, gate)).toBe(status);
  });
});

test('what is refused gets an empty answer, and no leave to read it', async () => {
  const app = new Hono().use(guard(gate)).get('/*', (context) => context.text('secret'));
  const response = await app.request('http://127.0.0.1:4322/abc124/', {
    headers: { host: '127.0.0.1:4322' },
  });
  expect([response.status, await response.text()]).toEqual([404, '']);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  const good = await app.request('http://127.0.0.1:4322/abc123/', { headers: { host: '127.0.0.1:4322' } });
  expect([good.status, await good.text()]).toEqual([200, 'secret']);
  expect(good.headers.get('cache-control')).toBe('no-store');
});
