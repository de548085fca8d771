import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { deskState } from '../../../src/desk/desk.ts';

test('what waits is found again after the project and its content are moved together', () => {
  const [before, after] = ['/media/usb/desk', '/home/a/desk'].map((place) =>
    relative(place, deskState(join(place, 'program'), join(place, 'content'))),
  );
  expect(after).toBe(before);
});

test('two content folders have nothing of each other', () => {
  expect(deskState('/project', '/project/content')).not.toBe(deskState('/project', '/content'));
});
