// An EHR modeled on athenaOne's published statement of June 2022. An app may create only form answers. It grants every
// requested scope, as some EHRs do whose statement lists no create. Only the statement is reliable.
import { granting } from './granting.ts';
import { type Profile, READING } from './profile.ts';
import { cursors, paging } from './searching.ts';

const CONTEXT = ['openid', 'fhirUser', 'launch', 'launch/patient', 'profile'];
const LASTING = ['online_access', 'offline_access'];

/** Only QuestionnaireResponse can be created. Nothing is updated, and no sign-in is renewed. */
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
