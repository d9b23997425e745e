// The context in which an EHR opens an app (SMART App Launch 2.2, launch context). Stores nothing.

/** Something else in view at launch. Never a Patient or an Encounter (SMART App Launch 2.2, fhirContext). */
export type ContextReference = { readonly reference: string; readonly role?: string };

/** Where the app was opened, and by whom. */
export type LaunchContext = {
  readonly patientId?: string;
  readonly encounterId?: string;
  /** Relative reference of the person signed in, like `Practitioner/okafor`. */
  readonly userReference: string;
  /** If absent, the app should show its own banner. */
  readonly needPatientBanner?: boolean;
  readonly intent?: string;
  readonly smartStyleUrl?: string;
  readonly tenant?: string;
  readonly fhirContext?: readonly ContextReference[];
  /**
   * Merged over the token response last, so that a test can send what no honest EHR would. `undefined` removes a key.
   */
  readonly overrides?: Readonly<Record<string, unknown>>;
};

/** The launch context with the keys of a token response. Absent facts have no key. */
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
