// Stands where the words for how a signing ended have not come. It is true of every end but a proven one, and needs no code
// that could be missing, too.

import { Notice } from '../../ui/Notice.tsx';

const UNTOLD = {
  happened: 'Evoke cannot say more about how the signing ended.',
  safe: 'Nothing you wrote is lost. It stands here until you close this pane.',
  next: 'Copy the text, and look in the chart before you sign again.',
} as const;

export function Untold() {
  return (
    <div id="filing-trouble" tabIndex={-1} role="group" aria-label="What happened">
      <Notice tone="fault" words={UNTOLD} />
    </div>
  );
}
