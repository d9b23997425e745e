// Where to go on: people who teach and listen. Addresses are visible, open outside the pane and send no referrer.

import { GO_ON } from '../../learn/page-text.ts';
import { checkedUrl } from '../../lib/checked-url.ts';
import css from './Learn.module.css';
import type { LearnSession } from './session.ts';

export function GoOn({ session }: { readonly session: LearnSession }) {
  const places = [...session.contacts, ...GO_ON.places.map(([label, address]) => ({ label, address }))];
  return (
    <section class={css.goOn} aria-labelledby="go-on-heading">
      <h3 id="go-on-heading">{GO_ON.title}</h3>
      <p>{GO_ON.notTraining}</p>
      <ul>
        {places.map(({ label, address }) => (
          <li key={label}>
            {label}
            {address && (
              <>
                {': '}
                <a href={checkedUrl(address)} target="_blank" rel="noopener noreferrer">
                  {address}
                  <span class="visually-hidden"> ({GO_ON.outside})</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
