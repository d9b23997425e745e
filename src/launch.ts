// The launch page. It goes to the sign-in page or shows why it cannot. It uses no framework and reads no patient data.

import type { LaunchFault } from './ehr/faults.ts';
import { beginLaunch, entryOfLaunch } from './ehr/sign-in/begin-launch.ts';
import { readStampedSite } from './ehr/sign-in/stamped-site.ts';
import { checkedUrl } from './lib/checked-url.ts';
import { launchMessage } from './ui/messages/launch-messages.ts';

function element<K extends keyof HTMLElementTagNameMap>(name: K, text: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function retryButton(): HTMLElement {
  const button = element('button', 'Try again');
  button.type = 'button';
  button.addEventListener('click', () => location.reload());
  return button;
}

function windowLink(address: string): HTMLElement {
  const link = element('a', 'Open in a new window');
  link.href = checkedUrl(address);
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return link;
}

/** Replaces the page's content with the reason and moves focus to it. `support` is the help line of the EHR or site. */
function showRefusal(fault: LaunchFault, support: string | undefined): void {
  const message = launchMessage(fault);
  const alert = element('div', '');
  const heading = element('h1', message.happened);
  alert.setAttribute('role', 'alert');
  heading.tabIndex = -1;
  alert.append(heading, element('p', message.safe), element('p', message.next));
  const page = document.querySelector('main') ?? document.body;
  page.replaceChildren(alert);
  if (fault.kind === 'storageBlocked') page.append(windowLink(fault.newWindow));
  if (message.action === 'retry') page.append(retryButton());
  if (support) page.append(element('p', support));
  heading.focus();
}

async function launch(): Promise<void> {
  const site = await readStampedSite();
  if (!site.ok) return showRefusal(site.error, undefined);
  const address = await beginLaunch(location.search, site.value);
  // Replaces the history entry, so Back cannot start a second launch.
  if (address.ok) location.replace(address.value);
  else showRefusal(address.error, (entryOfLaunch(location.search, site.value) ?? site.value.app).support);
}

// Whatever fails unforeseen is a fault of the installation: the page never waits without end.
launch().catch(() => showRefusal({ kind: 'badSiteConfiguration' }, undefined));
