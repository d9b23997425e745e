// What a screen shows of a value that other software wrote.

const NOT_SHOWN = 'a value in a form that cannot be shown here';

/** The value as it is, or words in place of raw JSON, which no clinician can read. The chart keeps the value itself. */
export function shownValue(value: string): string {
  return isJson(value.trim()) ? NOT_SHOWN : value;
}

// A decoder cuts raw values short, so only the beginning is sure to be JSON.
const isJson = (text: string): boolean => /^(?:\{\s*"|\[\s*[{["\d])/.test(text);
