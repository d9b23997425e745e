// Target behaviours offered when a site names none, and how a behaviour is said in a sentence. Free text is always allowed.

import { assertNever } from '../../lib/assert-never.ts';
import type { Code, Direction } from '../talk/focus.ts';
import { DIRECTIONS } from '../talk/focus.ts';
import type { Family } from './families.ts';

/**
 * One behaviour to talk about. `label` is what people see; the code is silent and absent where none was checked.
 * `doing` continues "stop ..." in English; `family` and `doing` are absent for behaviours only a site knows.
 * `directions`: what is offered first, most usual first; every direction stays possible.
 */
export interface Behaviour {
  readonly key: string;
  readonly label: { readonly en: string; readonly es: string };
  readonly doing?: string;
  readonly family?: Family;
  readonly code?: Code;
  readonly sensitive: boolean;
  readonly directions: readonly Direction[];
}

/** The part of a behaviour that a site configuration may name. */
type SiteBehaviour = Pick<Behaviour, 'key' | 'label' | 'code' | 'sensitive'>;

type Row = readonly [key: string, en: string, es: string, doing: string, directions: readonly Direction[]];

const LESS: readonly Direction[] = ['cut-down', 'stop', 'change-how'];
const QUIT: readonly Direction[] = ['stop', 'cut-down', 'change-how'];
const MORE: readonly Direction[] = ['start', 'do-more', 'keep-going'];
const ROUTINE: readonly Direction[] = ['start', 'change-how', 'keep-going'];

/** Codes exactly as checked (docs/design/readiness-note.md, "Terminology"); 228272008 is "health-related behaviour". None may be added by guess. */
function sct(code: string): { readonly code: Code } {
  return { code: { system: 'http://snomed.info/sct', code } };
}

function family(
  name: Family,
  shared: Partial<Pick<Behaviour, 'code' | 'sensitive'>>,
  rows: readonly Row[],
): Behaviour[] {
  return rows.map(([key, en, es, doing, directions]) => {
    return { key, label: { en, es }, doing, family: name, sensitive: false, ...shared, directions };
  });
}

/** The built-in list, used when the site configuration names no behaviours. Source: docs/design/motivational-interviewing.md, "Target behaviors". */
export const BEHAVIOURS: readonly Behaviour[] = [
  ...family('tobacco', sct('229819007'), [
    ['smoking', 'Smoking', 'Fumar', 'smoking', QUIT],
    ['vaping', 'Vaping', 'Vapear', 'vaping', QUIT],
    ['smoke-free-home', 'Smoke-free home', 'Casa sin humo', 'having a smoke-free home', ROUTINE],
  ]),
  ...family('alcohol', { ...sct('897148007'), sensitive: true }, [
    ['alcohol', 'Alcohol', 'Alcohol', 'drinking alcohol', LESS],
  ]),
  ...family('substances', { ...sct('363908000'), sensitive: true }, [
    ['cannabis', 'Cannabis', 'Cannabis', 'using cannabis', LESS],
    ['other-substances', 'Other substances', 'Otras sustancias', 'using other substances', LESS],
    ['safer-use', 'Safer use', 'Uso más seguro', 'using more safely', ROUTINE],
    ['substance-treatment', 'Treatment for substance use', 'Tratamiento por consumo', 'treatment', ROUTINE],
  ]),
  ...family('activity', sct('68130003'), [
    ['activity', 'Physical activity', 'Actividad física', 'physical activity', MORE],
    ['walking', 'Walking', 'Caminar', 'walking', MORE],
  ]),
  ...family('activity', sct('256235009'), [
    ['strength', 'Strength exercise', 'Ejercicios de fuerza', 'strength exercise', MORE],
  ]),
  ...family('eating', sct('364393001'), [
    ['regular-meals', 'Regular meals', 'Comidas a sus horas', 'having regular meals', ROUTINE],
    ['sweet-drinks', 'Sweet drinks', 'Bebidas dulces', 'having sweet drinks', LESS],
    ['vegetables', 'Vegetables', 'Verduras', 'eating vegetables', MORE],
  ]),
  ...family('medicines', sct('418633004'), [
    ['taking-medicines', 'Taking medicines', 'Tomar las medicinas', 'taking medicines', ROUTINE],
    ['refills', 'Refilling on time', 'Surtir las medicinas a tiempo', 'refilling medicines on time', ROUTINE],
    [
      'side-effects',
      'Asking about side effects',
      'Preguntar por efectos secundarios',
      'asking about side effects',
      ROUTINE,
    ],
  ]),
  ...family('asthma', sct('228272008'), [
    ['preventer', 'Preventer inhaler', 'Inhalador de control', 'using the preventer inhaler', ROUTINE],
    ['triggers', 'Knowing my triggers', 'Conocer lo que me da asma', 'noticing triggers', ROUTINE],
    ['action-plan', 'Asthma action plan', 'Plan de acción del asma', 'using the action plan', ROUTINE],
  ]),
  ...family('diabetes', {}, [
    ['glucose', 'Checking glucose', 'Medir la glucosa', 'checking glucose', ROUTINE],
    ['foot-check', 'Checking feet', 'Revisar los pies', 'checking feet', ROUTINE],
    ['insulin-meals', 'Insulin with meals', 'Insulina con las comidas', 'taking insulin with meals', ROUTINE],
  ]),
  ...family('heart', sct('228272008'), [
    ['home-readings', 'Blood pressure at home', 'Presión en casa', 'taking blood pressure at home', ROUTINE],
    ['salt', 'Salt', 'Sal', 'having salt', LESS],
  ]),
  ...family('pain', sct('228272008'), [['pacing', 'Pacing myself', 'Ir a mi ritmo', 'pacing activity', ROUTINE]]),
  ...family('mood', { ...sct('228272008'), sensitive: true }, [
    [
      'valued-activity',
      'One thing I enjoy each week',
      'Algo que me gusta cada semana',
      'one valued activity a week',
      MORE,
    ],
    ['therapy', 'Talking therapy', 'Terapia', 'talking therapy', ROUTINE],
  ]),
  ...family('weight', {}, [['weight', 'Weight', 'Peso', 'looking after weight', ['start', 'keep-going', 'explore']]]),
  ...family('sleep', {}, [['sleep', 'Sleep routine', 'Rutina de sueño', 'a sleep routine', ROUTINE]]),
  ...family('sexual-health', { sensitive: true }, [
    ['safer-sex', 'Safer sex', 'Sexo más seguro', 'having safer sex', ROUTINE],
  ]),
  ...family('gambling', { sensitive: true }, [['gambling', 'Gambling', 'Juegos de azar', 'gambling', QUIT]]),
  ...family('screens', {}, [['screen-time', 'Screen time', 'Tiempo de pantalla', 'screen time', LESS]]),
  ...family('prevention', sct('228272008'), [
    ['appointments', 'Keeping appointments', 'Ir a las citas', 'keeping appointments', ROUTINE],
    ['screening-test', 'Having the test', 'Hacerme la prueba', 'having the test', ROUTINE],
    ['vaccination', 'Vaccination', 'Vacunas', 'vaccination', ROUTINE],
    ['dental-care', 'Dental care', 'Cuidado de los dientes', 'dental care', ROUTINE],
  ]),
];

/** The behaviours to offer: the site's own in its order, with what we know about those we know; else the built-in list. */
export function behavioursOffered(site: readonly SiteBehaviour[]): readonly Behaviour[] {
  if (site.length === 0) return BEHAVIOURS;
  return site.map((own) => ({ directions: DIRECTIONS, ...BEHAVIOURS.find((known) => known.key === own.key), ...own }));
}

/** The behaviour a target's label names, in either language, whatever its capitals; `undefined` for free text. */
export function behaviourNamed(label: string, offered: readonly Behaviour[]): Behaviour | undefined {
  const wanted = label.trim().toLowerCase();
  return offered.find((one) => one.label.en.toLowerCase() === wanted || one.label.es.toLowerCase() === wanted);
}

/** What notes of other systems call a behaviour we offer. Vaping shares the code of smoking, and is another behaviour. */
const ALSO_CALLED: { readonly [Label in string]?: string } = {
  tobacco: 'smoking',
  'tobacco use': 'smoking',
  cigarettes: 'smoking',
  drinking: 'alcohol',
  'alcohol use': 'alcohol',
};

/** Equal for labels that name one behaviour: its key, in whatever words; free text as typed, in small letters. */
export function behaviourKey(label: string, offered: readonly Behaviour[]): string {
  const plain = label.trim().toLowerCase();
  return behaviourNamed(label, offered)?.key ?? ALSO_CALLED[plain] ?? plain;
}

/** True when two labels name one behaviour, so that its numbers may be set beside each other. */
export function isSameBehaviour(one: string, other: string, offered: readonly Behaviour[]): boolean {
  return behaviourKey(one, offered) === behaviourKey(other, offered);
}

/** The change as it continues "to ..." ("cut down on drinking alcohol"); free text stands in brackets, as typed. */
export function changeWords(label: string, direction: Direction | undefined, offered: readonly Behaviour[]): string {
  const doing = behaviourNamed(label, offered)?.doing;
  if (doing === undefined) return `make this change (${label.trim()})`;
  switch (direction) {
    case 'stop':
      return `stop ${doing}`;
    case 'cut-down':
      return `cut down on ${doing}`;
    case 'start':
      return `start ${doing}`;
    case 'do-more':
      return `make more room for ${doing}`;
    case 'keep-going':
      return `keep going with ${doing}`;
    case 'change-how':
      return `change the how or when of ${doing}`;
    case 'explore':
    case undefined:
      return `make a change with ${doing}`;
    default:
      return assertNever(direction);
  }
}
