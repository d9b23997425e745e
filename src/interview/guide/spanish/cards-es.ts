// Spanish texts of the cards: tense moments and information with permission. Own words, 28 November 2026. Not yet read
// by a native clinician.

/** By the id of the cue. */
export const CUES_ES: { readonly [Id in string]?: string } = {
  'discord-back': 'Me adelanté.',
  'discord-sorry': 'Perdón. Eso sonó como presión.',
  'discord-reflect': 'Hoy no venía para esto.',
  'discord-affirm': 'Usted conoce su vida mejor que nadie.',
  'discord-choice': 'Esto solo lo puede decidir usted.',
  'discord-shift': '¿De qué sería más útil hablar?',
};

/** By the id of the step of the information card. */
export const INFORMATION_ES: { readonly [Id in string]?: readonly string[] } = {
  ask: [
    '¿Qué sabe ya de esto?',
    '¿Qué le gustaría saber?',
    '¿Le parece bien si le cuento qué les ha servido a otras personas?',
  ],
  offer: [
    'Algunas personas en su situación han probado…',
    'Usted sabe mejor que nadie qué le queda bien. Una idea es…',
  ],
  'ask-again': ['¿Qué significa eso para usted?', '¿Qué tiene que ver eso con lo que usted ha visto?'],
};

/** The words before a menu of options. */
export const MENU_LEAD_ES = 'Lo que otras personas han probado:';
