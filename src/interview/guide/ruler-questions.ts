// The questions of a ruler and the questions after its answer. It never asks "why not higher".

import type { Language } from '../patient/patient-words.ts';
import type { Answer, RulerName } from '../ruler.ts';
import type { AskedAbout } from './behaviors.ts';

/** One ruler as asked: the question and the words at both ends of 0-10. */
export interface RulerQuestion {
  readonly question: string;
  readonly low: string;
  readonly high: string;
}

/** What may be asked after an answer. `lower` invites change talk. `stay` replaces `next` at 10. Absent: do not ask. */
interface QuestionsAfter {
  readonly lower?: string;
  readonly next?: string;
  readonly stay?: string;
}

/**
 * The question of a ruler in the language of the visit. Source: docs/design/motivational-interviewing.md, "Rulers". Own
 * words.
 */
export function rulerQuestion(name: RulerName, about: AskedAbout, language: Language): RulerQuestion {
  const kept = about.kind === 'known' && keptUp(name, about, language);
  if (kept) return { question: kept.question(about.infinitive[language]), ...ENDS[language].confidence };
  const { toChange, aChange, ofText } = QUESTIONS[language];
  const question =
    about.kind === 'free'
      ? ofText[name](about.text)
      : toChange[name](about.kind === 'known' ? about.infinitive[language] : aChange);
  return { question, ...ENDS[language][name] };
}

/** A question about a change that a person keeps up. `again` is what it asked, if that differs. */
interface KeptQuestion {
  readonly question: (change: string) => string;
  readonly again?: string;
}

/**
 * Someone who keeps a change up has decided already, so confidence has no "if". Spanish cannot ask how near a person is
 * to what they already do, so it asks how willing they are.
 */
const KEPT: { readonly [L in Language]: { readonly [Name in RulerName]?: KeptQuestion } } = {
  en: {
    confidence: { question: (change) => `How confident are you that you can ${change}?` },
  },
  es: {
    confidence: {
      question: (change) => `¿Cuánta confianza tiene en que puede ${change}?`,
      again: 'cuánta confianza tiene',
    },
    readiness: {
      question: (change) => `¿Cuánta disposición tiene para ${change}?`,
      again: 'cuánta disposición tiene',
    },
  },
};

const keptUp = (name: RulerName, about: AskedAbout, language: Language): KeptQuestion | undefined =>
  about.kind === 'known' && about.direction === 'keep-going' ? KEPT[language][name] : undefined;

const ENGLISH_ENDS = { low: 'not at all', high: 'extremely' } as const;
const ENDS = {
  en: { importance: ENGLISH_ENDS, confidence: ENGLISH_ENDS, readiness: ENGLISH_ENDS },
  es: {
    importance: { low: 'nada', high: 'muchísimo' },
    confidence: { low: 'ninguna', high: 'muchísima' },
    readiness: { low: 'nada', high: 'muy cerca' },
  },
} as const;

/** The questions about a change (an infinitive) and of a typed text. `aChange` is asked about without a topic. */
const QUESTIONS = {
  en: {
    aChange: 'make a change',
    toChange: {
      importance: (change: string) => `How important is it to you right now to ${change}?`,
      confidence: (change: string) => `If you decided to ${change}, how confident are you that you could?`,
      readiness: (change: string) => `How ready are you to ${change}?`,
    },
    ofText: {
      importance: (text: string) => `How important is this to you right now: ${text}?`,
      confidence: (text: string) => `How confident are you that you could do this, if you decided to: ${text}?`,
      readiness: (text: string) => `How ready are you for this: ${text}?`,
    },
  },
  es: {
    aChange: 'hacer un cambio',
    toChange: {
      importance: (change: string) => `¿Cuánto le importa en este momento ${change}?`,
      confidence: (change: string) => `Si decidiera ${change}, ¿cuánta confianza tendría en lograrlo?`,
      readiness: (change: string) => `¿Qué tan cerca está de ${change}?`,
    },
    ofText: {
      importance: (text: string) => `¿Cuánto le importa esto en este momento: ${text}?`,
      confidence: (text: string) => `Si decidiera hacerlo, ¿cuánta confianza tendría en lograrlo: ${text}?`,
      readiness: (text: string) => `¿Qué tan cerca está de hacerlo: ${text}?`,
    },
  },
} as const;

/**
 * The question of a ruler asked again at the end of a visit, after `score` (0 to 10) earlier in it. It names the ruler,
 * because several may be asked again. The ends are those of the first time. Own words.
 */
export function questionAgain(name: RulerName, score: number, about: AskedAbout, language: Language): RulerQuestion {
  const { low, high } = rulerQuestion(name, about, language);
  const asked = keptUp(name, about, language)?.again ?? ASKED[language][name];
  return { question: FOLLOW_UPS[language].again(asked, score), low, high };
}

/** What each ruler asked, inside the question that asks it again. */
const ASKED = {
  en: { importance: 'how important it is', confidence: 'how confident you are', readiness: 'how ready you are' },
  es: {
    importance: 'cuánto le importa',
    confidence: 'cuánta confianza tendría en lograrlo',
    readiness: 'qué tan cerca está de hacerlo',
  },
} as const;

/** The question about the agreed step: how sure the patient is, 0 to 10. Own words. */
export const stepQuestion = (language: Language): RulerQuestion =>
  language === 'es'
    ? { question: '¿Qué tanta seguridad tiene de que puede dar este paso?', ...ENDS.es.confidence }
    : { question: 'How sure are you that you can do this step?', ...ENDS.en.confidence };

/** What to ask for a number to become `score` (1 to 10). */
export const raiseQuestion = (score: number, language: Language): string => FOLLOW_UPS[language].next(score);

const numbered = (score: number): string => `${score === 8 ? 'an' : 'a'} ${score}`;

const FOLLOW_UPS = {
  en: {
    atZero: 'What would have to happen for it to be a 1?',
    lower: (score: number, low: number) => `What makes it ${numbered(score)} and not ${numbered(low)}?`,
    next: (score: number) => `What would make it ${numbered(score)}?`,
    stay: 'What would help it stay there?',
    again: (asked: string, score: number) => `Earlier you said ${score} for ${asked}. What number is it now?`,
  },
  es: {
    atZero: '¿Qué tendría que pasar para que fuera un 1?',
    lower: (score: number, low: number) => `¿Por qué es un ${score} y no un ${low}?`,
    next: (score: number) => `¿Qué haría falta para que fuera un ${score}?`,
    stay: '¿Qué le ayudaría a mantenerlo ahí?',
    again: (asked: string, score: number) =>
      `Hace un rato le pregunté ${asked} y dijo ${score}. ¿Qué número sería ahora?`,
  },
} as const;

/**
 * The questions after the answer of any ruler, one at a time, each optional. None if it was not asked or declined. 0
 * has no lower number, 10 no next one. Source: docs/design/motivational-interviewing.md, "Ruler follow-up".
 */
export function questionsAfter(answer: Answer | undefined, language: Language): QuestionsAfter {
  if (answer?.kind !== 'answered') return {};
  const words = FOLLOW_UPS[language];
  const score: number = answer.score;
  if (score === 0) return { next: words.atZero };
  const lower = words.lower(score, Math.max(0, score - 2));
  return score === 10 ? { lower, stay: words.stay } : { lower, next: words.next(score + 1) };
}
