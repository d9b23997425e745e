// Stands in for the published package, which fhirclient needs only where globalThis.crypto is missing (it never is here).
module.exports = globalThis.crypto;
