// What a clinician may say in Spanish after a mark, in the order of the English stems. Own words, 28 November 2026.
// Not yet read by a native clinician. The patient is addressed as "usted", in words that fit a woman and a man.

import type { AllStems } from '../stems.ts';

/** Every stem in Spanish. Those for `unsure` fit any strand of their side. */
export const STEMS_ES: AllStems = {
  change: {
    desire: {
      simple: ['Le gustaría…', 'Usted espera…', 'Usted quisiera…'],
      complex: ['Lo que de verdad desea es…', 'Una parte de usted ya se imagina…', 'Significaría mucho para usted…'],
      ask: ['¿Cómo sería eso para usted?', '¿Qué espera que sea diferente?'],
    },
    ability: {
      simple: ['Usted sabe que puede…', 'Encontró la manera de…', 'Se ve haciendo…'],
      complex: [
        'Ya lo ha hecho antes, así que sabe…',
        'Usted ya sabe qué le ayuda, como…',
        'Cuando se lo propone, usted…',
      ],
      affirm: [
        'Encontró la manera, aun cuando…',
        'Usted se conoce bien, y por eso…',
        'Ha salido de cosas difíciles porque…',
      ],
      ask: ['¿Qué le hace sentir que podría?', '¿Qué le ayudó esa vez?'],
    },
    reason: {
      simple: ['Una razón para usted es…', 'Le ayudaría con…', 'Lo que ganaría es…'],
      complex: [
        'En el fondo, esto se trata de…',
        'Lo que importa detrás de eso es…',
        'Le cuesta más de lo que quisiera, sobre todo…',
      ],
      ask: ['¿Por qué le importa eso?', '¿Qué más mejoraría?'],
    },
    need: {
      simple: ['Algo tiene que cambiar…', 'Cada vez le cuesta más…', 'Para usted es importante…'],
      complex: [
        'Ahora esto va primero, porque…',
        'Esto no puede seguir así mucho tiempo, porque…',
        'No es poca cosa para usted, ya que…',
      ],
      ask: ['¿Por qué importa ahora?', '¿Qué le dice que ya es hora?'],
    },
    commitment: {
      simple: ['Usted va a…', 'Ya tomó la decisión de…'],
      complex: ['Ya lo decidió por su cuenta, porque…', 'Esta vez es diferente, porque…'],
      affirm: ['Usted piensa bien las cosas antes de…', 'Está defendiendo…'],
      ask: ['¿Qué le va a ayudar a mantenerlo?', '¿Cómo cree que le va a ir?'],
    },
    activation: {
      simple: ['Estaría de acuerdo en…', 'Se anima a…'],
      complex: ['Se está inclinando a…', 'Lo probaría, siempre que…'],
      affirm: ['Usted se abre a esto, aunque…', 'Está viendo las cosas como son, y…'],
      ask: ['¿Qué le ayudaría a empezar?', '¿Qué hace que ahora quiera hacerlo?'],
    },
    'taking-steps': {
      simple: ['Usted ya…', 'Se animó y…'],
      complex: ['No esperó el momento perfecto, sino que…', 'Usted comprobó que…'],
      affirm: ['Lo hizo, aunque…', 'Hizo falta valor, porque…', 'No lo dejó cuando…'],
      ask: ['¿Cómo le fue con eso?', '¿Qué le hizo decidirse?'],
    },
    other: {
      simple: ['Se ha dado cuenta de…', 'Está viendo que…'],
      complex: ['Ahora lo ve de otra manera, porque…', 'Empieza a preguntarse si…'],
      ask: ['¿Qué más ha notado?', '¿Qué piensa de eso?'],
    },
    unsure: {
      simple: ['Entonces, para usted…', 'Lo que le oigo es…', 'Me está diciendo que…', 'Como usted lo dice…'],
      complex: [
        'Si le entiendo bien, lo principal es…',
        'Y lo que hay detrás es…',
        'Entonces esto tiene que ver con…',
        'Lo que no se le olvida es…',
      ],
      ask: ['¿Qué más?', '¿De qué manera?', '¿Cómo encaja eso con lo que le importa?', '¿Me da un ejemplo?'],
    },
  },
  sustain: {
    desire: {
      simple: ['Lo disfruta, y…', 'Le gusta cómo…', 'Por ahora prefiere…'],
      complex: ['Extrañaría una parte, y también…', 'Tiene un lugar en su día, y…', 'No quiere que le presionen, y…'],
      ask: ['¿Qué le gustaría tener en lugar de eso?', '¿Qué le gusta menos de eso?'],
    },
    ability: {
      simple: ['Hasta ahora le ha costado…', 'Por ahora no ve la manera de…', 'Lo ha intentado, y…'],
      complex: [
        'No es por falta de ganas…',
        'Quisiera tener seguridad antes de…',
        'Lo que se ha atravesado hasta ahora es…',
      ],
      ask: ['¿Qué lo haría un poco más fácil?', '¿Cuándo le ha costado menos?'],
    },
    reason: {
      simple: ['Una cosa que le da es…', 'Le ayuda con…', 'Por ahora es más fácil…'],
      complex: [
        'Hasta ahora ha sido su manera de…',
        'Quisiera otra manera de…',
        'Está pensando en lo que dejaría, como…',
      ],
      ask: ['¿De qué otra forma podría tener algo de eso?', '¿Cuál es la otra cara para usted?'],
    },
    need: {
      simple: ['Por ahora cuenta con eso para…', 'Siente que lo necesita para…', 'Cuesta imaginarse un día sin…'],
      complex: [
        'Decida lo que decida, es importante que todavía…',
        'Quisiera algo en su lugar para…',
        'De esto dependen muchas cosas, como…',
      ],
      ask: ['¿Qué ayudaría con esa parte?', '¿Cuándo lo necesita menos?'],
    },
    commitment: {
      simple: ['Por ahora ha decidido…', 'No piensa…'],
      complex: ['Hoy tiene clara su decisión, y…', 'Quiere que sea decisión suya, así que…'],
      ask: ['¿Qué haría que valiera la pena verlo otra vez?', '¿Cómo le gustaría usar nuestro tiempo?'],
    },
    activation: {
      simple: ['Todavía no es el momento de…', 'Siente que es muy pronto para…'],
      complex: ['Quisiera decir usted cuándo…', 'Antes de pensarlo, quisiera…'],
      ask: ['¿Qué quisiera saber primero?', '¿Qué le diría que ya es buen momento?'],
    },
    'taking-steps': {
      simple: ['Esa vez, usted…', 'Ese día usted…'],
      complex: ['Se fue por lo conocido, y…', 'Las cosas le llevaban a…'],
      ask: ['¿Qué pasaba ese día?', '¿Cómo lo ve ahora?'],
    },
    other: {
      simple: ['Desde donde usted lo ve…', 'Usted ha visto que…'],
      complex: ['Hasta ahora no le ha preocupado, y…', 'Ha conocido a gente que…'],
      ask: ['¿Y usted qué piensa?', '¿Qué le haría verlo de otra manera?'],
    },
    unsure: {
      simple: ['Usted lo ve así…', 'Por un lado…', 'Por ahora, usted…', 'Como están las cosas, usted…'],
      complex: [
        'Está entre dos ideas, y una le dice…',
        'Para usted tiene sentido, y también…',
        'Hay más de lo que la gente piensa, como…',
        'Para usted todo eso va junto, y…',
      ],
      ask: [
        '¿Qué más es parte de esto para usted?',
        '¿Cómo ve las cosas ahora?',
        '¿Cómo le gustaría que fueran las cosas?',
        '¿Qué tendría que ser diferente?',
      ],
    },
  },
};
