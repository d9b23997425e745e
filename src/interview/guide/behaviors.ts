// Target behaviors offered when a site names none, and how one is said in a sentence. Free text is always allowed.

import type { InLanguages } from '../patient/patient-words.ts';
import { type Code, DIRECTIONS, type Direction } from '../talk/focus.ts';
import type { Family } from './families.ts';
import { INFINITIVES } from './infinitives.ts';

/**
 * One behavior to talk about. `label` is what people see. `code` is never shown, and absent if none was checked.
 * `family` is absent for behaviors that only a site knows. `directions` are all that make sense, most usual first.
 */
export interface Behavior {
  readonly key: string;
  readonly label: InLanguages;
  readonly family?: Family;
  readonly code?: Code;
  readonly sensitive: boolean;
  readonly directions: readonly Direction[];
}

/** The part of a behavior that a site configuration may set. */
type SiteBehavior = Pick<Behavior, 'key' | 'label' | 'code' | 'sensitive'>;

type Row = readonly [key: string, en: string, es: string, usual: readonly Direction[]];

const LESS: readonly Direction[] = ['cut-down', 'stop', 'change-how'];
const QUIT: readonly Direction[] = ['stop', 'cut-down', 'change-how'];
const MORE: readonly Direction[] = ['start', 'do-more', 'keep-going'];
const ROUTINE: readonly Direction[] = ['start', 'change-how', 'keep-going'];

/**
 * Codes exactly as checked (docs/design/readiness-note.md, "Terminology"). 228272008 is "health-related behavior".
 * Never add a code that was not checked.
 */
function sct(code: string): { readonly code: Code } {
  return { code: { system: 'http://snomed.info/sct', code } };
}

/** A site may choose any key, and every object also has names such as "constructor". */
const infinitivesOf = (key: string) => (Object.hasOwn(INFINITIVES, key) ? INFINITIVES[key] : undefined);

/** The usual directions first, then every other one that makes sense for the behavior. */
function sensible(key: string, usual: readonly Direction[]): readonly Direction[] {
  const known = infinitivesOf(key);
  const makesSense = (each: Direction): boolean => each === 'explore' || known?.[each] !== undefined;
  return [...usual, ...DIRECTIONS.filter((each) => !usual.includes(each))].filter(makesSense);
}

function family(name: Family, shared: Partial<Pick<Behavior, 'code' | 'sensitive'>>, rows: readonly Row[]): Behavior[] {
  return rows.map(([key, en, es, usual]) => {
    return { key, label: { en, es }, family: name, sensitive: false, ...shared, directions: sensible(key, usual) };
  });
}

/**
 * The built-in list, used if the site configuration names no behaviors. Source:
 * docs/design/motivational-interviewing.md, "Target behaviors".
 */
export const BEHAVIORS: readonly Behavior[] = [
  ...family('tobacco', sct('229819007'), [
    ['smoking', 'Smoking', 'Fumar', QUIT],
    ['vaping', 'Vaping', 'Vapear', QUIT],
    ['smoke-free-home', 'Smoke-free home', 'Casa sin humo', ROUTINE],
  ]),
  ...family('alcohol', { ...sct('897148007'), sensitive: true }, [['alcohol', 'Alcohol', 'Alcohol', LESS]]),
  ...family('substances', { ...sct('363908000'), sensitive: true }, [
    ['cannabis', 'Cannabis', 'Cannabis', LESS],
    ['other-substances', 'Other substances', 'Otras sustancias', LESS],
    ['safer-use', 'Safer use', 'Consumo más seguro', ROUTINE],
    ['substance-treatment', 'Treatment for substance use', 'Tratamiento por consumo de sustancias', ROUTINE],
  ]),
  ...family('activity', sct('68130003'), [
    ['activity', 'Physical activity', 'Actividad física', MORE],
    ['walking', 'Walking', 'Caminar', MORE],
  ]),
  ...family('activity', sct('256235009'), [['strength', 'Strength exercise', 'Ejercicios de fuerza', MORE]]),
  ...family('eating', sct('364393001'), [
    ['regular-meals', 'Regular meals', 'Comidas a sus horas', ROUTINE],
    ['sweet-drinks', 'Sweet drinks', 'Bebidas dulces', LESS],
    ['vegetables', 'Vegetables', 'Verduras', MORE],
  ]),
  ...family('medicines', sct('418633004'), [
    ['taking-medicines', 'Taking medicines', 'Tomar las medicinas', ROUTINE],
    ['refills', 'Refilling on time', 'Surtir las medicinas a tiempo', ROUTINE],
    ['side-effects', 'Asking about side effects', 'Preguntar por efectos secundarios', ROUTINE],
  ]),
  ...family('asthma', sct('228272008'), [
    ['preventer', 'Controller inhaler', 'Inhalador de control', ROUTINE],
    ['triggers', 'Knowing my triggers', 'Saber qué me provoca el asma', ROUTINE],
    ['action-plan', 'Asthma action plan', 'Plan de acción para el asma', ROUTINE],
  ]),
  ...family('diabetes', {}, [
    ['glucose', 'Checking glucose', 'Medir la glucosa', ROUTINE],
    ['foot-check', 'Checking feet', 'Revisar los pies', ROUTINE],
    ['insulin-meals', 'Insulin with meals', 'Insulina con las comidas', ROUTINE],
  ]),
  ...family('heart', sct('228272008'), [
    ['home-readings', 'Blood pressure at home', 'Medirme la presión en casa', ROUTINE],
    ['salt', 'Salt', 'Sal', LESS],
  ]),
  ...family('pain', sct('228272008'), [['pacing', 'Pacing myself', 'Ir a mi ritmo', ROUTINE]]),
  ...family('mood', { ...sct('228272008'), sensitive: true }, [
    ['valued-activity', 'One thing I enjoy each week', 'Hacer cada semana algo que me gusta', MORE],
    ['therapy', 'Therapy', 'Terapia', ROUTINE],
  ]),
  ...family('anxiety', { ...sct('228272008'), sensitive: true }, [
    ['facing-fears', 'Facing a fear in small steps', 'Enfrentar un miedo poco a poco', ROUTINE],
    ['worry-time', 'A set time for worry', 'Un rato para las preocupaciones', ROUTINE],
    ['grounding', 'Breathing or grounding', 'Respirar con calma', MORE],
  ]),
  ...family('weight', {}, [['weight', 'Weight', 'Peso', ['start', 'keep-going', 'explore']]]),
  ...family('sleep', {}, [['sleep', 'Sleep routine', 'Rutina de sueño', ROUTINE]]),
  ...family('sexual-health', { sensitive: true }, [['safer-sex', 'Safer sex', 'Sexo más seguro', ROUTINE]]),
  ...family('gambling', { sensitive: true }, [['gambling', 'Gambling', 'Juegos de azar', QUIT]]),
  ...family('screens', {}, [['screen-time', 'Screen time', 'Tiempo de pantalla', LESS]]),
  ...family('prevention', sct('228272008'), [
    ['appointments', 'Keeping appointments', 'Ir a las citas', ROUTINE],
    ['screening-test', 'Having the test', 'Hacerme la prueba', ROUTINE],
    ['vaccination', 'Vaccination', 'Vacunas', ROUTINE],
    ['dental-care', 'Dental care', 'Cuidado de los dientes', ROUTINE],
  ]),
];

/** The site's own behaviors in its order, completed with what we know about them, else the built-in list. */
export function behaviorsOffered(site: readonly SiteBehavior[]): readonly Behavior[] {
  if (site.length === 0) return BEHAVIORS;
  return site.map((own) => ({ directions: DIRECTIONS, ...BEHAVIORS.find((known) => known.key === own.key), ...own }));
}

/** Labels that filed notes carry and the list no longer has. */
const FORMER_LABELS: ReadonlyMap<string, string> = new Map([
  ['preventer inhaler', 'preventer'],
  ['talking therapy', 'therapy'],
]);

/** The behavior that a target's label names, in either language and any case. Undefined for free text. */
export function behaviorNamed(label: string, offered: readonly Behavior[]): Behavior | undefined {
  const wanted = label.trim().toLowerCase();
  const isNamed = ({ key, label: { en, es } }: Behavior): boolean =>
    en.toLowerCase() === wanted || es.toLowerCase() === wanted || key === FORMER_LABELS.get(wanted);
  return offered.find(isNamed);
}

/** Names that other systems use for our behaviors. Vaping shares the code of smoking but is a different behavior. */
const ALSO_CALLED: ReadonlyMap<string, string> = new Map([
  ['tobacco', 'smoking'],
  ['tobacco use', 'smoking'],
  ['cigarettes', 'smoking'],
  ['drinking', 'alcohol'],
  ['alcohol use', 'alcohol'],
]);

/** The key of a behavior, equal for all its names. For free text, the text in lower case. */
export function behaviorKey(label: string, offered: readonly Behavior[]): string {
  const plain = label.trim().toLowerCase();
  return behaviorNamed(label, offered)?.key ?? ALSO_CALLED.get(plain) ?? plain;
}

/** True if two labels name one behavior, so that its numbers may be compared. */
export function isSameBehavior(one: string, other: string, offered: readonly Behavior[]): boolean {
  return behaviorKey(one, offered) === behaviorKey(other, offered);
}

/**
 * What a ruler asks about. `none`: no topic is named yet. `known`: one of our infinitives. `free`: the typed text,
 * printed after a colon because it does not fit into a sentence.
 */
export type AskedAbout =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly infinitive: InLanguages; readonly direction?: Direction }
  | { readonly kind: 'free'; readonly text: string };

/** What a ruler asks about for the topic `label` and a chosen direction. '' or undefined: no topic is named. */
export function askedAbout(
  label: string | undefined,
  direction: Direction | undefined,
  offered: readonly Behavior[],
): AskedAbout {
  const text = label?.trim() ?? '';
  if (text === '') return { kind: 'none' };
  const known = infinitivesOf(behaviorNamed(text, offered)?.key ?? '');
  if (!known) return { kind: 'free', text };
  const chosen = direction === undefined || direction === 'explore' ? undefined : known[direction];
  if (chosen === undefined || direction === undefined) return { kind: 'known', infinitive: known.open };
  return { kind: 'known', infinitive: chosen, direction };
}

/** An English infinitive that is not in our list, for practice pages, which are English only. */
export function spoken(infinitive: string): AskedAbout {
  return { kind: 'known', infinitive: { en: infinitive, es: infinitive } };
}
