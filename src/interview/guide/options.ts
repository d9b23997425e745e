// A menu by behavior: what others have tried. Facts of daily life, without advice, doses or promises of effect. The
// Spanish is our own, 28 November 2026, and not yet read by a native clinician.

import type { InLanguages } from '../patient/patient-words.ts';

/** `not`: the directions that it does not fit, separated by spaces. Before one is chosen, all fit. */
type Option = readonly [en: string, es: string, not?: string];

interface MenuOption extends InLanguages {
  readonly not: string;
}

/** One menu for each of the behaviors in `keys`, which are separated by spaces. */
const menu = (keys: string, options: readonly Option[]): readonly (readonly [string, readonly MenuOption[]])[] =>
  keys.split(' ').map((key) => [key, options.map(([en, es, not = '']) => ({ en, es, not }))]);

/** Ways to begin do not fit someone who keeps going, and ways to do less do not fit someone who stops either. */
const KEEPING = 'keep-going';
const LESS = `stop ${KEEPING}`;

/** By the key of the behavior. Each continues "What others have tried:". At most 12 words, five or more a menu. */
export const OPTIONS: ReadonlyMap<string, readonly MenuOption[]> = new Map([
  ...menu('smoking vaping', [
    ['choosing a day to stop', 'escoger un día para dejarlo', 'cut-down change-how keep-going'],
    ['nicotine patches, gum or lozenges', 'parches, chicles o pastillas de nicotina'],
    ['calling a quitline or joining a group', 'llamar a una línea de ayuda o ir a un grupo'],
    ['cutting down step by step', 'ir bajando poco a poco', KEEPING],
    ['telling someone, and asking for their support', 'contárselo a alguien y pedirle apoyo'],
    ['asking the clinic what medicines there are', 'preguntar en la clínica qué medicinas hay'],
  ]),
  ...menu('smoke-free-home', [
    ['smoking outside, away from doors and windows', 'fumar afuera, lejos de puertas y ventanas'],
    ['a chair and an ashtray outside', 'una silla y un cenicero afuera'],
    ['a sign by the door for visitors', 'un letrero en la puerta para las visitas'],
    ['keeping the car free of smoke too', 'que tampoco se fume en el carro'],
    ['nicotine gum for the hours at home', 'chicle de nicotina para las horas en casa'],
  ]),
  ...menu('alcohol', [
    ['choosing days without a drink ahead of time', 'escoger antes los días sin beber', LESS],
    ['drinks without alcohol that they enjoy', 'bebidas sin alcohol que le gusten'],
    ['smaller or weaker drinks', 'tragos más pequeños o más suaves', LESS],
    ['keeping none at home', 'no tener alcohol en casa'],
    ['telling a friend the plan for the evening', 'contarle a un amigo el plan para la noche'],
    ['a peer or recovery group', 'un grupo de apoyo'],
    ['asking the clinic how to stop safely', 'preguntar en la clínica cómo dejarlo sin riesgo', KEEPING],
  ]),
  ...menu('cannabis', [
    ['choosing days without it ahead of time', 'escoger antes los días sin consumir', LESS],
    ['using later in the day', 'consumir más tarde en el día', LESS],
    ['keeping none at home', 'no tenerlo en casa'],
    ['a walk or a call when the urge comes', 'una caminata o una llamada cuando dan ganas'],
    ['a peer or recovery group', 'un grupo de apoyo'],
    ['talking over treatment with the clinic', 'hablar del tratamiento en la clínica'],
  ]),
  ...menu('other-substances', [
    ['talking over treatment with the clinic', 'hablar del tratamiento en la clínica'],
    ['asking about medicines that are part of treatment', 'preguntar por medicinas que son parte del tratamiento'],
    ['a peer or recovery group', 'un grupo de apoyo'],
    ['changing one place or habit that goes with using', 'cambiar un lugar o una costumbre que va con el consumo'],
    ['telling one trusted person', 'contárselo a una persona de confianza'],
    ['carrying naloxone, in case of opioids', 'llevar naloxona, por si hay opioides'],
  ]),
  ...menu('safer-use', [
    ['carrying naloxone, and showing others how to use it', 'llevar naloxona y enseñar a otros a usarla'],
    ['not being alone when using', 'no consumir a solas'],
    ['test strips, where they are legal', 'tiras de prueba, donde son legales'],
    ['new, sterile supplies from a local program', 'materiales nuevos y estériles de un programa local'],
    ['starting with a smaller amount', 'empezar con una cantidad más pequeña'],
    ['asking the clinic about medicines', 'preguntar en la clínica por medicinas'],
  ]),
  ...menu('substance-treatment', [
    ['a visit just to ask questions', 'una cita solo para hacer preguntas'],
    ['asking about medicines that are part of treatment', 'preguntar por medicinas que son parte del tratamiento'],
    ['a peer or recovery group', 'un grupo de apoyo'],
    ['bringing someone along', 'ir con alguien'],
    ['treatment by phone or video', 'tratamiento por teléfono o video'],
    ['help with the ride or the cost', 'ayuda con el transporte o el costo'],
  ]),
  ...menu('activity walking', [
    ['getting off the bus one stop early', 'bajarse del autobús una parada antes'],
    ['walking with a friend, a dog or a group', 'caminar con un amigo, un perro o un grupo'],
    ['ten minutes after a meal', 'diez minutos después de comer'],
    ['dancing, gardening, swimming: something they enjoy', 'bailar, nadar, cuidar plantas: algo que le guste'],
    ['putting it in the calendar', 'apuntarlo en el calendario'],
  ]),
  ...menu('strength', [
    ['getting up from a chair ten times', 'levantarse de una silla diez veces'],
    ['a stretchy band at home', 'una banda elástica en casa'],
    ['a class or a trainer', 'una clase o un entrenador'],
    ['exercises during the news', 'ejercicios durante las noticias'],
    ['a rest day in between', 'un día de descanso entre uno y otro'],
  ]),
  ...menu('regular-meals', [
    ['the same mealtimes on days off too', 'comer a la misma hora también los días libres'],
    ['a phone reminder for meals', 'un aviso en el teléfono para las comidas'],
    ['a breakfast that is ready the night before', 'un desayuno que queda listo desde la noche'],
    ['cooking twice as much and freezing half', 'cocinar el doble y congelar la mitad'],
    ['eating with someone', 'comer con alguien'],
  ]),
  ...menu('sweet-drinks', [
    ['water or tea in place of a sweet drink', 'agua o té en lugar de algo dulce'],
    ['a smaller bottle or glass', 'una botella o un vaso más pequeño', LESS],
    ['taking water along', 'llevar agua'],
    ['sparkling water with fruit', 'agua con gas y fruta'],
    ['keeping sweet drinks for weekends', 'dejar las bebidas dulces para el fin de semana', LESS],
    ['leaving them off the shopping list', 'no ponerlas en la lista de compras'],
  ]),
  ...menu('vegetables', [
    ['a vegetable at dinner', 'una verdura en la cena'],
    ['frozen vegetables, ready to heat', 'verduras congeladas, listas para calentar'],
    ['cut vegetables in the fridge', 'verduras cortadas en el refrigerador'],
    ['a new vegetable each week', 'una verdura nueva cada semana'],
    ['a salad or soup to start', 'una ensalada o una sopa para empezar'],
  ]),
  ...menu('taking-medicines', [
    [
      'taking it with a daily habit, like brushing teeth',
      'tomarla con algo de todos los días, como lavarse los dientes',
    ],
    ['a pill box by day of the week', 'un pastillero con los días de la semana'],
    ['a phone reminder', 'un aviso en el teléfono'],
    ['asking about side effects, or another time of day', 'preguntar por los efectos, o por otra hora del día'],
    ['bringing all the boxes to the next visit', 'traer todas las cajas a la próxima cita'],
  ]),
  ...menu('refills', [
    ['refills by mail, or for more days at a time', 'recibirlas por correo, o para más días'],
    ['a pharmacy that fills them all on one day', 'una farmacia que las surte todas el mismo día'],
    ['a reminder a week ahead', 'un aviso una semana antes'],
    ['asking someone to pick them up', 'pedirle a alguien que las recoja'],
    ['asking about help with the cost', 'preguntar por ayuda con el costo'],
  ]),
  ...menu('side-effects', [
    ['writing down what they feel, and when', 'anotar qué siente y cuándo'],
    ['bringing the list to the next visit', 'traer la lista a la próxima cita'],
    ['calling the pharmacist', 'llamar a la farmacia'],
    ['asking about another time of day', 'preguntar por otra hora del día'],
    ['asking about another medicine', 'preguntar por otra medicina'],
  ]),
  ...menu('preventer', [
    ['keeping the inhaler by the toothbrush', 'dejar el inhalador junto al cepillo de dientes'],
    ['showing the nurse how they use it', 'mostrarle a la enfermera cómo lo usa'],
    ['a phone reminder, morning and evening', 'un aviso en el teléfono, mañana y noche'],
    ['a second inhaler at work or school', 'otro inhalador en el trabajo o la escuela'],
    ['asking about side effects', 'preguntar por los efectos'],
  ]),
  ...menu('triggers', [
    ['a diary of triggers for two weeks', 'un diario de lo que le provoca el asma, por dos semanas'],
    ['looking at home for smoke, dust or mold', 'revisar si en casa hay humo, polvo o moho'],
    ['asking about an allergy test', 'preguntar por una prueba de alergia'],
    ['changing one thing at a time', 'cambiar una cosa a la vez'],
    ['a note of the weather and the pollen', 'una nota del clima y del polen'],
  ]),
  ...menu('action-plan', [
    ['a written action plan on the fridge', 'un plan escrito en el refrigerador'],
    ['a photo of the plan in the phone', 'una foto del plan en el teléfono'],
    ['going through the plan with the nurse', 'repasar el plan con la enfermera'],
    ['sharing the plan at work or school', 'dar el plan en el trabajo o la escuela'],
    ['a date to look at it again', 'una fecha para verlo otra vez'],
  ]),
  ...menu('glucose', [
    ['checking at one set time each day', 'medirse a la misma hora cada día'],
    ['a meter or app that keeps the readings', 'un medidor o una aplicación que guarde los números'],
    ['asking about a sensor', 'preguntar por un sensor'],
    ['writing down questions for the nurse', 'apuntar preguntas para la enfermera'],
    ['a class or group on living with it', 'una clase o un grupo sobre cómo vivir con esto'],
  ]),
  ...menu('foot-check', [
    ['looking at the feet after washing', 'mirarse los pies después de lavarlos'],
    ['a mirror on the floor', 'un espejo en el piso'],
    ['asking someone to look', 'pedirle a alguien que los mire'],
    ['dry socks and well-fitting shoes', 'calcetines secos y zapatos que queden bien'],
    ['showing the nurse at each visit', 'mostrárselos a la enfermera en cada cita'],
  ]),
  ...menu('insulin-meals', [
    ['setting out insulin with the plates', 'poner la insulina en la mesa con los platos'],
    ['a phone reminder at mealtimes', 'un aviso en el teléfono a la hora de comer'],
    ['a small kit for meals away from home', 'un estuche para las comidas fuera de casa'],
    ['a note of meals and readings for a week', 'anotar comidas y números por una semana'],
    ['going over the steps with the nurse', 'repasar los pasos con la enfermera'],
  ]),
  ...menu('home-readings', [
    ['sitting down for a reading at the same time each day', 'sentarse a medirla a la misma hora cada día'],
    ['writing the readings in a book or app', 'anotar los números en un cuaderno o una aplicación'],
    ['having a reading taken at a pharmacy', 'medírsela en una farmacia'],
    ['a check that the cuff fits', 'revisar que el brazalete le quede bien'],
    ['bringing the readings to the next visit', 'traer los números a la próxima cita'],
  ]),
  ...menu('salt', [
    ['tasting before adding salt', 'probar antes de poner sal'],
    ['herbs, lemon or spices for taste', 'hierbas, limón o especias para dar sabor'],
    ['reading the label on one food', 'leer la etiqueta de un producto'],
    ['leaving the shaker off the table', 'no dejar el salero en la mesa'],
    ['cooking at home', 'cocinar en casa'],
  ]),
  ...menu('pacing', [
    ['shorter spells with planned rests', 'ratos más cortos con descansos planeados'],
    ["a diary of what helps and what doesn't", 'un diario de lo que ayuda y lo que no'],
    ['gentle stretching or warm water', 'estirarse con suavidad, o agua tibia'],
    ['doing a little less than a good day allows', 'hacer un poco menos de lo que un día bueno permite'],
    ['a pain class or a physical therapist', 'una clase sobre el dolor o terapia física'],
  ]),
  ...menu('valued-activity', [
    ['one small enjoyable thing, set for a day', 'una cosa pequeña que le guste, con un día fijo'],
    ['a walk with someone they like', 'caminar con alguien que le caiga bien'],
    ['music, a hobby or time outside', 'música, un pasatiempo o un rato afuera'],
    ['getting up at the same time each day', 'levantarse a la misma hora cada día'],
    ['telling one trusted person how it is', 'contarle a una persona de confianza cómo está'],
  ]),
  ...menu('therapy', [
    ['a first visit just to meet', 'una primera cita solo para conocerse', KEEPING],
    ['therapy by phone or video', 'terapia por teléfono o video'],
    ['a list of what they want from it', 'una lista de lo que busca'],
    ['asking about someone who speaks their language', 'preguntar por alguien que hable su idioma'],
    ['help with the ride or the cost', 'ayuda con el transporte o el costo'],
  ]),
  ...menu('facing-fears', [
    ['a list from easiest to hardest', 'una lista de lo más fácil a lo más difícil'],
    ['staying with the easiest one for a while', 'quedarse un rato en lo más fácil'],
    ['taking someone along the first time', 'ir con alguien la primera vez'],
    ['the same small step several days in a row', 'el mismo paso pequeño varios días seguidos'],
    ['therapy that goes step by step', 'terapia que va paso a paso'],
  ]),
  ...menu('worry-time', [
    ['fifteen minutes at the same time each day', 'quince minutos a la misma hora cada día'],
    ['writing worries down for later', 'escribir las preocupaciones para más tarde'],
    ['a place for it that is not the bed', 'un lugar que no sea la cama'],
    ['a walk or a call right after', 'una caminata o una llamada al terminar'],
    ["sorting what can be acted on from what can't", 'separar lo que se puede resolver de lo que no'],
  ]),
  ...menu('grounding', [
    ['slow breathing for five minutes', 'respirar despacio por cinco minutos'],
    ['naming five things they can see', 'nombrar cinco cosas que ve'],
    ['an app or a recording', 'una aplicación o una grabación'],
    ['at the same time each day', 'a la misma hora cada día'],
    ['stretching or tensing and letting go', 'estirar o apretar los músculos y soltar'],
  ]),
  ...menu('weight', [
    ['eating at regular times', 'comer a sus horas'],
    ['a smaller plate or serving', 'un plato o una porción más pequeña'],
    ['writing down meals for a week', 'anotar las comidas por una semana'],
    ['moving in ways they enjoy', 'moverse de formas que le gusten'],
    ['a group or a dietitian', 'un grupo o una nutricionista'],
    ['asking what treatments the clinic offers', 'preguntar qué tratamientos hay en la clínica'],
  ]),
  ...menu('sleep', [
    ['getting up at the same time each day', 'levantarse a la misma hora cada día'],
    ['leaving screens outside the bedroom', 'dejar las pantallas fuera del cuarto'],
    ['no coffee or tea after lunch', 'no tomar café ni té después del almuerzo'],
    ['a calm half hour before bed', 'media hora tranquila antes de acostarse'],
    ['getting up for a while when awake', 'levantarse un rato cuando no llega el sueño'],
  ]),
  ...menu('safer-sex', [
    ['carrying condoms', 'llevar condones'],
    ['getting tested together with a partner', 'hacerse la prueba junto con la pareja'],
    ['talking about it ahead of time', 'hablarlo con tiempo'],
    ['asking about medicine that prevents HIV', 'preguntar por la medicina que previene el VIH'],
    ['birth control that fits their life', 'un anticonceptivo que vaya con su vida'],
    ['regular tests, planned ahead', 'pruebas regulares, con fecha fija'],
  ]),
  ...menu('gambling', [
    ['software that blocks betting, or self-exclusion', 'un programa que bloquea las apuestas, o la autoexclusión'],
    ['leaving bank cards with someone they trust', 'dejarle las tarjetas a alguien de confianza'],
    ['a spending limit set with the bank', 'un límite de gasto con el banco'],
    ['a helpline or a group', 'una línea de ayuda o un grupo'],
    ['another plan for payday', 'otro plan para el día de pago'],
  ]),
  ...menu('screen-time', [
    ['no phone at the table', 'sin teléfono en la mesa'],
    ['charging the phone outside the bedroom', 'cargar el teléfono fuera del cuarto'],
    ['turning notifications off', 'apagar los avisos'],
    ['a time limit in the phone settings', 'un límite de tiempo en el teléfono'],
    ['meeting friends, or a hobby, in that hour', 'ver amigos o tener un pasatiempo a esa hora'],
  ]),
  ...menu('appointments', [
    ['booking now, before leaving', 'sacar la cita ahora, antes de irse'],
    ['a reminder by text or phone', 'un aviso por mensaje o por teléfono'],
    ['bringing someone along', 'venir con alguien'],
    ['a visit by phone or video', 'una cita por teléfono o video'],
    ['a time or place that suits work', 'una hora o un lugar que vaya con el trabajo'],
    ['help with the ride or the cost', 'ayuda con el transporte o el costo'],
  ]),
  ...menu('screening-test', [
    ['asking what will happen, step by step', 'preguntar qué va a pasar, paso a paso'],
    ['a test kit at home, where there is one', 'una prueba para hacer en casa, si la hay'],
    ['booking now, before leaving', 'sacar la cita ahora, antes de irse'],
    ['bringing someone along', 'venir con alguien'],
    ['help with the ride or the cost', 'ayuda con el transporte o el costo'],
  ]),
  ...menu('vaccination', [
    ['asking questions first', 'preguntar primero'],
    ['getting it today, or another day', 'ponérsela hoy u otro día'],
    ['one vaccine at a time', 'una vacuna a la vez'],
    ['a pharmacy close to home', 'una farmacia cerca de casa'],
    ['a reminder by text or phone', 'un aviso por mensaje o por teléfono'],
  ]),
  ...menu('dental-care', [
    ['a soft brush and a set time', 'un cepillo suave y una hora fija'],
    ['floss or small brushes, once a day', 'hilo o cepillos pequeños, una vez al día'],
    ['a dentist who takes their insurance', 'un dentista que acepte su seguro'],
    ['asking about numbing and what will happen', 'preguntar por la anestesia y por lo que va a pasar'],
    ['water after meals', 'agua después de comer'],
  ]),
]);
