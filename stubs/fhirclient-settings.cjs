// In place of fhirclient's lists of what belongs to a patient and which release is which number: Evoke asks it for none of
// that (decision 0002), and a clinician would wait for them. Its own way to ask for "this patient's" then refuses each type.
module.exports = { SMART_KEY: 'SMART_KEY', patientCompartment: [], patientParams: [], fhirVersions: {} };
