// How many test files of journeys run in parallel. Vitest's configuration and the setup of the journeys read it.

/** Each worker needs a build and two ports of its own. */
export const JOURNEY_WORKERS = 2;
