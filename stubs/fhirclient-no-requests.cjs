// In place of the half of fhirclient that asks for resources: Evoke sends every FHIR request through its one fetch (decision
// 0002), and a clinician would wait for this on the way to the first key. What is left signs in, renews and remembers.
class FhirClient {
  constructor(fhirBaseUrl) {
    this.fhirBaseUrl = fhirBaseUrl;
  }
  fhirRequest() {
    return Promise.reject(new Error('Resources are not asked for here'));
  }
}
module.exports = { default: FhirClient };
