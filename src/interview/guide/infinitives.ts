// The infinitive of each behavior and direction in each language, read aloud and proofread. Nothing is composed. A
// direction without a row makes no sense for that behavior and is not offered.

import type { InLanguages } from '../patient/patient-words.ts';
import type { Direction } from '../talk/focus.ts';

/** A direction a person may choose. Undecided is `open`, the words used before any direction is chosen. */
type Chosen = Exclude<Direction, 'explore'>;

/** Each continues "How ready are you to" and "¿Qué tan cerca está de". No period. */
type Infinitives = { readonly open: InLanguages } & { readonly [D in Chosen]?: InLanguages };

const said = (en: string, es: string): InLanguages => ({ en, es });

/** By the key of the behavior. Own words, read again 29 November 2026. No native clinician has read the Spanish yet. */
export const INFINITIVES: { readonly [Key in string]?: Infinitives } = {
  smoking: {
    open: said('change something about your smoking', 'cambiar algo en su forma de fumar'),
    stop: said('stop smoking', 'dejar de fumar'),
    'cut-down': said('cut down on smoking', 'fumar menos'),
    'keep-going': said('stay off cigarettes', 'seguir sin fumar'),
    'change-how': said('change when or where you smoke', 'cambiar cuándo o dónde fuma'),
  },
  vaping: {
    open: said('change something about your vaping', 'cambiar algo en su forma de vapear'),
    stop: said('stop vaping', 'dejar de vapear'),
    'cut-down': said('cut down on vaping', 'vapear menos'),
    'keep-going': said('stay off vaping', 'seguir sin vapear'),
    'change-how': said('change when or where you vape', 'cambiar cuándo o dónde vapea'),
  },
  'smoke-free-home': {
    open: said('change something about smoking at home', 'cambiar algo sobre fumar en casa'),
    start: said('make your home smoke-free', 'hacer de su casa un lugar sin humo'),
    'do-more': said('keep more of your home smoke-free', 'crear más espacios sin humo en casa'),
    'keep-going': said('keep your home smoke-free', 'mantener su casa sin humo'),
    'change-how': said('change where people smoke at home', 'cambiar dónde se fuma en casa'),
  },
  alcohol: {
    open: said('change something about your drinking', 'cambiar algo en su forma de beber'),
    stop: said('stop drinking', 'dejar de beber'),
    'cut-down': said('cut down on drinking', 'beber menos'),
    'keep-going': said('stay off alcohol', 'seguir sin beber'),
    'change-how': said('change when or how you drink', 'cambiar cuándo o cómo bebe'),
  },
  cannabis: {
    open: said('change something about your cannabis use', 'cambiar algo en su consumo de cannabis'),
    stop: said('stop using cannabis', 'dejar de consumir cannabis'),
    'cut-down': said('cut down on cannabis', 'consumir menos cannabis'),
    'keep-going': said('stay off cannabis', 'seguir sin consumir cannabis'),
    'change-how': said('change when or how you use cannabis', 'cambiar cuándo o cómo consume cannabis'),
  },
  'other-substances': {
    open: said('change something about what you use', 'cambiar algo en lo que consume'),
    stop: said('stop using', 'dejar de consumir'),
    'cut-down': said('use less', 'consumir menos'),
    'keep-going': said('keep from using', 'seguir sin consumir'),
    'change-how': said('change when or how you use', 'cambiar cuándo o cómo consume'),
  },
  'safer-use': {
    open: said('change something about how you use', 'cambiar algo en su forma de consumir'),
    start: said('take steps to use more safely', 'cuidarse más al consumir'),
    'do-more': said('take more steps to use safely', 'tomar más medidas para cuidarse al consumir'),
    'keep-going': said('keep taking steps to use safely', 'seguir cuidándose al consumir'),
    'change-how': said('change how you stay safe when you use', 'cambiar cómo se cuida al consumir'),
  },
  'substance-treatment': {
    open: said('change something about your treatment', 'cambiar algo en su tratamiento'),
    start: said('start treatment', 'empezar el tratamiento'),
    'do-more': said('take a bigger part in your treatment', 'participar más en su tratamiento'),
    'keep-going': said('stay in treatment', 'seguir en tratamiento'),
    'change-how': said('change when or how you get treatment', 'cambiar cuándo o cómo recibe el tratamiento'),
  },
  activity: {
    open: said('change something about how active you are', 'cambiar algo en su actividad física'),
    start: said('start being active', 'empezar a hacer actividad física'),
    'do-more': said('be more active', 'hacer más actividad física'),
    'keep-going': said('stay active', 'seguir haciendo actividad física'),
    'change-how': said("change when or how you're active", 'cambiar cuándo o cómo hace actividad física'),
  },
  walking: {
    open: said('change something about how much you walk', 'cambiar algo en sus caminatas'),
    start: said('start walking', 'empezar a caminar'),
    'do-more': said('walk more', 'caminar más'),
    'keep-going': said('keep walking', 'seguir caminando'),
    'change-how': said('change when or where you walk', 'cambiar cuándo o dónde camina'),
  },
  strength: {
    open: said('change something about your strength exercise', 'cambiar algo en sus ejercicios de fuerza'),
    start: said('start doing strength exercise', 'empezar a hacer ejercicios de fuerza'),
    'do-more': said('do more strength exercise', 'hacer más ejercicios de fuerza'),
    'keep-going': said('keep doing strength exercise', 'seguir con sus ejercicios de fuerza'),
    'change-how': said(
      'change when or how you do strength exercise',
      'cambiar cuándo o cómo hace sus ejercicios de fuerza',
    ),
  },
  'regular-meals': {
    open: said('change something about your mealtimes', 'cambiar algo en sus horas de comer'),
    start: said('start eating at regular times', 'empezar a comer a sus horas'),
    'do-more': said('eat at regular times more often', 'comer a sus horas más a menudo'),
    'keep-going': said('keep eating at regular times', 'seguir comiendo a sus horas'),
    'change-how': said('change when or how you have your meals', 'cambiar cuándo o cómo come'),
  },
  'sweet-drinks': {
    open: said('change something about sweet drinks', 'cambiar algo sobre las bebidas dulces'),
    stop: said('stop having sweet drinks', 'dejar de tomar bebidas dulces'),
    'cut-down': said('cut down on sweet drinks', 'tomar menos bebidas dulces'),
    'keep-going': said('stay off sweet drinks', 'seguir sin tomar bebidas dulces'),
    'change-how': said('change when or how you have sweet drinks', 'cambiar cuándo o cómo toma bebidas dulces'),
  },
  vegetables: {
    open: said('change something about the vegetables you eat', 'cambiar algo en las verduras que come'),
    start: said('start eating vegetables', 'empezar a comer verduras'),
    'do-more': said('eat more vegetables', 'comer más verduras'),
    'keep-going': said('keep eating vegetables', 'seguir comiendo verduras'),
    'change-how': said('change when or how you eat vegetables', 'cambiar cuándo o cómo come verduras'),
  },
  'taking-medicines': {
    open: said('change something about taking your medicines', 'cambiar algo en cómo toma sus medicinas'),
    start: said('start taking your medicines', 'empezar a tomar sus medicinas'),
    'do-more': said('take your medicines more regularly', 'tomar sus medicinas con más regularidad'),
    'keep-going': said('keep taking your medicines', 'seguir tomando sus medicinas'),
    'change-how': said('change when or how you take your medicines', 'cambiar cuándo o cómo toma sus medicinas'),
  },
  refills: {
    open: said('change something about getting your refills', 'cambiar algo en cómo surte sus medicinas'),
    start: said('start getting your refills on time', 'empezar a surtir sus medicinas a tiempo'),
    'do-more': said('get your refills on time more often', 'surtir sus medicinas a tiempo más a menudo'),
    'keep-going': said('keep getting your refills on time', 'seguir surtiendo sus medicinas a tiempo'),
    'change-how': said('change when or how you get your refills', 'cambiar cuándo o cómo surte sus medicinas'),
  },
  'side-effects': {
    open: said('do something about your side effects', 'hacer algo respecto a los efectos secundarios'),
    start: said('ask about side effects', 'preguntar por los efectos secundarios'),
    'do-more': said('ask more about side effects', 'preguntar más por los efectos secundarios'),
    'keep-going': said('keep asking about side effects', 'seguir preguntando por los efectos secundarios'),
    'change-how': said('change how you bring up side effects', 'cambiar cómo habla de los efectos secundarios'),
  },
  preventer: {
    open: said('change something about your daily inhaler', 'cambiar algo en cómo usa su inhalador de control'),
    start: said('start using your daily inhaler', 'empezar a usar su inhalador de control'),
    'do-more': said('use your daily inhaler more regularly', 'usar su inhalador de control con más regularidad'),
    'keep-going': said('keep using your daily inhaler', 'seguir usando su inhalador de control'),
    'change-how': said(
      'change when or how you use your daily inhaler',
      'cambiar cuándo o cómo usa su inhalador de control',
    ),
  },
  triggers: {
    open: said('change something about your asthma triggers', 'cambiar algo sobre lo que le provoca el asma'),
    start: said('get to know your asthma triggers', 'empezar a fijarse en qué le provoca el asma'),
    'do-more': said('learn more about your asthma triggers', 'averiguar más sobre lo que le provoca el asma'),
    'keep-going': said('keep track of your asthma triggers', 'seguir fijándose en lo que le provoca el asma'),
    'change-how': said(
      'change how you deal with your asthma triggers',
      'cambiar cómo maneja lo que le provoca el asma',
    ),
  },
  'action-plan': {
    open: said('change something about your asthma plan', 'cambiar algo en su plan para el asma'),
    start: said('start using your asthma action plan', 'empezar a usar su plan de acción para el asma'),
    'do-more': said('use your asthma action plan more often', 'usar más a menudo su plan de acción para el asma'),
    'keep-going': said('keep using your asthma action plan', 'seguir usando su plan de acción para el asma'),
    'change-how': said(
      'change when or how you use your asthma action plan',
      'cambiar cuándo o cómo usa su plan de acción para el asma',
    ),
  },
  glucose: {
    open: said('change something about checking your glucose', 'cambiar algo en cómo se mide la glucosa'),
    start: said('start checking your glucose', 'empezar a medirse la glucosa'),
    'do-more': said('check your glucose more often', 'medirse la glucosa más a menudo'),
    'keep-going': said('keep checking your glucose', 'seguir midiéndose la glucosa'),
    'change-how': said('change when or how you check your glucose', 'cambiar cuándo o cómo se mide la glucosa'),
  },
  'foot-check': {
    open: said('change something about checking your feet', 'cambiar algo en cómo se revisa los pies'),
    start: said('start checking your feet', 'empezar a revisarse los pies'),
    'do-more': said('check your feet more often', 'revisarse los pies más a menudo'),
    'keep-going': said('keep checking your feet', 'seguir revisándose los pies'),
    'change-how': said('change when or how you check your feet', 'cambiar cuándo o cómo se revisa los pies'),
  },
  'insulin-meals': {
    open: said('change something about your insulin at meals', 'cambiar algo en cómo se pone la insulina al comer'),
    start: said('start taking insulin with meals', 'empezar a ponerse insulina con las comidas'),
    'do-more': said('take your insulin with meals more regularly', 'ponerse la insulina al comer con más regularidad'),
    'keep-going': said('keep taking insulin with meals', 'seguir poniéndose insulina con las comidas'),
    'change-how': said(
      'change when or how you take insulin with meals',
      'cambiar cuándo o cómo se pone la insulina al comer',
    ),
  },
  'home-readings': {
    open: said('change something about your blood pressure checks', 'cambiar algo en cómo se mide la presión'),
    start: said('start checking your blood pressure at home', 'empezar a medirse la presión en casa'),
    'do-more': said('check your blood pressure at home more often', 'medirse la presión en casa más a menudo'),
    'keep-going': said('keep checking your blood pressure at home', 'seguir midiéndose la presión en casa'),
    'change-how': said('change when or how you check your blood pressure', 'cambiar cuándo o cómo se mide la presión'),
  },
  salt: {
    open: said('change something about the salt you eat', 'cambiar algo en la sal que come'),
    stop: said('stop adding salt', 'dejar de agregar sal'),
    'cut-down': said('cut down on salt', 'comer con menos sal'),
    'keep-going': said('keep eating less salt', 'seguir comiendo con menos sal'),
    'change-how': said('change when or how you use salt', 'cambiar cuándo o cómo usa la sal'),
  },
  pacing: {
    open: said('change something about how you pace yourself', 'cambiar algo en el ritmo de su día'),
    start: said('start pacing yourself', 'empezar a ir a su ritmo'),
    'do-more': said('pace yourself more often', 'ir a su ritmo más a menudo'),
    'keep-going': said('keep pacing yourself', 'seguir yendo a su ritmo'),
    'change-how': said('change when or how you rest during the day', 'cambiar cuándo o cómo descansa durante el día'),
  },
  'valued-activity': {
    open: said('change something about doing what you enjoy', 'cambiar algo para hacer lo que le gusta'),
    start: said('do one thing you enjoy each week', 'hacer cada semana algo que le gusta'),
    'do-more': said('do more of what you enjoy each week', 'hacer más cosas que le gustan cada semana'),
    'keep-going': said('keep doing one thing you enjoy each week', 'seguir haciendo cada semana algo que le gusta'),
    'change-how': said('change when or how you do what you enjoy', 'cambiar cuándo o cómo hace lo que le gusta'),
  },
  therapy: {
    open: said('change something about going to therapy', 'cambiar algo sobre la terapia'),
    start: said('start therapy', 'empezar una terapia'),
    'do-more': said('go to therapy more often', 'ir a terapia más a menudo'),
    'keep-going': said('keep going to therapy', 'seguir yendo a terapia'),
    'change-how': said('change when or how you go to therapy', 'cambiar cuándo o cómo va a terapia'),
  },
  'facing-fears': {
    open: said('change something about what you avoid', 'cambiar algo en lo que evita'),
    start: said('face a fear in small steps', 'enfrentar un miedo poco a poco'),
    'do-more': said('face more of what you avoid, step by step', 'enfrentar más cosas que evita, paso a paso'),
    'keep-going': said('keep facing a fear in small steps', 'seguir enfrentando un miedo poco a poco'),
    'change-how': said('change when or how you face a fear', 'cambiar cuándo o cómo enfrenta un miedo'),
  },
  'worry-time': {
    open: said('change something about how you handle worry', 'cambiar algo en cómo maneja las preocupaciones'),
    start: said('set aside a time for worry', 'apartar un rato para las preocupaciones'),
    'do-more': said('use your worry time more often', 'usar más a menudo el rato para las preocupaciones'),
    'keep-going': said('keep using your worry time', 'seguir usando el rato para las preocupaciones'),
    'change-how': said(
      'change when or how you use your worry time',
      'cambiar cuándo o cómo usa el rato para las preocupaciones',
    ),
  },
  grounding: {
    open: said('change something about how you calm yourself', 'cambiar algo en cómo se calma'),
    start: said('start a breathing or grounding practice', 'empezar a practicar la respiración con calma'),
    'do-more': said('practice breathing or grounding more often', 'practicar más a menudo la respiración con calma'),
    'keep-going': said('keep practicing breathing or grounding', 'seguir practicando la respiración con calma'),
    'change-how': said(
      'change when or how you practice breathing or grounding',
      'cambiar cuándo o cómo practica la respiración con calma',
    ),
  },
  weight: {
    open: said('change something about your weight', 'cambiar algo en cuanto a su peso'),
    start: said('start working on your weight', 'empezar a ocuparse de su peso'),
    'do-more': said('do more about your weight', 'hacer más en cuanto a su peso'),
    'keep-going': said('keep working on your weight', 'seguir ocupándose de su peso'),
    'change-how': said('change how you work on your weight', 'cambiar cómo se ocupa de su peso'),
  },
  sleep: {
    open: said('change something about your sleep', 'cambiar algo en cómo duerme'),
    start: said('start a sleep routine', 'empezar una rutina de sueño'),
    'do-more': said('keep to a sleep routine more often', 'seguir una rutina de sueño más a menudo'),
    'keep-going': said('keep up your sleep routine', 'mantener su rutina de sueño'),
    'change-how': said('change your sleep routine', 'cambiar su rutina de sueño'),
  },
  'safer-sex': {
    open: said('change something about protecting yourself during sex', 'cambiar algo en cómo se cuida al tener sexo'),
    start: said('start having safer sex', 'empezar a tener sexo más seguro'),
    'do-more': said('have safer sex more often', 'tener sexo más seguro con más frecuencia'),
    'keep-going': said('keep having safer sex', 'seguir teniendo sexo más seguro'),
    'change-how': said('change how you protect yourself during sex', 'cambiar cómo se protege al tener sexo'),
  },
  gambling: {
    open: said('change something about your gambling', 'cambiar algo en cómo apuesta'),
    stop: said('stop gambling', 'dejar de apostar'),
    'cut-down': said('cut down on gambling', 'apostar menos'),
    'keep-going': said('stay away from gambling', 'seguir sin apostar'),
    'change-how': said('change when or how you gamble', 'cambiar cuándo o cómo apuesta'),
  },
  'screen-time': {
    open: said('change something about your screen time', 'cambiar algo en su tiempo de pantalla'),
    'cut-down': said('cut down on screen time', 'pasar menos tiempo frente a la pantalla'),
    'keep-going': said('keep your screen time down', 'seguir pasando menos tiempo frente a la pantalla'),
    'change-how': said('change when or how you use screens', 'cambiar cuándo o cómo usa las pantallas'),
  },
  appointments: {
    open: said('change something about getting to appointments', 'cambiar algo para poder ir a las citas'),
    start: said('start keeping your appointments', 'empezar a ir a sus citas'),
    'do-more': said('keep more of your appointments', 'ir a más de sus citas'),
    'keep-going': said('keep going to your appointments', 'seguir yendo a sus citas'),
    'change-how': said('change when or how you come to appointments', 'cambiar cuándo o cómo va a sus citas'),
  },
  'screening-test': {
    open: said('figure out what you want to do about the test', 'definir qué quiere hacer con la prueba'),
    start: said('have the test', 'hacerse la prueba'),
    'keep-going': said("keep having the test when it's due", 'seguir haciéndose la prueba cuando le toca'),
    'change-how': said('change when or where you have the test', 'cambiar cuándo o dónde se hace la prueba'),
  },
  vaccination: {
    open: said('figure out what you want to do about vaccines', 'definir qué quiere hacer con las vacunas'),
    start: said('get vaccinated', 'vacunarse'),
    'do-more': said("get more of the vaccines you're due for", 'ponerse más de las vacunas que le tocan'),
    'keep-going': said('keep up with your vaccines', 'seguir al día con sus vacunas'),
    'change-how': said('change when or where you get vaccinated', 'cambiar cuándo o dónde se vacuna'),
  },
  'dental-care': {
    open: said('change something about caring for your teeth', 'cambiar algo en el cuidado de sus dientes'),
    start: said('start a routine for your teeth', 'empezar una rutina para cuidar sus dientes'),
    'do-more': said('do more to care for your teeth', 'hacer más para cuidar sus dientes'),
    'keep-going': said('keep caring for your teeth', 'seguir cuidando sus dientes'),
    'change-how': said('change when or how you care for your teeth', 'cambiar cuándo o cómo cuida sus dientes'),
  },
};
