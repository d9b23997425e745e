// What each EHR's CORS settings must let a browser do at the FHIR base. Data only.

/** Methods and headers to allow, and response headers to expose, as a person writes them into the server's settings. */
export const CORS_LISTS = {
  methods: ['GET', 'POST', 'PUT'],
  allow: ['Authorization', 'Accept', 'Content-Type', 'Prefer', 'If-None-Exist', 'If-None-Match', 'If-Match'],
  expose: ['ETag', 'Location', 'Content-Location', 'Retry-After'],
} as const;
