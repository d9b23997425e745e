// Formats names, dates and values for the chart. Reads resources. Knows neither HTML nor the store.

import type { Address, CodeableConcept, HumanName, Observation, Patient, Quantity } from 'fhir/r4';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A FHIR date or dateTime of any precision, in its own zone: `14-Jul-1985`, `1958`, `22-Nov-2026 15:30`. */
export function printDate(value: string | undefined): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2}))?/.exec(value ?? '');
  if (match === null) return '';
  const [, year, month, day, clock] = match;
  const date = [day, month && MONTHS[Number(month) - 1], year].filter(Boolean).join('-');
  return clock === undefined ? date : `${date} ${clock}`;
}

/** The day alone. */
export const printDay = (value: string | undefined): string => printDate(value?.slice(0, 10));

const officialName = ({ name = [] }: Patient): HumanName | undefined =>
  name.find(({ use }) => use === 'official') ?? name[0];

/** Family name in capitals, then the given names. Lists are sorted by it. */
export function printName(patient: Patient): string {
  const { family, given = [], text } = officialName(patient) ?? {};
  const parts = [family?.toLocaleUpperCase(), given.join(' ')].filter(Boolean);
  return parts.join(', ') || text || 'Name not recorded';
}

/** The preferred name, if it is recorded. */
export const preferredName = ({ name = [] }: Patient): string | undefined => {
  const usual = name.find(({ use }) => use === 'usual' || use === 'nickname');
  return usual?.text ?? usual?.given?.join(' ');
};

/** The medical record number, or a text if there is none. */
export const printMrn = ({ identifier = [] }: Patient): string =>
  identifier.find(({ type }) => type?.coding?.some(({ code }) => code === 'MR'))?.value ??
  identifier[0]?.value ??
  'not recorded';

/** Birth date, with age if the whole date is known. `today` is `YYYY-MM-DD`. */
export function printBirth({ birthDate, deceasedDateTime }: Patient, today: string): string {
  if (birthDate === undefined) return 'not recorded';
  if (birthDate.length < 10 || deceasedDateTime !== undefined) return printDate(birthDate);
  const hadBirthday = today.slice(5) >= birthDate.slice(5);
  const age = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (hadBirthday ? 0 : 1);
  return `${printDate(birthDate)} (${age} y)`;
}

/** The text of a coded concept. */
export const printConcept = (concept: CodeableConcept | undefined): string =>
  concept?.text ?? concept?.coding?.[0]?.display ?? concept?.coding?.[0]?.code ?? '';

const UNITS: Readonly<Record<string, string>> = {
  '{score}': '',
  'mm[Hg]': 'mmHg',
};

const printQuantity = ({ value, unit = '', comparator }: Quantity): string =>
  `${comparator ?? ''}${value ?? ''} ${UNITS[unit] ?? unit}`.trim();

/** The value of an Observation or of one of its components. Empty if it has none. */
export function printValue(holder: Partial<Observation>): string {
  const { valueQuantity, valueCodeableConcept, valueString, valueInteger, valueBoolean, component = [] } = holder;
  if (valueQuantity !== undefined) return printQuantity(valueQuantity);
  if (valueCodeableConcept !== undefined) return printConcept(valueCodeableConcept);
  if (valueString !== undefined) return valueString;
  if (valueInteger !== undefined) return String(valueInteger);
  if (valueBoolean !== undefined) return valueBoolean ? 'yes' : 'no';
  const [systolic, diastolic] = component.map((part) => part.valueQuantity);
  if (systolic?.unit !== 'mm[Hg]' || diastolic === undefined) return '';
  return `${systolic.value}/${diastolic.value} mmHg`;
}

/** The town of a home address. */
export const printTown = (addresses: readonly Address[] | undefined): string => addresses?.[0]?.city ?? '';
