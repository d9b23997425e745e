// The buttons for a filed note, and the result of a change. Also links to the parts that have a page of their own.

import { NoteActions } from '../src/panels/amend/NoteActions.tsx';
import { OWN_NOTE } from './data.ts';
import { Group, State } from './frame.tsx';
import type { Named } from './shelves.ts';
import type { Whole } from './wholes.tsx';

export function Changes({ stores }: { readonly stores: readonly Named[] }) {
  return (
    <Group name="Changing a filed note">
      {stores.map(({ name, store }) => (
        <State key={name} name={name}>
          <NoteActions store={store} entry={OWN_NOTE} />
        </State>
      ))}
    </Group>
  );
}

export function WaysToWholes({ wholes }: { readonly wholes: readonly Whole[] }) {
  return (
    <Group name="On a page of their own">
      <ul id="wholes">
        {wholes.map(({ name }) => (
          <li key={name}>
            <a href={`#${encodeURIComponent(name)}`}>{name}</a>
          </li>
        ))}
      </ul>
    </Group>
  );
}
