// An EHR after athenaOne's published statement of June 2022: answers to a form are all an app may create. It grants the
// scopes it is asked for, as some EHRs do whose statement lists no create; the statement alone tells the truth.
import { granting } from './granting.ts';
import { type Profile, READING } from './profile.ts';
import { cursors, paging } from './searching.ts';

const CONTEXT = ['openid', 'fhirUser', 'launch', 'launch/patient', 'profile'];
const LASTING = ['online_access', 'offline_access'];

/** Only QuestionnaireResponse is created, nothing is updated, and no sign-in is renewed. */
export const ATHENA_LIKE: Profile = {
  id: 'athena-like',
  name: 'athena-like',
  description: 'Takes notes as answers to a form only, updates nothing, renews no sign-in, pages by cursor.',
  limits: { offers: { '*': READING, QuestionnaireResponse: [...READING, 'create'] } },
  signIn: {
    accessTokenLifeSeconds: 3600,
    grant: granting({ '*': ['cruds'] }, LASTING),
    discovery: {
      grant_types_supported: ['authorization_code'],
      scopes_supported: [...CONTEXT, 'patient/*.cruds', 'user/*.cruds'],
      capabilities: [
        'launch-ehr',
        'client-public',
        'sso-openid-connect',
        'context-ehr-patient',
        'permission-patient',
        'permission-v2',
      ],
    },
  },
  rules: [cursors, paging({ '*': { preset: 20, most: 100 } })],
};
