// Knows what an EHR tells an app about where it was opened (SMART App Launch 2.2, launch context). Stores nothing.

/** Something else in view at launch; never a Patient or an Encounter (SMART App Launch 2.2, fhirContext). */
export type ContextReference = { readonly reference: string; readonly role?: string };

/** Where and by whom the app was opened. */
export type LaunchContext = {
  readonly patientId?: string;
  readonly encounterId?: string;
  /** Relative reference of who is signed in, like `Practitioner/okafor`. */
  readonly userReference: string;
  /** Left out means the app should show its own banner. */
  readonly needPatientBanner?: boolean;
  readonly intent?: string;
  readonly smartStyleUrl?: string;
  readonly tenant?: string;
  readonly fhirContext?: readonly ContextReference[];
  /** Laid over the token reply last, so that a test can say what no honest EHR would. `undefined` removes a key. */
  readonly overrides?: Readonly<Record<string, unknown>>;
};

/** The launch context in the token reply's own words. Absent facts have no key. */
export function contextParameters(context: LaunchContext): Readonly<Record<string, unknown>> {
  const parameters = {
    patient: context.patientId,
    encounter: context.encounterId,
    need_patient_banner: context.needPatientBanner ?? true,
    intent: context.intent,
    smart_style_url: context.smartStyleUrl,
    tenant: context.tenant,
    fhirContext: context.fhirContext,
    ...context.overrides,
  };
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
}
