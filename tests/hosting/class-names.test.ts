// What classes are called in the built page.
import { expect, test } from 'vitest';
import { classNames } from '../../hosting/class-names.ts';

test('a class is called by its module and its name there', () => {
  expect(classNames()('quiet', '/src/panels/review/Review.module.css')).toBe('Review-quiet');
});

test('two modules of one name are refused, and one module twice is not', () => {
  const name = classNames();
  name('quiet', '/src/ui/Card.module.css');
  expect(name('loud', '/src/ui/Card.module.css?inline')).toBe('Card-loud');
  expect(() => name('quiet', '/src/shell/Card.module.css')).toThrow('Card');
});
