// The page of a filed note: the note, and below it a private question about the conversation.

import type { ComponentProps } from 'preact';
import { AfterFiling } from '../../learn-in-visit.tsx';
import { Result } from '../../panels/review/Result.tsx';

export const Filed = (props: ComponentProps<typeof Result>) => (
  <>
    <Result {...props} />
    <AfterFiling />
  </>
);
