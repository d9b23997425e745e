// Dates and times typed digit by digit. A browser reports each digit, so a half-typed text must not become a fact.

import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { expectText, setOut } from '../support/journey.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Types a time of day into a field that shows twelve hours, hour first. */
async function typeTime(page: Page, field: Locator, hour: number, minute: number): Promise<void> {
  await field.focus();
  await page.keyboard.type(`${two(hour % 12 || 12)}${two(minute)}${hour < 12 ? 'A' : 'P'}`);
}

test('a start that is typed hour first keeps the minutes, although the hour alone would be after the end', async () => {
  const { opens } = await setOut();
  const clinician = await opens('proto');
  const { page } = clinician;
  await clinician.rates('Importance', 7);
  await clinician.reviews();
  const started = page.getByLabel('Started');
  const minutes = page.getByRole('spinbutton', { name: 'Minutes' });
  const hour = Number((await started.inputValue()).slice(0, 2));
  const hourBefore = (hours: number): number => (hour - hours + 24) % 24;
  await typeTime(page, started, hourBefore(3), 50);
  await expectText(started, `${two(hourBefore(3))}:50`);
  await minutes.fill('20');
  await typeTime(page, started, hourBefore(2), 5);
  await expectText(started, `${two(hourBefore(2))}:05`);
  await expectText(minutes, '5');
  await minutes.focus();
  await expectText(started, `${two(hourBefore(2))}:05`);
});

test('a follow-up date is stored once its year is whole, and what is typed before stays in the field', async () => {
  const { opens } = await setOut();
  const clinician = await opens('proto');
  const { page } = clinician;
  await clinician.plans('Tea at nine');
  await page.getByRole('button', { name: '+ Date, how to follow up' }).click();
  const date = page.getByLabel('Date', { exact: true });
  const year = new Date().getFullYear() + 1;
  await date.focus();
  await page.keyboard.type(`1130${String(year).slice(0, 2)}`);
  await page.getByRole('textbox', { name: 'Details' }).focus();
  await page.getByText('Not saved: this day is before today.').waitFor();
  await expectText(date, `00${String(year).slice(0, 2)}-11-30`);
  await date.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type(String(year));
  await expectText(date, `${year}-11-30`);
  await clinician.reviews();
  await page.getByText(`30-Nov-${year}`).first().waitFor();
});

test('a follow-up date without one of its parts is said to be not saved, and the agreed day stays until all of it is removed', async () => {
  const { opens } = await setOut();
  const clinician = await opens('proto');
  const { page } = clinician;
  await clinician.plans('Tea at nine');
  await page.getByRole('button', { name: '+ Date, how to follow up' }).click();
  const date = page.getByLabel('Date', { exact: true });
  const details = page.getByRole('textbox', { name: 'Details' });
  const weeks = page.getByRole('radio', { name: '2 weeks' });
  const partial = page.getByText('Not saved: the date is not complete.');
  await date.focus();
  await page.keyboard.type('11');
  await details.focus();
  await partial.waitFor();
  await weeks.check();
  await partial.waitFor({ state: 'detached' });
  const agreed = await date.inputValue();
  await date.focus();
  await page.keyboard.press('Backspace');
  await expectText(date, '');
  await details.focus();
  await page.getByText('Not saved: the date is not complete. Still saved:').waitFor();
  expect(await weeks.isChecked()).toBe(true);
  await date.focus();
  const [, month = ''] = agreed.split('-');
  await page.keyboard.type(month);
  await expectText(date, agreed);
  await details.focus();
  await date.focus();
  for (const key of ['Backspace', 'Tab', 'Backspace', 'Tab', 'Backspace', 'Tab']) await page.keyboard.press(key);
  await details.focus();
  await expect.poll(() => weeks.isChecked()).toBe(false);
  expect(await partial.count()).toBe(0);
});
