// Completes the launch of this page, and makes the Ehr of what it verified.

import { ok, type Result } from '../lib/result.ts';
import type { Site } from '../site.ts';
import { createEhr } from './ehr.ts';
import type { LaunchFault } from './faults.ts';
import type { Ehr } from './port.ts';
import { completeLaunch } from './sign-in/complete-launch.ts';

let connecting: Promise<Result<Ehr, LaunchFault>> | undefined;

/** Completes the launch. Later calls get the same result. Errors: every LaunchFault of a callback. */
export function connect(site: Site): Promise<Result<Ehr, LaunchFault>> {
  connecting ??= completeLaunch(site).then((signIn) => (signIn.ok ? ok(createEhr(signIn.value)) : signIn));
  return connecting;
}
