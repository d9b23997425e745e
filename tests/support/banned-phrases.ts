// Phrases that argue, warn or label, as data for a lint of our own texts. Source:
// docs/design/motivational-interviewing.md, "Phrases our own texts avoid" and "Kind words in notes".

/** A phrase that a text may not contain, and what to say instead. */
export interface BannedPhrase {
  readonly name: string;
  readonly pattern: RegExp;
  readonly instead: string;
}

/** A phrase from its words: any white space between them, straight or curly apostrophes, whole words only. */
function phrase(name: string, instead: string, source = name): BannedPhrase {
  const spaced = source.replaceAll("'", "['’]").replaceAll(' ', '\\s+');
  return { name, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced})(?![\\p{L}\\p{N}])`, 'iu'), instead };
}

/** Phrases that low-rated conversations use more often. */
const ARGUING = [
  phrase('you should', 'What do you think you might do?'),
  phrase('you really need to', 'How important is this for you, 0 to 10?', '(?:you )?really (?:need to|should|have to)'),
  phrase("why don't you", 'What has worked for you before?'),
  phrase('I want you to', 'What would you like to do next, if anything?', 'I (?:want|need) you to'),
  phrase('have you tried', 'Would it be OK if I shared what has helped others?', 'have you (?:tried|thought about)'),
  phrase('you need to', 'What would need to happen for you to ...?'),
  phrase("you can't", 'It is your choice.', "you (?:can't|cannot)"),
  phrase('you have to', 'You are the one who decides.', 'you (?:have to|must)'),
  phrase(
    "if you don't, you will",
    'What, if anything, concerns you about things staying as they are?',
    "if you (?:don't|do not)\\b[^.?!]*\\byou(?: will|'ll)",
  ),
  phrase('just stop', 'reflect first, then ask', 'just (?:stop|quit)'),
  phrase('but you said', 'reflect first, then ask'),
  phrase('obviously', 'reflect first, then ask'),
  phrase('in denial', 'sees their use differently', "(?:you're |you are )?in denial"),
  phrase("I'm warning you", 'reflect first, then ask', "(?:I'm|I am) warning you"),
  phrase("don't you want to", 'reflect first, then ask', "(?:don't you|do you not) want to"),
  phrase('at least', 'reflect first, then ask'),
  phrase('the best thing is', 'reflect first, then ask'),
  phrase('why so low', 'Why a 4 and not a 0?', 'why (?:so low|not higher)'),
  phrase('not a 10', 'Why a 4 and not a 0?', 'not a (?:10|ten)'),
] as const;

/** Words for people that the interface never uses (docs/design/code.md, "Names"). */
const LABELING = [
  phrase('resistant', 'say what was said', 'resistan(?:t|ce)'),
  phrase('non-compliant', 'say what happens, and how often', 'non-?complian(?:t|ce)'),
  phrase('non-adherent', 'say what happens, and how often', 'non-?adheren(?:t|ce)'),
  phrase('score', 'number', 'scor(?:e|es|ed|ing)'),
  phrase('stage', 'no stages', 'stages? of change|stages?'),
  phrase('addict', 'person with a substance use disorder', 'addicts?'),
  phrase('alcoholic', 'person with alcohol use disorder', 'alcoholics?'),
  phrase('abuser', 'person who uses drugs, alcohol', '(?:drug |alcohol )?abusers?|(?:drug|substance|alcohol) abuse'),
  phrase('junkie', 'person who uses drugs', 'junkies?'),
  phrase('unmotivated', 'say what was said', 'unmotivated|lacks? motivation|in denial'),
  phrase('refuses', 'prefers not to, chose not to', 'refus(?:es|ed) (?:treatment|help|to change)'),
  phrase('denies', 'reports no ..., says no ...', 'denies|claims that|insists'),
  phrase('suffers from', 'has, lives with', 'suffers from|victim of'),
  phrase('not allowed to', 'agreed, chose, decided'),
  phrase('difficult patient', 'say what happened', '(?:difficult|problem|frequent) (?:patient|flyer)s?'),
] as const;

/** Every phrase that our own prompts, messages and patient texts must not contain. */
export const BANNED_PHRASES: readonly BannedPhrase[] = [...ARGUING, ...LABELING];
