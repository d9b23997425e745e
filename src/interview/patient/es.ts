// What patients read in Spanish: the polite form, words used across the Spanish-speaking Americas.

import type { PatientWords } from './patient-words.ts';

const DAYS = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'];
const MONTHS = [
  ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio'],
  ...['julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
];

/** Spanish. Own words, November 2026. Not yet read by a native clinician. */
export const es: PatientWords = {
  self: 'Español',
  language: 'Idioma',
  sharing: (name) => (name === undefined ? 'Pantalla compartida' : `Pantalla compartida con ${name}`),
  views: {
    rulers: { importance: 'Cuánto me importa', confidence: 'Cuánta confianza tengo', readiness: 'Qué tan cerca estoy' },
    topics: 'De qué hablar',
    plan: 'Mi plan',
  },
  noRightNumber: 'No hay números buenos ni malos. Usted decide.',
  topics: {
    heading: '¿De qué le gustaría hablar?',
    today: 'Hoy hablamos de',
  },
  plan: {
    heading: (name) => (name === undefined ? 'Mi plan' : `El plan de ${name}`),
    about: 'De qué hablamos',
    said: 'Lo que dije',
    // The change itself speaks to the patient (“su”), so the heading may not speak as the patient.
    change: 'Lo que acordamos',
    why: 'Por qué me importa',
    firstStep: 'Mi próximo paso',
    steps: 'Después',
    supports: 'Quién o qué me ayuda',
    barriers: 'Lo que podría complicarlo',
    ifThens: 'Lo que voy a hacer si algo se complica',
    signWorking: 'Cómo voy a saber si está funcionando',
    ifNotWorking: 'Si no funciona',
    confidence: 'Cuánta confianza tengo en lograrlo',
    outOfTen: (score) => `${score} de 10`,
    commitment: 'Lo que dije que voy a hacer',
    referral: 'Quién más me puede ayudar',
    followUp: 'Cuándo volvemos a hablar',
    phone: 'Llámenos',
    made: 'Fecha',
    notToday: 'Hoy no hay plan, y está bien. La puerta queda abierta. Vuelva cuando quiera.',
    none: 'Todavía no hay un plan.',
    notTodayHeading: (name) => (name === undefined ? 'Lo que hablamos hoy' : `Lo que hablamos hoy: ${name}`),
    notTodayCloses: 'Usted decide si quiere seguir hablando de esto, y cuándo.',
    channels: { Visit: 'En persona', Phone: 'Por teléfono', Message: 'Por mensaje' },
    youDecide: 'Este plan es suyo. Usted decide, y lo puede cambiar cuando quiera.',
  },
  day: ({ weekday, day, month, year }) => `${DAYS[weekday]} ${day} de ${MONTHS[month - 1]} de ${year}`,
  blank: 'Toque la pantalla para seguir.',
};
