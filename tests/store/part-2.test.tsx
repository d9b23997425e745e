// @vitest-environment happy-dom
// A program under 42 CFR Part 2: its notes are labeled and name no topic, and Evoke reports labels that the chart
// dropped.

import { HttpResponse, http } from 'msw';
import { expect, test } from 'vitest';
import { answerWith, ISS } from '../ehr/round-trip.ts';
import { everyForm, open, playSittings, says } from './sitting.tsx';

playSittings();

const PART_2 = { part2Program: true, securityLabels: true };
const LABELS = [
  { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' },
  { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: '42CFRPart2' },
];

test.each(['Observation', 'QuestionnaireResponse'] as const)(
  '%s carries the labels and its title names no topic',
  async (type) => {
    const sitting = await open({ ...everyForm({ order: [type] }), ...PART_2 });
    await sitting.signs();
    await says(/Filed in the chart at \d\d:\d\d, checked/);
    const [filed] = sitting.sandbox.store.all(type);
    expect(filed).toMatchObject({ meta: { security: LABELS } });
    if (type === 'Observation') expect(filed).toMatchObject({ code: { text: 'Readiness note' } });
  },
);

test('a document, where the site allows one, carries them as its own kind of label', async () => {
  const sitting = await open({ ...everyForm({ order: ['DocumentReference'] }), ...PART_2 });
  await sitting.signs();
  await says(/Filed in the chart at/);
  const [filed] = sitting.sandbox.store.all('DocumentReference');
  expect(filed).toMatchObject({ securityLabel: LABELS.map((label) => ({ coding: [label] })) });
});

test('a chart that drops the labels is not called done', async () => {
  const sitting = await open({ ...everyForm({ order: ['Observation'] }), ...PART_2 });
  answerWith(
    http.get(`${ISS}/Observation/:id`, ({ params }) => {
      const { meta: _meta, ...bare } =
        sitting.sandbox.store.all('Observation').find(({ id }) => id === params['id']) ?? {};
      return HttpResponse.json(bare);
    }),
  );
  await sitting.signs();
  await says(/the chart dropped: .*security labels/);
});

test('no other site labels anything', async () => {
  const sitting = await open(everyForm());
  await sitting.signs();
  await says(/Filed in the chart at/);
  expect(sitting.sandbox.store.all('Observation')[0]?.meta?.security).toBeUndefined();
});
