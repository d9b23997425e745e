// An open FHIR server, like Medplum, Aidbox or Firely if policy allows: everything the sandbox can do.
import type { Profile } from './profile.ts';

/** The sandbox without limits. */
export const OPEN: Profile = {
  id: 'open',
  name: 'Open server',
  description: 'Takes every form of a note, creates on condition, searches by identifier.',
  signIn: {},
  rules: [],
};
