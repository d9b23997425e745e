// An open FHIR server, as Medplum, Aidbox or Firely are where policy allows: everything the sandbox can do.
import type { Profile } from './profile.ts';

/** The sandbox as it is. */
export const OPEN: Profile = {
  id: 'open',
  name: 'Open server',
  description: 'Takes every form of a note, creates on condition, searches by identifier.',
  signIn: {},
  rules: [],
};
