// An EHR that lets apps read and not write: no create in the statement, no write letter in the scopes.
import { granting } from './granting.ts';
import { type Profile, READING } from './profile.ts';

/** Nothing can be filed. */
export const READ_ONLY: Profile = {
  id: 'read-only',
  name: 'Read-only',
  description: 'Lets apps read and search, and grants no scope for writing.',
  limits: { offers: { '*': READING } },
  signIn: {
    grant: granting({ '*': ['rs'] }),
    discovery: {
      scopes_supported: [
        'openid',
        'fhirUser',
        'launch',
        'launch/patient',
        'online_access',
        'patient/*.rs',
        'user/*.rs',
      ],
    },
  },
  rules: [],
};
