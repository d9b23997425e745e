// A page that runs only the protocol: discovery, sign-in, code for token, one patient's name. It shows the least that a
// launch can cost, measured in the same run over the same line. Its scripts are inline and cost no round trip.

import { createServer } from 'node:http';
import { CLIENT_ID } from '../../mocks/sandbox.ts';
import type { Line } from './setting.ts';

const LAUNCH = `<!doctype html><title>Bare</title><script type="module">
const asked = new URLSearchParams(location.search);
const iss = asked.get('iss');
const found = await (await fetch(iss + '/.well-known/smart-configuration')).json();
const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const verifier = base64(crypto.getRandomValues(new Uint8Array(32)));
const challenge = base64(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
const redirect = new URL('index.html', location.href).href;
sessionStorage.setItem('bare', JSON.stringify({ iss, verifier, redirect, token: found.token_endpoint }));
location.replace(found.authorization_endpoint + '?' + new URLSearchParams({ response_type: 'code', client_id: '${CLIENT_ID}',
  redirect_uri: redirect, launch: asked.get('launch'), scope: 'launch patient/Patient.r', state: crypto.randomUUID(), aud: iss,
  code_challenge: challenge, code_challenge_method: 'S256' }));
</script>`;

const INDEX = `<!doctype html><title>Bare</title><p id="name"></p><script type="module">
const { iss, verifier, redirect, token } = JSON.parse(sessionStorage.getItem('bare'));
const body = new URLSearchParams({ grant_type: 'authorization_code', code: new URLSearchParams(location.search).get('code'),
  redirect_uri: redirect, code_verifier: verifier, client_id: '${CLIENT_ID}' });
const signedIn = await (await fetch(token, { method: 'POST', body })).json();
const headers = { authorization: 'Bearer ' + signedIn.access_token };
const patient = await (await fetch(iss + '/Patient/' + signedIn.patient, { headers })).json();
document.querySelector('#name').textContent = patient.name[0].family;
</script>`;

/** Serves the bare page over a line. Returns how to stop it. */
export async function serveBare(origin: string, line: Line): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const page = request.url?.startsWith('/launch.html') ? LAUNCH : INDEX;
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
    setTimeout(() => response.writeHead(200, headers).end(page), line.ms);
  });
  const { hostname, port } = new URL(origin);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(Number(port), hostname, resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
