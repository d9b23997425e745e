// What a clinician may say in Spanish after a mark, in the order of the English stems. Own words, 28 November 2026.
// Not yet read by a native clinician. The patient is addressed as "usted", in words that fit a woman and a man.

import type { AllStems } from '../stems.ts';

/** Every stem in Spanish. Those for `unsure` fit any strand of their side. */
export const STEMS_ES: AllStems = {
  change: {
    desire: {
      simple: ['Le gustaría…', 'Usted espera…', 'Usted quisiera…'],
      complex: ['Lo que de verdad desea es…', 'No pierde la esperanza de…', 'Significaría mucho para usted…'],
      ask: ['¿Qué es lo que más le gustaría de eso?', '¿Qué es lo que más desea?'],
    },
    ability: {
      simple: ['Usted sabe que puede…', 'Encontró la manera de…', 'Se ve haciendo…'],
      complex: [
        'Ha visto de lo que es capaz, así que…',
        'Usted ya sabe qué le ayuda, como…',
        'Cuando se lo propone, usted…',
      ],
      affirm: [
        'Encontró la manera, aun cuando…',
        'Usted se conoce bien, y por eso…',
        'Ha salido de cosas difíciles porque…',
      ],
      ask: ['¿Qué le hace sentir que puede?', '¿Qué le ayudó a lograrlo?'],
    },
    reason: {
      simple: ['Una razón para usted es…', 'Es importante por…', 'Esto le importa por…'],
      complex: ['En el fondo, se trata de…', 'Detrás de eso, lo que importa es…', 'Usted sabe lo que esto vale, como…'],
      ask: ['¿Por qué le importa eso?', '¿Qué otras razones se le ocurren?'],
    },
    need: {
      simple: ['Esto cuenta mucho para usted…', 'No quiere dejarlo pasar…', 'Para usted es importante…'],
      complex: [
        'Ahora esto va primero, porque…',
        'Para usted esto es indispensable, porque…',
        'No es poca cosa para usted, ya que…',
      ],
      ask: ['¿Por qué le importa ahora?', '¿Qué está en juego para usted?'],
    },
    commitment: {
      simple: ['Usted va a…', 'Ya tomó la decisión de…'],
      complex: ['Ya lo decidió por su cuenta, porque…', 'La decisión es suya, y nace de…'],
      affirm: ['Usted piensa bien las cosas antes de…', 'Está defendiendo…'],
      ask: ['¿Qué le va a ayudar a mantenerlo?', '¿Cómo cree que le va a ir?'],
    },
    activation: {
      simple: ['Estaría de acuerdo en…', 'Se anima a…'],
      complex: ['Se inclina por…', 'Diría que sí, siempre que…'],
      affirm: ['Está poniendo de su parte, aunque…', 'Usted habla con honestidad de…'],
      ask: ['¿Qué le ayudaría a hacerlo?', '¿Qué hace que ahora quiera hacerlo?'],
    },
    'taking-steps': {
      simple: ['Usted ya…', 'Se animó y…'],
      complex: ['A la hora de la verdad, usted…', 'Usted comprobó que…'],
      affirm: ['Lo hizo, aunque…', 'Hizo falta valor, porque…', 'Se mantuvo firme cuando…'],
      ask: ['¿Cómo le fue con eso?', '¿Qué le hizo decidirse?'],
    },
    other: {
      simple: ['Se ha dado cuenta de…', 'Está viendo que…'],
      complex: ['Ahora lo ve de otra manera, porque…', 'Le ha quedado claro que…'],
      ask: ['¿Qué más ha notado?', '¿Qué piensa de eso?'],
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
      simple: ['Hay cosas que le gustan de…', 'Una parte de usted quiere…', 'Por ahora prefiere…'],
      complex: ['Eso le atrae, y también…', 'Usted sabe lo que le gusta, y…', 'No quiere que le presionen, y…'],
      ask: ['¿Cómo encaja eso con lo demás que quiere?', '¿Qué le gusta menos de eso?'],
    },
    ability: {
      simple: ['Hasta ahora le ha costado…', 'Por ahora no ve la manera de…', 'Lo ha intentado, y…'],
      complex: ['No es por falta de ganas…', 'Quisiera tener la seguridad de que…', 'Lo que se le atraviesa es…'],
      ask: ['¿Qué lo haría un poco más fácil?', '¿Cuándo le ha costado menos?'],
    },
    reason: {
      simple: ['Una cara de esto es…', 'Tiene sus razones, como…', 'De cierto modo es más fácil…'],
      complex: [
        'Lo que le seguiría haciendo falta es…',
        'Quisiera otra manera de…',
        'Está pensando en lo que esto le cuesta, como…',
      ],
      ask: ['¿De qué otra forma podría tener algo de eso?', '¿Cuál es la otra cara para usted?'],
    },
    need: {
      simple: ['Lo que necesita en este momento es…', 'Siente que lo necesita para…', 'Hay días en que necesita…'],
      complex: [
        'Decida lo que decida, para usted es importante…',
        'Quisiera otra cosa que le ayude a…',
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
      simple: ['Todavía no es el momento de…', 'Prefiere no…'],
      complex: ['Quisiera ir a su manera, y…', 'Antes de decir que sí, quisiera…'],
      ask: ['¿Qué quisiera saber primero?', '¿Qué le ayudaría a animarse?'],
    },
    'taking-steps': {
      simple: ['Esa vez, usted…', 'Ese día usted…'],
      complex: ['Se fue por lo conocido, y…', 'Todo empujaba hacia…'],
      ask: ['¿Qué pasaba ese día?', '¿Cómo lo ve ahora?'],
    },
    other: {
      simple: ['Desde donde usted lo ve…', 'Usted ha visto que…'],
      complex: ['Usted lo ve a su manera, y…', 'Ha conocido a gente que…'],
      ask: ['¿Y usted qué piensa?', '¿Cómo encaja eso con lo que usted ha vivido?'],
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
