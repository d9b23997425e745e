import { expect, test } from 'vitest';
import { checkedUrl } from '../../src/lib/checked-url.ts';

test.each([
  'https://ehr.example',
  'https://ehr.example/evoke/launch.html?iss=https%3A%2F%2Fehr.example&launch=a#top',
  'http://127.0.0.1:5173/launch.html?iss=a',
  'http://localhost:5173/',
])('%s leads where it says', (address) => {
  expect(checkedUrl(address)).toBe(address);
});

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,a',
  'blob:https://ehr.example/a',
  '//ehr.example/',
  '/launch.html',
  'http://ehr.example/',
  'http://127.0.0.1.ehr.example/',
  'https://user@ehr.example/',
  'https://ehr.example\\@other.example/',
  'https://ehr.example/a b',
  'https://ehr.example/\n',
  '',
])('%j leads nowhere', (address) => {
  expect(checkedUrl(address)).toBe('about:blank');
});
