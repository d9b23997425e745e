// The shape of a site configuration. Each key has the description that its JSON Schema shows. rules.ts has the rules
// that compare several values. Source: docs/design/sign-in-and-security.md, "Site configuration".

import * as v from 'valibot';

/** The FHIR resource types that a note can be filed as. */
export const WRITE_TYPES = ['Observation', 'DocumentReference', 'QuestionnaireResponse'] as const;

/**
 * The profiles that a note may claim: a test validates notes against each
 * (docs/decisions/0034-identity-without-an-address.md).
 */
export const CLAIMED_PROFILES = ['urn:oid:2.25.225303994969635414043760540918332801536.11.1'] as const;

const LONGEST = 600;
/** Granular scopes of a whole sign-in are long. They are sent in the address of one request. */
const LONGEST_SCOPES = 2_000;

// One line without invisible characters.
const line = (longest: number) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(longest, `at most ${longest} characters`),
    v.regex(
      /^(?!\s)[^\p{Cc}\p{Bidi_Control}\u200b\u2060\ufeff]+(?<!\s)$/u,
      'one line of text, without blanks at either end or invisible characters',
    ),
  );
const text = line(LONGEST);
const said = (words: string) => v.pipe(text, v.description(words));
const texts = (words: string) => v.pipe(v.array(text), v.minLength(1), v.description(words));
const flag = (preset: boolean, words: string) => v.optional(v.pipe(v.boolean(), v.description(words)), preset);
const oneOf = <const T extends readonly string[]>(options: T, preset: T[number], words: string) =>
  v.optional(v.pipe(v.picklist(options), v.description(words)), preset);
const whole = (low: number, high: number, words: string) => {
  const remedy = `a whole number from ${low} to ${high}`;
  const number = v.number(remedy);
  return v.pipe(number, v.integer(remedy), v.minValue(low, remedy), v.maxValue(high, remedy), v.description(words));
};
const name = (words: string) =>
  v.pipe(
    v.string(),
    v.regex(/^[a-z0-9-]{1,40}$/, 'lower-case letters, digits and hyphens, at most 40'),
    v.description(words),
  );

const phone = v.pipe(
  v.string(),
  v.regex(/^[+(]?\d[\d ().-]{1,28}\d(?: ?(?:ext|x) ?\d{1,6})?$/, 'a telephone number such as "+1 555 0100"'),
  v.description('Telephone number shown next to the line of help, and on the plan that patients take home.'),
);
const practice = said(
  'Name of the practice. If given, plans that patients take home show it with the clinician’s name.',
);
const coding = v.strictObject({ system: text, code: text, display: v.optional(text) });
const capability = v.optional(v.picklist(['yes', 'no']));
const language = v.pipe(v.picklist(['en', 'es']), v.description('Default language of patient texts.'));

const step = v.pipe(
  v.strictObject({ text: said('What to do, as the local protocol says.'), phone: v.optional(phone) }),
  v.description('What to do in this case, and whom to call.'),
);
const safety = v.pipe(
  v.strictObject({ selfHarm: step, withdrawal: step, violence: step }),
  v.description('The local protocol for talk of self-harm, withdrawal risk and violence. One press opens it.'),
);

const idleLock = whole(2, 30, 'Minutes without a key or a touch after which the panel locks.');
const draftLife = whole(0, 24, 'Hours an unfinished note is kept, sealed, on the device; 0 keeps it in memory only.');
const sessionLife = whole(1, 8, 'Hours after which a sign-in ends whatever the EHR allows.');
const part2 = v.pipe(v.boolean(), v.description('This is a program under 42 CFR Part 2. Evoke never decides that.'));
const labels = v.pipe(
  v.boolean(),
  v.description('Security labels on every filed note (R and 42CFRPart2). On in a Part 2 program unless set to false.'),
);

const writing = v.strictObject({
  order: v.pipe(
    v.array(v.picklist(WRITE_TYPES)),
    v.description('Forms a note may be filed in, first choice first. Copying is always last; empty: copying only.'),
  ),
  capabilities: v.optional(
    v.pipe(
      v.strictObject({ Observation: capability, DocumentReference: capability, QuestionnaireResponse: capability }),
      v.description('Overrides what the EHR states about taking a new resource of a type.'),
    ),
  ),
  conditionalCreate: oneOf(['advertised', 'always', 'never'], 'advertised', 'When If-None-Exist is sent.'),
  rulerValue: oneOf(['integer', 'quantity', 'coded'], 'integer', 'The form of ruler answers in an Observation.'),
  profile: v.optional(
    v.pipe(
      v.picklist(CLAIMED_PROFILES, `a profile that notes are validated against: ${CLAIMED_PROFILES.join(', ')}`),
      v.description('Profile that an Observation claims in meta.profile.'),
    ),
  ),
  socialHistory: flag(true, 'Whether an Observation also has the category social-history.'),
  textContentType: v.optional(
    v.pipe(
      text,
      v.regex(/^text\/plain(?:; ?charset=utf-8)?$/i, '"text/plain", with or without ";charset=utf-8"'),
      v.description('The content type of a document as this EHR spells it.'),
    ),
    'text/plain;charset=utf-8',
  ),
  panel: flag(
    false,
    'Whether each ruler answer of an Observation is also filed as an entry of its own, if the EHR takes transactions.',
  ),
  goal: flag(false, 'Whether an agreed change is also filed as a Goal, if the EHR takes transactions.'),
  shortRetract: flag(false, 'Whether a document is retracted by the short form of US Core 9.'),
});

const clientId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9._~-]{1,200}$/, 'letters, digits and . _ ~ - only, as the EHR issued it'),
  v.description('The client id this EHR issued for Evoke. Evoke is a public client and has no secret.'),
);

const ehr = v.strictObject({
  id: name('The name of this entry, unique in the file.'),
  label: said('Name of the EHR as clinicians read it.'),
  iss: said('FHIR base address, without a trailing slash, exactly as the EHR sends it in a launch.'),
  clientId,
  standalone: flag(false, 'An entry that starts without a launch by the EHR and asks it for a patient.'),
  tenants: v.optional(texts('Tenants accepted from this EHR; absent: any.')),
  authOrigins: v.pipe(v.array(text), v.description('Origins of sign-in, token and key addresses besides that of iss.')),
  frameAncestors: v.pipe(
    v.array(text),
    v.description('Origins of every page above Evoke, up to the top window, if it opens in a frame; empty: none may.'),
  ),
  scopes: v.pipe(
    line(LONGEST_SCOPES),
    v.description('The scopes exactly as this EHR expects them, separated by one blank.'),
  ),
  idToken: v.pipe(
    v.picklist(['verify', 'claims']),
    v.description('"verify" checks the signature; "claims" all but the signature, if the keys cannot be read.'),
  ),
  tokenStore: oneOf(['memory', 'session'], 'memory', '"session" survives a reload, "memory" does not.'),
  write: writing,
  noteTypes: v.pipe(
    v.array(coding),
    v.minLength(1),
    v.description('Types of a filed document, all of one system; the first is used.'),
  ),
  behaviours: v.optional(texts('Keys of the topics offered here; absent: all of them.')),
  support: v.optional(said('Replaces app.support here.')),
  phone: v.optional(phone),
  practice: v.optional(practice),
  language: v.optional(language),
  part2Program: v.optional(part2),
  securityLabels: v.optional(labels),
  safety: v.optional(safety),
  idleLockMinutes: v.optional(idleLock),
  draftTtlHours: v.optional(draftLife),
  sessionHours: v.optional(sessionLife),
});

const behavior = v.strictObject({
  key: name('The key of this topic, unique in the file.'),
  label: v.strictObject({ en: text, es: text }),
  code: v.optional(v.strictObject({ system: text, code: text })),
  sensitive: flag(false, 'The note’s title then does not name the topic.'),
});

const contact = v.strictObject({
  label: said('Who teaches or coaches here, as clinicians know them.'),
  address: v.optional(
    v.pipe(
      text,
      // Any other address would not become a link (lib/checked-url.ts).
      v.regex(/^https:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/?#][^\s\\\p{Cc}]*)?$/u, 'an https address in ASCII letters'),
      v.description('Where to find them; shown as a link that opens outside the pane.'),
    ),
  ),
});

const learn = v.pipe(
  v.strictObject({
    afterVisit: flag(true, 'Whether Evoke offers one private question about the conversation after filing.'),
    contacts: v.optional(v.pipe(v.array(contact), v.description('Local trainers and coaches, shown in Learn.')), []),
  }),
  v.description('Learn, the practice pages. Nothing in it is ever filed.'),
);

/** The whole file as written. Keys that an entry of `ehrs` also has are defaults for all entries. */
export const siteSchema = v.strictObject({
  $schema: v.optional(said('Address of the JSON Schema, for editors. Evoke does not read it.')),
  schema: v.pipe(v.literal(1), v.description('Version of this format.')),
  app: v.strictObject({
    baseUrl: said('Where Evoke is served, an https address that ends in "/".'),
    support: said('The line shown to clinicians who need help.'),
    phone: v.optional(phone),
    practice: v.optional(practice),
  }),
  ehrs: v.pipe(v.array(ehr), v.minLength(1), v.description('Every EHR this site trusts; no other can launch Evoke.')),
  behaviours: v.pipe(v.array(behavior), v.minLength(1), v.description('The topics of an interview, in this order.')),
  language: v.optional(language, 'en'),
  part2Program: v.optional(part2, false),
  part2: v.optional(
    v.strictObject({
      allowSharedDocument: flag(false, 'Whether a Part 2 program files documents that others in the chart can read.'),
    }),
    { allowSharedDocument: false },
  ),
  securityLabels: v.optional(labels),
  safety: v.optional(safety),
  idleLockMinutes: v.optional(idleLock, 10),
  draftTtlHours: v.optional(draftLife, 8),
  sessionHours: v.optional(sessionLife, 8),
  drafts: v.optional(
    v.strictObject({
      shredOnOtherUser: flag(
        false,
        'Whether drafts of one clinician are deleted when another signs in on this device.',
      ),
    }),
    { shredOnOtherUser: false },
  ),
  learn: v.optional(learn, { afterVisit: true, contacts: [] }),
  allowHttpLoopback: flag(false, 'For a trial: http on this machine only. Every address must then be loopback.'),
});
