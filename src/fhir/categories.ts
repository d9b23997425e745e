// Category code systems that granular scopes use. Separate from the other codes, because scopes are read before the
// first paint.

/** HL7's categories of an Observation. */
export const OBSERVATION_CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
/** US Core's category for every written note. */
export const US_CORE_DOCUMENT_CATEGORY = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category';
