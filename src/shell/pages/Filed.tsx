// The page of a filed note: the result, and then the private question of Learn.

import type { ComponentProps } from 'preact';
import { AfterFiling } from '../../learn-entry.tsx';
import { Result } from '../../panels/review/Result.tsx';

export const Filed = (props: ComponentProps<typeof Result>) => (
  <>
    <Result {...props} />
    <AfterFiling />
  </>
);
