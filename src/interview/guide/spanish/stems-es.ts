// What a clinician may say in Spanish after a mark, in the order of the English stems. Own words, 30 November 2026.
// Not yet read by a native clinician. The patient is addressed as "usted", in words that fit a woman and a man.

import type { AllStems } from '../stems.ts';

/** Every stem in Spanish. Those for `unsure` fit any strand of their side. */
export const STEMS_ES: AllStems = {
  change: {
    desire: {
      simple: ['Le gustaría…', 'Usted espera…', 'Usted quisiera…'],
      complex: ['Lo que de verdad desea es…', 'Significaría mucho para usted…'],
      ask: ['¿Qué es lo que más desea?'],
      ahead: {
        complex: ['Una parte de usted ya se imagina…'],
        ask: ['¿Cómo sería eso para usted?', '¿Qué espera que sea diferente?'],
      },
    },
    ability: {
      simple: ['Usted sabe que puede…', 'Encontró la manera de…', 'Se ve haciendo…'],
      complex: ['Usted ya sabe qué le ayuda, como…', 'Cuando se lo propone, usted…'],
      affirm: [
        'Encontró la manera, aun cuando…',
        'Usted se conoce bien, y por eso…',
        'Ha salido de cosas difíciles porque…',
      ],
      ask: ['¿Qué le hace sentir que puede?', '¿Qué le ayudó esa vez?'],
      ahead: { complex: ['Ya lo ha hecho antes, así que sabe…'] },
    },
    reason: {
      simple: ['Una razón para usted es…'],
      complex: ['En el fondo, se trata de…', 'Detrás de eso, lo que importa es…'],
      ask: ['¿Por qué le importa eso?'],
      ahead: {
        simple: ['Le ayudaría con…', 'Lo que ganaría es…'],
        complex: ['Le cuesta más de lo que quisiera, sobre todo…'],
        ask: ['¿Qué más mejoraría?'],
      },
    },
    need: {
      simple: ['Para usted es importante…'],
      complex: ['No es poca cosa para usted, ya que…'],
      ask: ['¿Por qué le importa ahora?'],
      ahead: {
        simple: ['Algo tiene que cambiar…', 'Cada vez le cuesta más…'],
        complex: ['Ahora esto va primero, porque…', 'Esto no puede seguir así mucho tiempo, porque…'],
        ask: ['¿Qué le dice que ya es hora?'],
      },
    },
    commitment: {
      simple: ['Usted va a…', 'Ya tomó la decisión de…'],
      complex: ['Ya lo decidió por su cuenta, porque…'],
      affirm: ['Usted piensa bien las cosas antes de…', 'Está defendiendo…'],
      ask: ['¿Qué le va a ayudar a mantenerlo?', '¿Cómo cree que le va a ir?'],
      ahead: { complex: ['Esta vez es diferente, porque…'] },
    },
    activation: {
      simple: ['Estaría de acuerdo en…', 'Se anima a…'],
      complex: ['Se inclina por…'],
      affirm: ['Usted habla con honestidad de…'],
      ask: ['¿Qué hace que ahora quiera hacerlo?'],
      ahead: {
        complex: ['Lo probaría, siempre que…'],
        affirm: ['Usted se abre a esto, aunque…'],
        ask: ['¿Qué le ayudaría a empezar?'],
      },
    },
    'taking-steps': {
      simple: ['Usted ya…', 'Se animó y…'],
      complex: ['Usted comprobó que…'],
      affirm: ['Lo hizo, aunque…', 'Hizo falta valor, porque…', 'Se mantuvo firme cuando…'],
      ask: ['¿Cómo le fue con eso?', '¿Qué le hizo decidirse?'],
      ahead: { complex: ['No esperó el momento perfecto, sino que…'] },
    },
    other: {
      simple: ['Se ha dado cuenta de…', 'Está viendo que…'],
      complex: ['Ahora lo ve de otra manera, porque…'],
      ask: ['¿Qué más ha notado?', '¿Qué piensa de eso?'],
      ahead: { complex: ['Empieza a preguntarse si…'] },
    },
    unsure: {
      simple: ['Entonces, para usted…', 'Lo que le oigo es…', 'Me está diciendo que…', 'Como usted lo dice…'],
      complex: [
        'Si le entiendo bien, lo principal es…',
        'Y lo que hay detrás es…',
        'Entonces esto tiene que ver con…',
        'Lo que le da vueltas en la cabeza es…',
      ],
      ask: ['¿Qué más?', '¿De qué manera?', '¿Cómo encaja eso con lo que le importa?', '¿Qué ejemplo me podría dar?'],
    },
  },
  sustain: {
    desire: {
      simple: ['Por ahora prefiere…'],
      complex: ['No quiere que le presionen, y…'],
      ask: ['¿Qué le gusta menos de eso?'],
      ahead: {
        simple: ['Lo disfruta, y…', 'Le gusta cómo…'],
        complex: ['Extrañaría una parte, y también…', 'Tiene un lugar en su día, y…'],
        ask: ['¿Qué le gustaría tener en lugar de eso?'],
      },
    },
    ability: {
      simple: ['Hasta ahora le ha costado…', 'Por ahora no ve la manera de…', 'Lo ha intentado, y…'],
      complex: ['No es por falta de ganas…', 'Lo que se le atraviesa es…'],
      ask: ['¿Qué lo haría un poco más fácil?', '¿Cuándo le ha costado menos?'],
      ahead: { complex: ['Quisiera tener seguridad antes de…'] },
    },
    reason: {
      simple: ['De cierto modo es más fácil…'],
      complex: ['Quisiera otra manera de…'],
      ask: ['¿De qué otra forma podría tener algo de eso?', '¿Cuál es la otra cara para usted?'],
      ahead: {
        simple: ['Una cosa que le da es…', 'Le ayuda con…'],
        complex: ['Hasta ahora ha sido su manera de…', 'Está pensando en lo que dejaría, como…'],
      },
    },
    need: {
      simple: ['Siente que lo necesita para…'],
      complex: [
        'Decida lo que decida, es importante que todavía…',
        'Quisiera otra cosa que le ayude a…',
        'De esto dependen muchas cosas, como…',
      ],
      ask: ['¿Qué ayudaría con esa parte?', '¿Cuándo lo necesita menos?'],
      ahead: { simple: ['Por ahora cuenta con eso para…', 'Cuesta imaginarse un día sin…'] },
    },
    commitment: {
      simple: ['Por ahora ha decidido…', 'No piensa…'],
      complex: ['Hoy tiene clara su decisión, y…', 'Quiere que sea decisión suya, así que…'],
      ask: ['¿Qué haría que valiera la pena verlo otra vez?', '¿Cómo le gustaría usar nuestro tiempo?'],
    },
    activation: {
      simple: ['Todavía no es el momento de…'],
      complex: ['Quisiera ir a su manera, y…'],
      ask: ['¿Qué quisiera saber primero?'],
      ahead: {
        simple: ['Siente que es muy pronto para…'],
        complex: ['Quisiera decir usted cuándo…', 'Antes de pensarlo, quisiera…'],
        ask: ['¿Qué le diría que ya es buen momento?'],
      },
    },
    'taking-steps': {
      simple: ['Esa vez, usted…', 'Ese día usted…'],
      complex: ['Se fue por lo conocido, y…', 'Todo empujaba hacia…'],
      ask: ['¿Qué pasaba ese día?', '¿Cómo lo ve ahora?'],
    },
    other: {
      simple: ['Desde donde usted lo ve…', 'Usted ha visto que…'],
      complex: ['Ha conocido a gente que…'],
      ask: ['¿Y usted qué piensa?'],
      ahead: { complex: ['Hasta ahora no le ha preocupado, y…'], ask: ['¿Qué le haría verlo de otra manera?'] },
    },
    unsure: {
      simple: ['Usted lo ve así…', 'Por un lado…', 'Por ahora, usted…', 'Como están las cosas, usted…'],
      complex: [
        'Está entre dos ideas, y una le dice…',
        'Para usted tiene sentido, y también…',
        'Hay más de lo que la gente piensa, como…',
        'Usted ya lo ha pensado, y…',
      ],
      ask: [
        '¿Qué más es parte de esto para usted?',
        '¿Cómo ve las cosas ahora?',
        '¿Cómo le gustaría que fueran las cosas?',
        '¿Cómo vive usted eso?',
      ],
    },
  },
};
