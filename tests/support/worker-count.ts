// How many test files of journeys run at once. Read by Vitest's configuration and by what prepares the journeys.

/** Each worker needs a build and two ports of its own. */
export const JOURNEY_WORKERS = 2;
