// The four functions fhirclient needs of js-base64, over what every browser of ours has. CommonJS, since fhirclient requires it.
const urlSafe = (text) => text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const plain = (text) => text.replace(/-/g, '+').replace(/_/g, '/');

const fromUint8Array = (bytes, safe = false) => {
  const text = btoa(String.fromCharCode(...bytes));
  return safe ? urlSafe(text) : text;
};
const toUint8Array = (text) => Uint8Array.from(atob(plain(text)), (letter) => letter.charCodeAt(0));
const encode = (text, safe = false) => fromUint8Array(new TextEncoder().encode(text), safe);
const decode = (text) => new TextDecoder().decode(toUint8Array(text));

module.exports = {
  fromUint8Array,
  toUint8Array,
  encode,
  decode,
  encodeURL: (text) => encode(text, true),
  encodeURI: (text) => encode(text, true),
};
