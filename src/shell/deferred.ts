// The parts of the page below the first screen and over it, in one script file. It loads while the page is drawn, so it
// is ready before anyone signs.

export { LastTime } from '../panels/last-time/LastTime.tsx';
export { Plan } from '../panels/plan/Plan.tsx';
export { Review } from '../panels/review/Review.tsx';
export { applyHostTheme } from '../ui/host-theme.ts';
export { Card } from './Card.tsx';
export { FilingStatus } from './FilingStatus.tsx';
export { DraftNotice } from './pages/DraftNotice.tsx';
export { Refused } from './pages/Ending.tsx';
export { Filed } from './pages/Filed.tsx';
export { FooterLearn } from './pages/FooterLearn.tsx';
export { Locked } from './pages/Locked.tsx';
export { PatientUnreadable } from './pages/PatientUnreadable.tsx';
